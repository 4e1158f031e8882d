import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';

/** The path of a call, which is a conversation in the API. */
export function callPath(id: string): string {
	return `/v1/convai/conversations/${callIdInPath(id)}`;
}

/**
 * Reads a call: where it stands, its transcript, its analysis.
 *
 * @see https://elevenlabs.io/docs/api-reference/conversations/get
 */
export const get: Operation = {
	name: 'get',
	fields: [callIdField],
	repeatable: true,
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: callPath(id), callId: id };
	},
	receipt,
};
