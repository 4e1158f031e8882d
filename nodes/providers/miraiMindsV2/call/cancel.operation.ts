import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Aborts a call that waits, rings or is live. One that was aborted is refused, so a second request would turn
 * a success into an error: there is none.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx, Abort a call)
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: false,
	limits: 'Mirai Minds v2 aborts calls that have not ended.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'POST', path: `${callPath(id)}/abort`, callId: id };
	},
	receipt,
	isDone: (_, request, { callId: named, status }) =>
		status === 'canceled' && (named === null || named === request.callId),
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
