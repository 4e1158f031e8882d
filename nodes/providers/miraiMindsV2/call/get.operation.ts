import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { receipt } from './response';

/** The path of a call in the API. */
export function callPath(id: string): string {
	return `/v2/calls/${callIdInPath(id)}`;
}

/**
 * Reads a call: where it stands, its cost, its analysis.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx, Get a call)
 */
export const get: Operation = {
	name: 'get',
	fields: [callIdField],
	repeatable: true,
	limits: 'Mirai Minds v2 keeps calls for 90 days.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: callPath(id), callId: id };
	},
	receipt,
};
