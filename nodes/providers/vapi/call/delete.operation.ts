import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Erases a call and its data. Vapi asks for a body and describes none for a single call, so it is empty.
 *
 * @see https://docs.vapi.ai/api-reference/calls/delete
 */
export const remove: Operation = {
	name: 'delete',
	fields: [callIdField],
	repeatable: false,
	limits: 'With 503 Vapi asks to try again later.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'DELETE', path: callPath(id), body: {}, callId: id };
	},
	receipt,
};
