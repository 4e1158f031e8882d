import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';

/** The path of a call, where it is read. */
export function callPath(id: string): string {
	return `/v2/get-call/${callIdInPath(id)}`;
}

/**
 * Reads a call: where it stands, its transcript, its recording's address, its cost.
 *
 * @see https://docs.retellai.com/api-references/get-call
 */
export const get: Operation = {
	name: 'get',
	fields: [callIdField],
	repeatable: true,
	limits: 'With 422 Retell AI says that the workspace of the key has no such call.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: callPath(id), callId: id };
	},
	receipt,
};
