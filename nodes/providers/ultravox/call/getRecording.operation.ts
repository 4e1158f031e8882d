import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField, outputFileField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Downloads the recording of a call: the answer is the file, or redirects to it. The key is not sent there.
 *
 * @see https://docs.ultravox.ai/api-reference/calls/calls-recording-get
 */
export const getRecording: Operation = {
	name: 'getRecording',
	fields: [callIdField, outputFileField],
	repeatable: true,
	limits: 'Recording has to be on for the call, and the call to be over.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: `${callPath(id)}/recording`, callId: id };
	},
	receipt,
	file: { name: (id) => `recording-${id}`, mimeType: 'audio/wav' },
};
