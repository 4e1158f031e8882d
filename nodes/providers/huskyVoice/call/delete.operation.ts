import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { truthAt } from '../../common/reading';
import { receipt, saysDeleted } from './response';
import { callPath } from './get.operation';

/** Whether an answer is evidence that a call was erased. */
const isDone: Operation['isDone'] = ({ status, body }, request, { callId }) => {
	if (status === 204) return true;
	if (body === undefined || (callId !== null && callId !== request.callId)) return false;
	const said = saysDeleted(body);
	return said === null ? callId !== null || truthAt(body, 'success') === true : said === true;
};

const ofCall = {
	name: 'delete',
	fields: [callIdField],
	repeatable: false,
	limits: 'HuskyVoice deletes completed calls only.',
	receipt,
	isDone,
} satisfies Partial<Operation>;

/**
 * Erases the personal data of a completed call through the inbound URL. The page names the action
 * `call.delete`; its data is taken to be that of a cancel, for it is not in the part that could be read.
 *
 * @see https://docs.huskyvoice.ai/api/deleting-calls/
 */
export const deleteByUrl: Operation = {
	...ofCall,
	request: (read) => {
		const id = callId(read('callId'));
		return {
			method: 'POST',
			path: '',
			body: { action: 'call.delete', data: { call_id: id } },
			callId: id,
		};
	},
};

/**
 * Erases the personal data of a completed call, for good. The page on deleting shows the key in
 * `x-api-key`, every other page as a bearer token: for a `DELETE` the credential sends both.
 *
 * @see https://docs.huskyvoice.ai/api/deleting-calls/
 */
export const deleteByKey: Operation = {
	...ofCall,
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'DELETE', path: callPath(id), callId: id };
	},
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
