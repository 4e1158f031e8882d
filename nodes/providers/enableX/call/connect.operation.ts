import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { choice } from '../../common/choice';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { phoneNumber } from '../../common/phoneNumber';
import { numberFormat, numbersOf } from '../numbers';
import { broadcastId, liveCallId, onLiveCall, requestOnCall } from './live';
import { roomId, roomIdOf } from './room';

const connectWith: INodeProperties = {
	displayName: 'Connect With',
	name: 'connectWith',
	type: 'options',
	options: [
		{
			name: 'Number',
			value: 'number',
			description: 'EnableX calls the number: it rings a person and costs money',
		},
		{ name: 'Video Room', value: 'room', description: 'The call joins a room of EnableX’s video' },
	],
	default: 'number',
	description: 'Who the person in the call is connected with',
};

const isNumber = { show: { connectWith: ['number'] } };

const from: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550100',
	description: 'The number that is shown to the person called. It must be one of your project’s.',
	displayOptions: isNumber,
};

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'The number to connect the call with, with a plus and the country code',
	displayOptions: isNumber,
};

/**
 * Connects a live call with another number, which is how EnableX's samples transfer one, or with a video
 * room.
 *
 * @see https://developer.enablex.io/voice/api-reference.html
 * @see https://github.com/EnableX/voice-inbound-bridge
 * @see https://github.com/EnableX/voice-api-inbound-video-room
 */
export const connect: Operation = {
	...onLiveCall,
	name: 'connect',
	fields: [
		liveCallId,
		connectWith,
		from,
		to,
		{ ...roomId, displayOptions: { show: { connectWith: ['room'] } } },
		additionalFields([broadcastId, customFields, numberFormat]),
	],
	request: (read) => {
		if (choice(read('connectWith'), 'Connect With', ['number', 'room']) === 'room') {
			const id = callId(read('callId'));
			const room = callIdInPath(roomIdOf(read));
			const path = `/voice/v1/room/${room}/call/${callIdInPath(id)}/join`;
			return { method: 'PUT', path, callId: id };
		}
		const numbers = numbersOf(read);
		const request = requestOnCall(read, 'connect', {
			from: numbers.own(read('from'), 'From'),
			to: numbers.other(read('to'), 'To'),
		});
		return { ...request, ...customFieldsIn(read), callee: phoneNumber(read('to'), 'To') };
	},
};
