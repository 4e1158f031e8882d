import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../../verification/json';
import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { additionalFields, outputFileField } from '../../common/fields';
import { pathWithQuery } from '../../common/query';
import { member, objectAt, textAt } from '../../common/reading';
import { optionalText } from '../../common/text';
import { callField } from './command';
import { receipt } from './response';

const recordingId: INodeProperties = {
	displayName: 'Recording ID',
	name: 'recordingId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 10cd86ac-fef8-4765-b203-0f7511f9fc75',
	description:
		'Which recording, for a call that has several: recording_id of the event call.recording.saved. Empty for the first that Telnyx lists.',
};

/**
 * Downloads a recording. Telnyx names an address that lives for ten minutes; the key is not sent there.
 *
 * @see https://developers.telnyx.com/api-reference/call-recordings/list-all-call-recordings
 * @see https://developers.telnyx.com/api-reference/call-recordings/retrieve-a-call-recording
 * @see https://developers.telnyx.com/docs/voice/programmable-voice/storing-call-recordings
 */
export const getRecording: Operation = {
	name: 'getRecording',
	fields: [callField, outputFileField, additionalFields([recordingId])],
	repeatable: true,
	limits: 'The call has to be recorded, and the recording to be saved, which the event says.',
	request: (read) => {
		const id = callId(read('callId'));
		const recording = optionalText(read('additionalFields.recordingId'));
		const path =
			recording === ''
				? pathWithQuery('/recordings', { 'filter[call_control_id]': id })
				: `/recordings/${callIdInPath(callId(recording, 'Recording ID', 'Give the recording_id of the event.'))}`;
		return { method: 'GET', path, callId: id };
	},
	receipt,
	file: {
		name: (id) => `recording-${id.replaceAll(/[^\w.-]/g, '-')}`,
		mimeType: 'audio/mpeg',
		address: (body) => {
			const [recording] = recordingsIn(body);
			return recording && textAt(objectAt(recording, 'download_urls'), 'mp3', 'wav');
		},
		missing: (body) =>
			Array.isArray(member(body, 'data')) && recordingsIn(body).length === 0
				? 'There is no recording of this call'
				: undefined,
	},
};

/** One recording, or a list of them. */
function recordingsIn(body: IDataObject): IDataObject[] {
	return [member(body, 'data')].flat().filter(isObject) as IDataObject[];
}
