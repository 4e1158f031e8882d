import type { CallRequest, Operation, Receipt } from '../../common/action';
import { additionalFields } from '../../common/fields';
import { textAt } from '../../common/reading';
import type { SuccessAnswer } from '../../common/request';
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
	isDone,
};

/** States of a call that is not over: what was asked for did not come about, or not yet. */
const GOING_ON = new Set<Receipt['status']>(['in-progress', 'initiated', 'queued', 'ringing']);

/**
 * What hanging up is answered with is not documented; elsewhere `result: 0` and `state` are success. An answer
 * that names another call, or a state in which a call goes on, is no evidence.
 */
function isDone(
	{ status, body }: SuccessAnswer,
	request: CallRequest,
	{ callId, status: state }: Receipt,
): boolean {
	if (callId !== null && callId !== request.callId) return false;
	const answer = body ?? {};
	const says = textAt(answer, 'result') === '0' || textAt(answer, 'status') === 'success';
	if (says || status === 204) return true;
	if (GOING_ON.has(state)) return false;
	return callId !== null || (state !== null && state !== 'unknown');
}
