import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { additionalFields } from '../../common/fields';
import { filled, optionalText } from '../../common/text';
import { onLiveCall, liveCallId, requestOnCall } from './live';

const recordingName: INodeProperties = {
	displayName: 'Recording Name',
	name: 'recordingName',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-4711',
	description: 'A name for the recording (recording_name)',
};

/**
 * Starts to record a live call.
 *
 * @see https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs/blob/master/libs/enxVoiceLib.js
 */
export const record: Operation = {
	...onLiveCall,
	name: 'record',
	fields: [liveCallId, additionalFields([recordingName])],
	request: (read) =>
		requestOnCall(read, 'recording', {
			start: true,
			...filled({ recording_name: optionalText(read('additionalFields.recordingName')) }),
		}),
};
