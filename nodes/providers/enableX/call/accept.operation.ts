import type { Operation } from '../../common/action';
import { onLiveCall, liveCallId, requestOnCall } from './live';

/**
 * Answers a call that comes in. One page says that EnableX answers every call by itself, another lists
 * this request, and the samples for incoming calls send it.
 *
 * @see https://developer.enablex.io/voice/api-reference.html
 * @see https://github.com/EnableX/voice-inbound-ivr-dtmf-bridge/blob/develop/voiceapi.js
 */
export const accept: Operation = {
	...onLiveCall,
	name: 'accept',
	fields: [
		{
			...liveCallId,
			description: 'The voice_id of the call: call.id of the event "Call Incoming"',
		},
	],
	limits: 'EnableX accepts calls that come in and are not answered yet.',
	request: (read) => requestOnCall(read, 'accept'),
};
