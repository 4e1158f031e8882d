import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Hangs up a live call. One that is over is refused, so a second request would turn a success into an error:
 * there is none.
 *
 * @see https://docs.ultravox.ai/api-reference/calls/calls-send-data-message-post
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: false,
	limits:
		'Ultravox hangs up calls that somebody joined and that have not ended; for one that still rings it documents nothing.',
	request: (read) => {
		const id = callId(read('callId'));
		const path = `${callPath(id)}/send_data_message`;
		return { method: 'POST', path, body: { type: 'hang_up' }, callId: id };
	},
	receipt: (body) =>
		Object.keys(body).length > 0
			? receipt(body)
			: { callId: null, status: 'completed', message: null },
	// What it did is said by the status alone.
	isDone: ({ status }) => status === 204,
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
