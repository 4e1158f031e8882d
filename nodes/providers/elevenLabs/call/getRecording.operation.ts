import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField, outputFileField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Downloads the recording of a call.
 *
 * @see https://elevenlabs.io/docs/api-reference/conversations/get-audio
 */
export const getRecording: Operation = {
	name: 'getRecording',
	fields: [callIdField, outputFileField],
	repeatable: true,
	limits: 'There is audio where the call has has_audio.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: `${callPath(id)}/audio`, callId: id };
	},
	receipt,
	file: { name: (id) => `recording-${id}`, mimeType: 'audio/mpeg' },
};
