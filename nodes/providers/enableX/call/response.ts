import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { statusReader } from '../../common/status';
import { member, textAt, truthAt } from '../../common/reading';

/**
 * The states that no other state of the call follows. A recording's event may still come after them.
 *
 * @see https://github.com/EnableX/voice-api-outbound
 */
export const ENDS: ReadonlySet<string> = new Set(['disconnected', 'failed']);

/** EnableX's words for the state of a call: https://github.com/EnableX/voice-api-outbound */
const status = statusReader({
	queued: 'queued',
	initiated: 'initiated',
	ringing: 'ringing',
	connected: 'in-progress',
	disconnected: 'completed',
	failed: 'failed',
});

/** Reads an answer; `timestamp`, `from` and `to` stay in the response. */
export function receipt(body: IDataObject): Receipt {
	return {
		callId: textAt(body, 'voice_id', 'voice_Id'),
		status: status(textAt(body, 'state')),
		message: textAt(body, 'msg', 'message', 'description', 'desc'),
	};
}

/**
 * Whether a body that came with 200 reports a failure: the samples go by `state` and `playstate`, one page
 * by `result`, another by `status`.
 *
 * @see https://www.enablex.io/developer/voice/voice-api-overview/
 * @see https://developer.enablex.io/reference/errors.html
 */
export function isFailure(body: IDataObject): boolean {
	const result = textAt(body, 'result');
	return (
		(result !== null && result !== '0') ||
		member(body, 'state') === 'failed' ||
		member(body, 'playstate') === 'failed' ||
		member(body, 'status') === 'error' ||
		truthAt(body, 'success') === false
	);
}
