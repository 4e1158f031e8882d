import type { IDataObject } from 'n8n-workflow';
import type { CallEvent, CallStatus } from '../common/event';
import { failureStatus } from '../common/failureStatus';
import {
	directionAt,
	numberAt,
	objectAt,
	objectOrNull,
	textAt,
	timeAt,
	transcriptAt,
} from '../common/reading';
import type { EventType } from '../common/provider';

/**
 * The event types that HuskyVoice documents.
 *
 * @see https://docs.huskyvoice.ai/guide/api-webhooks/event-types/
 */
export const events: EventType[] = [
	{
		name: 'Call Answered (call.answered)',
		value: 'call.answered',
		description: 'The person called picked up',
	},
	{
		name: 'Call Blocked (call.disallowed)',
		value: 'call.disallowed',
		description: 'The call was not placed, because of do-not-disturb or a policy',
	},
	{
		name: 'Call Completed (call.completed)',
		value: 'call.completed',
		description: 'The call ended normally; carries summary and transcript',
	},
	{
		name: 'Call Failed (call.failed)',
		value: 'call.failed',
		description: 'Nobody answered, the line was busy, or a technical error occurred',
	},
	{
		name: 'Call Started (call.initiated)',
		value: 'call.initiated',
		description: 'Dialing began',
	},
];

const STATUS_OF_EVENT: Record<string, CallStatus> = {
	'call.initiated': 'initiated',
	'call.answered': 'in-progress',
	'call.completed': 'completed',
	'call.failed': 'failed',
	'call.disallowed': 'blocked',
};

const WITHOUT_CONVERSATION = new Set(['call.failed', 'call.disallowed']);
const REASONS = ['failure_reason', 'reason', 'error_message', 'error_code'];

/**
 * Reads an event. The documented sample has a flat `summary`; deliveries with
 * `call_analytics.summary` and a list as transcript have been seen, so both are read. Of a failed
 * or blocked call only the id is sure, and the schema's end could not be seen: the other members
 * are read under the names that HuskyVoice's own pages and its users' code have for them.
 *
 * @see https://docs.huskyvoice.ai/api/outbound-webhooks/
 */
export function readEvent(payload: IDataObject): CallEvent {
	const data = objectAt(payload, 'data');
	const analytics = objectAt(data, 'call_analytics');
	const type = textAt(payload, 'event_type') ?? 'unknown';

	return {
		event: {
			id: textAt(payload, 'event_id'),
			type,
			occurredAt: timeAt(payload, 'created_at'),
		},
		call: {
			id: textAt(data, 'call_id'),
			status: statusOf(type, data),
			direction: directionAt(data, 'direction', 'call_type'),
			from: textAt(data, 'from_number', 'from'),
			to: textAt(data, 'contact_number', 'to_number', 'to'),
			agentId: textAt(data, 'agent_id'),
			startedAt: timeAt(data, 'started_at', 'start_time'),
			endedAt: timeAt(data, 'ended_at', 'end_time'),
			durationSeconds: numberAt(data, 'duration_seconds', 'durationSeconds'),
			transcript: transcriptAt(data, 'call_transcript', 'transcript'),
			digits: null,
			summary: textAt(data, 'summary', 'callSummary') ?? textAt(analytics, 'summary'),
			sentiment: textAt(data, 'sentiment') ?? textAt(analytics, 'sentiment'),
			recordingUrl: textAt(data, 'recording_url', 'recordingURL'),
			cost: numberAt(data, 'cost'),
			currency: textAt(data, 'currency'),
			failureReason: WITHOUT_CONVERSATION.has(type) ? textAt(data, ...REASONS) : null,
			metadata: objectOrNull(data, 'additional_info') ?? objectOrNull(data, 'metadata'),
		},
	};
}

/** `call.failed` is busy, no answer or a technical error; the event's own words may tell which. */
function statusOf(type: string, data: IDataObject): CallStatus {
	const status = Object.hasOwn(STATUS_OF_EVENT, type) ? STATUS_OF_EVENT[type] : 'unknown';
	if (status !== 'failed') return status;
	const words = ['status', 'error_code', ...REASONS].map((key) => textAt(data, key));
	return failureStatus(...words) ?? status;
}
