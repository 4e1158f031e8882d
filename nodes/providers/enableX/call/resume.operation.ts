import type { Operation } from '../../common/action';
import { additionalFields } from '../../common/fields';
import { live, liveCallId, liveRequest, requestMethod } from './live';

/**
 * Takes a call off hold.
 *
 * @see https://github.com/EnableX/enablex-voice-dialer-sdk/blob/develop/voice_server_sdk/server.js
 */
export const resume: Operation = {
	...live,
	name: 'resume',
	fields: [liveCallId, additionalFields([requestMethod])],
	request: (read) => liveRequest(read, 'hold', { hold: false }),
};
