import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';

/**
 * Erases a call and its data; 204 says that it was done.
 *
 * @see https://docs.retellai.com/api-references/delete-call
 */
export const remove: Operation = {
	name: 'delete',
	fields: [callIdField],
	repeatable: false,
	limits: 'With 422 Retell AI says that the workspace of the key has no such call.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'DELETE', path: `/v2/delete-call/${callIdInPath(id)}`, callId: id };
	},
	receipt,
};
