import type { IDataObject } from 'n8n-workflow';
import type { CallStatus } from '../common/event';
import { objectAt, textAt } from '../common/reading';

/**
 * Why a call ended.
 *
 * @see https://docs.ultravox.ai/api-reference/calls/calls-get
 */
const END_REASONS: Readonly<Record<string, CallStatus>> = {
	hangup: 'completed',
	agent_hangup: 'completed',
	timeout: 'completed',
	unjoined: 'no-answer',
	connection_error: 'failed',
	system_error: 'failed',
};

/** What SIP said of a call that nobody joined. */
const SIP_REASONS: Readonly<Record<string, CallStatus>> = {
	BUSY: 'busy',
	TIMEOUT: 'no-answer',
	CANCELED: 'canceled',
	REJECTED: 'busy',
	DESTINATION_UNAVAILABLE: 'failed',
	INVALID_NUMBER: 'failed',
	UNKNOWN: 'failed',
};

/** Where a call stands, by its own members. */
export function statusOfCall(call: IDataObject): CallStatus {
	if (textAt(call, 'endReason') !== null) return endStatus(call);
	return textAt(call, 'joined') === null ? 'initiated' : 'in-progress';
}

/** Where a call stands that is over. */
export function endStatus(call: IDataObject): CallStatus {
	const reason = textAt(call, 'endReason') ?? '';
	const status = Object.hasOwn(END_REASONS, reason) ? END_REASONS[reason] : 'unknown';
	const sip = sipReason(call);
	if (reason !== 'unjoined' || sip === null) return status;
	return Object.hasOwn(SIP_REASONS, sip) ? SIP_REASONS[sip] : status;
}

/** What SIP said at the end, without the prefix that all of these words have. */
export function sipReason(call: IDataObject): string | null {
	const reason = textAt(objectAt(call, 'sipDetails'), 'terminationReason');
	return reason?.replace(/^SIP_TERMINATION_/, '') ?? null;
}
