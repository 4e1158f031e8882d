import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';

/** The path of a call in the API. */
export function callPath(id: string): string {
	return `/calls/${callIdInPath(id)}`;
}

/**
 * Reads status and details of a call.
 *
 * @see https://docs.huskyvoice.ai/api/api-keys/
 */
export const getByKey: Operation = {
	name: 'get',
	fields: [callIdField],
	repeatable: true,
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: callPath(id), callId: id };
	},
	receipt,
};
