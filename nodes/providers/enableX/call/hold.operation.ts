import type { Operation } from '../../common/action';
import { additionalFields } from '../../common/fields';
import { onLiveCall, liveCallId, requestOnCall, requestMethod } from './live';

/**
 * Puts a live call on hold. No event that says so is documented.
 *
 * @see https://github.com/EnableX/enablex-voice-dialer-sdk/blob/develop/voice_server_sdk/server.js
 * @see https://developer.enablex.io/voice/api-reference.html
 */
export const hold: Operation = {
	...onLiveCall,
	name: 'hold',
	fields: [liveCallId, additionalFields([requestMethod])],
	request: (read) => requestOnCall(read, 'hold', { hold: true }),
};
