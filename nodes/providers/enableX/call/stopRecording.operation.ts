import type { Operation } from '../../common/action';
import { live, liveCallId, liveRequest } from './live';

/**
 * Stops the recording of a live call.
 *
 * @see https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs/blob/master/libs/enxVoiceLib.js
 */
export const stopRecording: Operation = {
	...live,
	name: 'stopRecording',
	fields: [liveCallId],
	request: (read) => liveRequest(read, 'recording', { stop: true }),
};
