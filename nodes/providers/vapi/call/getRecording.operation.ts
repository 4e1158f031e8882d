import type { Operation } from '../../common/action';
import { callId } from '../../common/callId';
import { callIdField, outputFileField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Downloads the recording of a call, both sides in one track. Vapi redirects to an address that lives for
 * a short while; the key is not sent there.
 *
 * @see https://docs.vapi.ai/assistants/retrieve-call-artifacts
 */
export const getRecording: Operation = {
	name: 'getRecording',
	fields: [callIdField, outputFileField],
	repeatable: true,
	limits: 'Recording has to be on for the assistant.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'GET', path: `${callPath(id)}/mono-recording`, callId: id };
	},
	receipt,
	file: { name: (id) => `recording-${id}`, mimeType: 'audio/wav' },
};
