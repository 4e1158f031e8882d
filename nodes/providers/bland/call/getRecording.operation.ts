import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField, outputFileField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Downloads the recording of a call. `Accept` asks for the sound itself, as Bland's own n8n node does.
 *
 * @see https://docs.bland.ai/api-v1/get/calls-id-recording
 */
export const getRecording: Operation = {
	name: 'getRecording',
	fields: [callIdField, outputFileField],
	repeatable: true,
	limits: 'The call has to be created with Record on.',
	request: (read) => {
		const id = callId(read('callId'));
		return {
			method: 'GET',
			path: `${callPath(id)}/recording`,
			headers: { Accept: 'audio/mpeg' },
			callId: id,
		};
	},
	receipt,
	file: { name: (id) => `recording-${id}`, mimeType: 'audio/mpeg' },
};
