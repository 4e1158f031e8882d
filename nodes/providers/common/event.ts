import type { IDataObject } from 'n8n-workflow';

/** Where a call stands, in the telephony vocabulary of https://www.twilio.com/docs/voice/api/call-resource#call-status-values, plus three. */
export const CALL_STATUSES = [
	'queued',
	'initiated',
	'ringing',
	'in-progress',
	'completed',
	'busy',
	'no-answer',
	'failed',
	'canceled',
	'blocked',
	'rescheduled',
	'unknown',
] as const;
export type CallStatus = (typeof CALL_STATUSES)[number];

/** What happened, in one form for all providers. `null` where the provider says nothing. */
export interface CallEvent {
	event: {
		/** The provider's id of the event, from the signed body. */
		id: string | null;
		/** The provider's own name of the event, e.g. `call.completed`. */
		type: string;
		/** ISO 8601, UTC. */
		occurredAt: string | null;
	};
	call: {
		id: string | null;
		status: CallStatus;
		direction: 'inbound' | 'outbound' | null;
		from: string | null;
		to: string | null;
		agentId: string | null;
		/** ISO 8601, UTC. */
		startedAt: string | null;
		/** ISO 8601, UTC. */
		endedAt: string | null;
		durationSeconds: number | null;
		/** Text; a provider's list of utterances becomes one line each, `speaker: text`. */
		transcript: string | null;
		/** The keys that a person pressed on the phone, e.g. `1` or `12345#`. */
		digits: string | null;
		summary: string | null;
		sentiment: string | null;
		recordingUrl: string | null;
		cost: number | null;
		currency: string | null;
		failureReason: string | null;
		/** What the caller of the provider's API gave along and the provider gives back. */
		metadata: IDataObject | null;
	};
}

const NOTHING: Omit<CallEvent['call'], 'status'> = {
	id: null,
	direction: null,
	from: null,
	to: null,
	agentId: null,
	startedAt: null,
	endedAt: null,
	durationSeconds: null,
	transcript: null,
	digits: null,
	summary: null,
	sentiment: null,
	recordingUrl: null,
	cost: null,
	currency: null,
	failureReason: null,
	metadata: null,
};

/** An event of which only so much is known; all the rest is `null`. */
export function callEvent(
	event: CallEvent['event'],
	{ status, ...known }: Partial<CallEvent['call']> & Pick<CallEvent['call'], 'status'>,
): CallEvent {
	const { id, ...others } = { ...NOTHING, ...known };
	return { event, call: { id, status, ...others } };
}
