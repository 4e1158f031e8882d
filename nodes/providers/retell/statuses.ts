import type { CallStatus } from '../common/event';

/**
 * What Retell's words for why a call ended mean. The list is open; whole families of errors are told by
 * how they begin.
 *
 * @see https://docs.retellai.com/reliability/debug-call-disconnect
 */
const REASONS: Record<string, CallStatus> = {
	dial_busy: 'busy',
	user_declined: 'busy',
	dial_no_answer: 'no-answer',
	registered_call_timeout: 'no-answer',
	error_user_not_joined: 'no-answer',
	marked_as_spam: 'blocked',
	scam_detected: 'blocked',
	network_blocked: 'blocked',
	user_hangup: 'completed',
	agent_hangup: 'completed',
	call_transfer: 'completed',
	transfer_bridged: 'completed',
	transfer_cancelled: 'completed',
	call_take_over: 'completed',
	voicemail_reached: 'completed',
	ivr_reached: 'completed',
	inactivity: 'completed',
	max_duration_reached: 'completed',
	no_concurrency_fallback: 'completed',
	user_requested_dnc: 'completed',
	user_requested_callback: 'completed',
	dial_failed: 'failed',
	invalid_destination: 'failed',
	sip_routing_error: 'failed',
	concurrency_limit_reached: 'failed',
	no_valid_payment: 'failed',
	credit_exhausted: 'failed',
	budget_reached: 'failed',
};

/** `call_status` of a call object. */
const STATUSES: Record<string, CallStatus> = {
	registered: 'initiated',
	ongoing: 'in-progress',
	ended: 'completed',
	not_connected: 'failed',
	error: 'failed',
};

/**
 * Where a call stands that is over.
 *
 * @param wasConnected whether somebody had picked up
 */
export function endStatus(reason: string | null, wasConnected: boolean): CallStatus | null {
	if (reason === null) return null;
	if (reason === 'manual_stopped') return wasConnected ? 'completed' : 'canceled';
	if (Object.hasOwn(REASONS, reason)) return REASONS[reason];
	return /^(?:error_|telephony_provider_)/.test(reason) ? 'failed' : 'unknown';
}

/** Where a call stands by its `call_status`. */
export function callStatus(word: string | null): CallStatus {
	return word !== null && Object.hasOwn(STATUSES, word) ? STATUSES[word] : 'unknown';
}
