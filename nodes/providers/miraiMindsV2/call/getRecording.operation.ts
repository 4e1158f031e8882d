import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField, outputFileField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Downloads the recording of a call. Mirai Minds redirects to an address that lives for 15 minutes and
 * needs no key; the key is not sent there.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx, Get the recording)
 */
export const getRecording: Operation = {
	name: 'getRecording',
	fields: [callIdField, outputFileField],
	repeatable: true,
	limits: 'The recording is there once the call is over, and only if it was recorded.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: `${callPath(id)}/recording`, callId: id };
	},
	receipt,
	file: { name: (id) => `recording-${id}`, mimeType: 'audio/wav' },
};
