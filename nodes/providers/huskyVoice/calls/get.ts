import type { Operation } from '../../action';
import { callId, callIdInPath } from '../../calls/callId';
import { callIdField } from '../../calls/fields';
import { receipt } from './answers';

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
