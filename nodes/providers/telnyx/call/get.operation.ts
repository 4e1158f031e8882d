import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callField, callPath } from './command';
import { receipt } from './response';

/**
 * Reads a call: whether it lives, since when, until when.
 *
 * @see https://developers.telnyx.com/api-reference/call-information/retrieve-a-call-status
 */
export const get: Operation = {
	name: 'get',
	fields: [callField],
	repeatable: true,
	limits: 'Telnyx keeps a call for some minutes after its end.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: callPath(id), callId: id };
	},
	receipt,
};
