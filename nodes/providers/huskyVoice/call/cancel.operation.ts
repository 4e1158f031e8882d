import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';
import { callPath } from './get.operation';

const limits = 'HuskyVoice cancels calls only while they are queued.';

/**
 * Cancels a queued call through the inbound URL. A second cancel of the same call is documented to
 * do no harm.
 *
 * @see https://docs.huskyvoice.ai/api/cancelling-calls/
 */
export const cancelByUrl: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: true,
	limits,
	request: (read) => {
		const id = callId(read('callId'));
		return {
			method: 'POST',
			path: '',
			body: { action: 'call.cancel', data: { call_id: id } },
			callId: id,
		};
	},
	receipt,
};

/**
 * Cancels a queued call through the API; as harmless to repeat.
 *
 * @see https://docs.huskyvoice.ai/api/cancelling-calls/
 */
export const cancelByKey: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: true,
	limits,
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'POST', path: `/calls/${callIdInPath(id)}/cancel`, callId: id };
	},
	receipt,
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
