import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { truthAt } from '../../common/reading';
import { receipt } from './response';
import { callPath } from './get.operation';

const limits = 'HuskyVoice cancels calls only while they are queued.';

/** Whether an answer is evidence of a cancel: it says `cancelled`, or no status at all. */
const isDone: Operation['isDone'] = ({ status: http, body }, request, { callId, status }) => {
	if (http === 204) return true;
	if (callId !== null && callId !== request.callId) return false;
	return status === null
		? callId !== null || truthAt(body ?? {}, 'success') === true
		: status === 'canceled';
};

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
	isDone,
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
	isDone,
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
