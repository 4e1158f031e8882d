import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { textAt } from '../../common/reading';
import { callPath } from './get.operation';
import { acknowledgement, receipt } from './response';

/**
 * Ends a live call, or cancels a scheduled one. `status` of the answer is the evidence. Whether a second
 * request is harmless is not documented.
 *
 * @see https://docs.bland.ai/api-v1/post/calls-id-stop
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: false,
	limits: 'Bland AI ends live calls and cancels scheduled ones, as long as they have not ended.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'POST', path: `${callPath(id)}/stop`, callId: id };
	},
	receipt: (body) => (textAt(body, 'call_id') === null ? acknowledgement(body) : receipt(body)),
	isDone: ({ body }) => textAt(body ?? {}, 'status') === 'success',
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
