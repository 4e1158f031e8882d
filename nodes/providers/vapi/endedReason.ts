import type { CallStatus } from '../common/event';

/** Vapi has some six hundred reasons and adds more; these rules read them in order. */
const RULES: ReadonlyArray<readonly [RegExp, CallStatus]> = [
	[/^customer-busy$/, 'busy'],
	[/^customer-did-not-answer$|outbound-sip-4[08][08]-|^call\.ringing\./, 'no-answer'],
	[/^(?:manually-canceled|scheduled-call-deleted|call-deleted)$/, 'canceled'],
	[/fraud-check-failed|vapi-number-international|outbound-daily-limit/, 'blocked'],
	[
		/^(?:customer-ended-call|assistant-ended-call|assistant-said-end-call-phrase|assistant-forwarded-call)/,
		'completed',
	],
	[/^(?:exceeded-max-duration|silence-timed-out|voicemail)$|-completed-call$/, 'completed'],
	[/^vonage-completed$|hook-executed-|^call\.forwarding\./, 'completed'],
	[/^assistant-request-returned-forwarding-phone-number$/, 'completed'],
	[/^(?:call-start-error-|assistant-not-|assistant-request-)|-timed-out$/, 'failed'],
	[/error-|failed|pipeline-|worker-|misdialed|rejected|disconnected|closed-websocket/, 'failed'],
];

/**
 * Where a call stands that ended for a reason.
 *
 * @see https://docs.vapi.ai/calls/call-ended-reason
 */
export function endStatus(reason: string | null): CallStatus {
	if (reason === null) return 'unknown';
	return RULES.find(([rule]) => rule.test(reason))?.[1] ?? 'unknown';
}
