import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Reads what was said, as turns.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx, Get the transcript)
 */
export const getTranscript: Operation = {
	name: 'getTranscript',
	fields: [callIdField],
	repeatable: true,
	limits: 'The transcript is there once the call is over, and only if somebody spoke.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: `${callPath(id)}/transcript`, callId: id };
	},
	receipt,
};
