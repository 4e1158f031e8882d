import type { Operation } from '../../common/action';
import { onLiveCall, liveCallId, requestOnCall } from './live';

/**
 * Stops the recording of a live call.
 *
 * @see https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs/blob/master/libs/enxVoiceLib.js
 */
export const stopRecording: Operation = {
	...onLiveCall,
	name: 'stopRecording',
	fields: [liveCallId],
	request: (read) => requestOnCall(read, 'recording', { stop: true }),
};
