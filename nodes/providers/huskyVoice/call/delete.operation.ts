import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';
import { callPath } from './get.operation';

/**
 * Erases the personal data of a completed call, for good. The page on deleting shows the key in
 * `x-api-key`, every other page as a bearer token: for a `DELETE` the credential sends both.
 *
 * @see https://docs.huskyvoice.ai/api/deleting-calls/
 */
export const deleteByKey: Operation = {
	name: 'delete',
	fields: [callIdField],
	repeatable: false,
	limits: 'HuskyVoice deletes completed calls only.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'DELETE', path: callPath(id), callId: id };
	},
	receipt,
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
