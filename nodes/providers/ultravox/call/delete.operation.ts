import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Erases a call, its messages and its recording.
 *
 * @see https://docs.ultravox.ai/api-reference/calls/calls-delete
 */
export const remove: Operation = {
	name: 'delete',
	fields: [callIdField],
	repeatable: false,
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'DELETE', path: callPath(id), callId: id };
	},
	receipt,
};
