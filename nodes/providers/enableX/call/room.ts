import type { INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { callId } from '../../common/callId';

/** A room of EnableX's video. */
export const roomId: INodeProperties = {
	displayName: 'Room ID',
	name: 'roomId',
	type: 'string',
	required: true,
	default: '',
	description: 'The ID of a video room of your EnableX project',
};

/** @throws BadInput when it is empty, or cannot stand in a URL */
export function roomIdOf(read: ReadParameter): string {
	return callId(read('roomId'), 'Room ID', 'Give the ID of a video room of the project.');
}
