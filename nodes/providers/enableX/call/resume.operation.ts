import type { Operation } from '../../common/action';
import { additionalFields } from '../../common/fields';
import { onLiveCall, liveCallId, requestOnCall, requestMethod } from './live';

/**
 * Takes a call off hold.
 *
 * @see https://github.com/EnableX/enablex-voice-dialer-sdk/blob/develop/voice_server_sdk/server.js
 */
export const resume: Operation = {
	...onLiveCall,
	name: 'resume',
	fields: [liveCallId, additionalFields([requestMethod])],
	request: (read) => requestOnCall(read, 'hold', { hold: false }),
};
