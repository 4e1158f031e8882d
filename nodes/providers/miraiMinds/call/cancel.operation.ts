import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { truthAt } from '../../common/reading';
import { receipt } from './response';

/**
 * Aborts a call before or between its attempts. One that was aborted is refused, so a second
 * request would turn a success into an error: there is none.
 *
 * @see https://docs.miraiminds.co/api-reference/
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [{ ...callIdField, placeholder: 'e.g. c_abc123' }],
	repeatable: false,
	limits:
		'Mirai Minds v1 aborts calls that are queued, busy, failed, not answered, rescheduled or not valid; a live call cannot be hung up.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'POST', path: '/v2/call/abort', body: { callId: id }, callId: id };
	},
	receipt,
	// On one page the answer is a sentence alone: "Call aborted successfully".
	isDone: ({ body }, request, { callId, status, message }) => {
		if (callId !== null && callId !== request.callId) return false;
		if (status !== null) return status === 'canceled';
		return (
			callId !== null ||
			truthAt(body ?? {}, 'success') === true ||
			/abort(?:ed)? success/i.test(message ?? '')
		);
	},
};
