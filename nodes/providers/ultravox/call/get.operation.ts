import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';

/** The path of a call in the API. */
export function callPath(id: string): string {
	return `/calls/${callIdInPath(id)}`;
}

/**
 * Reads a call: where it stands, its summary, its billing.
 *
 * @see https://docs.ultravox.ai/api-reference/calls/calls-get
 */
export const get: Operation = {
	name: 'get',
	fields: [callIdField],
	repeatable: true,
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: callPath(id), callId: id };
	},
	receipt,
};
