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
 * The event types that Voxifi documents.
 *
 * @see https://docs.voxifi.io/webhooks/event-types
 */
export const events: EventType[] = [
	{
		name: 'Call Started (call.started)',
		value: 'call.started',
		description: 'The call began',
	},
	{
		name: 'Call Ended (call.ended)',
		value: 'call.ended',
		description: 'The call is over; carries its duration only',
	},
	{
		name: 'Call Completed (call.completed)',
		value: 'call.completed',
		description: 'The call is over; carries transcript, cost and sentiment',
	},
	{
		name: 'Call Failed (call.failed)',
		value: 'call.failed',
		description: 'The call did not connect; says why',
	},
];

const STATUS_OF_EVENT: Record<string, CallStatus> = {
	// "Call begins": whether somebody picked up is not said.
	'call.started': 'initiated',
	'call.ended': 'completed',
	'call.completed': 'completed',
	'call.failed': 'failed',
};

/** The statuses of the call history, which an event may repeat in `data.status`. */
const STATUS_OF_CALL: Record<string, CallStatus> = {
	queued: 'queued',
	ringing: 'ringing',
	'in-progress': 'in-progress',
	in_progress: 'in-progress',
	completed: 'completed',
	failed: 'failed',
};

/**
 * Reads an event. Only members of the pages' samples are sure; direction, recording and summary
 * are in none of them and are read in case they come.
 *
 * @see https://docs.voxifi.io/webhooks/event-types
 */
export function readEvent(payload: IDataObject): CallEvent {
	const data = objectAt(payload, 'data');
	const type = textAt(payload, 'event_type') ?? 'unknown';
	const status = statusOf(type, data);
	const direction = directionAt(data, 'direction');
	const customer = textAt(data, 'customer_number');

	return {
		event: {
			id: textAt(payload, 'event_id'),
			type,
			occurredAt: timeAt(payload, 'timestamp'),
		},
		call: {
			id: textAt(data, 'call_id'),
			status,
			direction,
			// The customer is the one called, unless the event says that the customer called.
			from: direction === 'inbound' ? customer : null,
			to: direction === 'inbound' ? null : customer,
			agentId: textAt(data, 'assistant_id'),
			startedAt: timeAt(data, 'start_time'),
			endedAt: timeAt(data, 'end_time'),
			durationSeconds: numberAt(data, 'duration_seconds'),
			transcript: transcriptAt(data, 'transcript'),
			digits: null,
			summary: textAt(data, 'summary'),
			sentiment: textAt(data, 'sentiment'),
			recordingUrl: textAt(data, 'recording_url'),
			cost: numberAt(data, 'cost'),
			currency: textAt(data, 'currency'),
			failureReason: textAt(data, 'failure_reason', 'error_code'),
			metadata: objectOrNull(data, 'metadata'),
		},
	};
}

/**
 * Busy and no answer come as `call.failed` with an `error_code` in one sample, and are statuses of
 * their own in the call history: both are read.
 */
function statusOf(type: string, data: IDataObject): CallStatus {
	if (!Object.hasOwn(STATUS_OF_EVENT, type)) return 'unknown';
	const status = textAt(data, 'status');
	const exact = failureStatus(status, textAt(data, 'error_code'), textAt(data, 'failure_reason'));
	if (type === 'call.failed') return exact ?? 'failed';
	const said = status?.toLowerCase() ?? '';
	if (Object.hasOwn(STATUS_OF_CALL, said)) return STATUS_OF_CALL[said];
	return failureStatus(status) ?? STATUS_OF_EVENT[type];
}
