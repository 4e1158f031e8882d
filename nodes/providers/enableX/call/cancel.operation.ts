import type { Operation } from '../../common/action';
import { additionalFields } from '../../common/fields';
import { textAt } from '../../common/reading';
import { broadcastId, liveCallId, requestOnCall } from './live';
import { receipt } from './response';

/**
 * Hangs up. That a second request does no harm is not documented, so there is none.
 *
 * @see https://developer.enablex.io/docs/references/apis/voice-api/
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [
		{
			...liveCallId,
			description: `${liveCallId.description}. The call is hung up, also while people talk.`,
		},
		additionalFields([broadcastId]),
	],
	repeatable: false,
	limits: 'EnableX hangs up calls that have not ended yet.',
	request: (read) => ({ ...requestOnCall(read), method: 'DELETE' }),
	receipt,
	// What hanging up is answered with is not documented; elsewhere `result: 0` and `state` are success.
	isDone: ({ status, body }, request, { callId, status: state }) =>
		status === 204 ||
		callId === request.callId ||
		(state !== null && state !== 'unknown') ||
		textAt(body ?? {}, 'result') === '0' ||
		textAt(body ?? {}, 'status') === 'success',
};
