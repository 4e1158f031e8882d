import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { problemIn } from '../../common/problem';
import { objectAt, textAt } from '../../common/reading';
import { isBadVerdict } from '../../common/saysFailure';
import { callPath } from './get.operation';

/**
 * Ends a live call: by a command to the address that Vapi gives with each call. Vapi does not document
 * what it answers, so its status of success counts, unless the body says otherwise; nor whether a second command
 * is harmless, so there is none.
 *
 * @see https://docs.vapi.ai/calls/call-features
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: false,
	limits: 'Vapi ends live calls; for one that waits it documents nothing: delete it.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'POST', path: '', body: { type: 'end-call' }, callId: id };
	},
	control: {
		inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
		address: (call) => textAt(objectAt(call, 'monitor'), 'controlUrl'),
	},
	receipt: () => ({ callId: null, status: null, message: null }),
	isDone: ({ body = {} }, request) =>
		!isBadVerdict(problemIn(body).message) &&
		(textAt(body, 'id') ?? request.callId) === request.callId,
};
