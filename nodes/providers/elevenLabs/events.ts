import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
import { failureStatus } from '../common/failureStatus';
import type { EventType } from '../common/provider';
import {
	directionAt,
	numberAt,
	objectAt,
	objectOrNull,
	textAt,
	transcriptAt,
	unixTimeAt,
} from '../common/reading';
import { byFacts, type Repeat } from '../common/repeat';

/**
 * The events that ElevenLabs documents for agents.
 *
 * @see https://elevenlabs.io/docs/eleven-agents/workflows/post-call-webhooks
 */
export const events: readonly EventType[] = [
	{
		name: 'Call Initiation Failed',
		value: 'call_initiation_failure',
		description:
			'The call did not connect: busy, not answered, or an error (call_initiation_failure)',
		status: 'failed',
	},
	{
		name: 'Post-Call Audio',
		value: 'post_call_audio',
		description:
			'The call ended; carries the whole recording, which comes as a file (post_call_audio)',
		status: 'completed',
	},
	{
		name: 'Post-Call Transcription',
		value: 'post_call_transcription',
		description:
			'The call ended and was analyzed; carries transcript and analysis (post_call_transcription)',
		status: 'completed',
	},
	{
		name: 'Post-Call Transcription as OpenTelemetry',
		value: 'post_call_transcription_otel',
		description:
			'The same as OpenTelemetry traces, for webhooks that are set to this format (post_call_transcription_otel)',
		status: 'completed',
	},
];

/** Reads an event. A failed call carries what the telephony provider said of it. */
export function readEvent(payload: IDataObject): CallEvent {
	const data = objectAt(payload, 'data');
	const metadata = objectAt(data, 'metadata');
	const phone = objectAt(metadata, 'phone_call');
	const analysis = objectAt(data, 'analysis');
	const type = textAt(payload, 'type') ?? 'unknown';
	const startedAt = unixTimeAt(metadata, 's', 'start_time_unix_secs', 'accepted_time_unix_secs');
	const durationSeconds = numberAt(metadata, 'call_duration_secs');
	const direction = directionAt(phone, 'direction');
	const own = textAt(phone, 'agent_number');
	const other = textAt(phone, 'external_number');
	const failure = objectAt(metadata, 'body');
	const cost = numberAt(metadata, 'cost_fiat');
	const status = statusOf(type, data);
	const isFailure = type === 'call_initiation_failure';
	const begun = startedAt === null || durationSeconds === null ? null : Date.parse(startedAt);
	return callEvent(
		{ id: null, type, occurredAt: unixTimeAt(payload, 's', 'event_timestamp') },
		{
			id: textAt(data, 'conversation_id'),
			status,
			direction: isFailure ? 'outbound' : direction,
			from: (direction === 'inbound' ? other : own) ?? textAt(failure, 'From', 'from_number'),
			to: (direction === 'inbound' ? own : other) ?? textAt(failure, 'To', 'to_number'),
			agentId: textAt(data, 'agent_id'),
			startedAt,
			endedAt: endOf(begun, durationSeconds),
			durationSeconds,
			transcript: transcriptAt(data, 'transcript'),
			summary: textAt(analysis, 'transcript_summary'),
			cost,
			currency: cost === null ? null : 'USD',
			failureReason: status === 'completed' ? null : reasonOf(data, metadata),
			metadata: objectOrNull(
				objectAt(data, 'conversation_initiation_client_data'),
				'dynamic_variables',
			),
		},
	);
}

function endOf(begun: number | null, seconds: number | null): string | null {
	if (begun === null || seconds === null) return null;
	const end = new Date(begun + seconds * 1000);
	return Number.isNaN(end.getTime()) ? null : end.toISOString();
}

function statusOf(type: string, data: IDataObject): CallStatus {
	const known = events.find(({ value }) => value === type)?.status ?? 'unknown';
	if (known === 'failed') return failureStatus(textAt(data, 'failure_reason')) ?? known;
	return known === 'completed' && textAt(data, 'status') === 'failed' ? 'failed' : known;
}

function reasonOf(data: IDataObject, metadata: IDataObject): string | null {
	return (
		textAt(data, 'failure_reason') ??
		textAt(objectAt(metadata, 'error'), 'reason', 'code') ??
		textAt(metadata, 'termination_reason')
	);
}

/** ElevenLabs has no event id: its page advises the event's time and the conversation's id. */
export function repeatOf({ event, call }: CallEvent): Repeat {
	if (call.id === null) return { by: 'bytes' };
	return byFacts(event.type, call.id, event.occurredAt);
}
