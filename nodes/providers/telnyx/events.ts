import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
import { member, numberAt, objectAt, objectOrNull, textAt, timeAt } from '../common/reading';
import { byEventId } from '../common/repeat';
import { clientState } from './clientState';
import { events } from './eventTypes';

export { events } from './eventTypes';

const HANGUP_CAUSES: Record<string, CallStatus> = {
	normal_clearing: 'completed',
	time_limit: 'completed',
	user_busy: 'busy',
	no_answer: 'no-answer',
	timeout: 'no-answer',
	originator_cancel: 'canceled',
	call_rejected: 'failed',
	not_found: 'failed',
	unspecified: 'failed',
};

/** Reads an event. One page has it under `metadata.event`; all others, and the libraries, in `data`. */
export function readEvent(payload: IDataObject): CallEvent {
	const data = objectOrNull(payload, 'data') ?? objectAt(objectAt(payload, 'metadata'), 'event');
	const call = objectAt(data, 'payload');
	const type = textAt(data, 'event_type') ?? 'unknown';
	const occurredAt = timeAt(data, 'occurred_at');
	const cause = textAt(call, 'hangup_cause');
	const cost = numberAt(call, 'total_cost');
	const direction = textAt(call, 'direction');
	const recordings =
		objectOrNull(call, 'public_recording_urls') ?? objectAt(call, 'recording_urls');
	return callEvent(
		{ id: textAt(data, 'id'), type, occurredAt },
		{
			id: textAt(call, 'call_control_id', 'call_leg_id'),
			status: statusOf(type, direction, cause),
			direction:
				direction === 'incoming' ? 'inbound' : direction === 'outgoing' ? 'outbound' : null,
			from: textAt(call, 'from'),
			to: textAt(call, 'to'),
			agentId: textAt(call, 'assistant_id'),
			startedAt: timeAt(call, 'start_time'),
			endedAt: type === 'call.hangup' ? occurredAt : null,
			durationSeconds: numberAt(call, 'duration_sec', 'billed_duration_secs'),
			transcript:
				textAt(call, 'transcription_text') ??
				textAt(objectAt(call, 'transcription_data'), 'transcript'),
			digits: textAt(call, 'digits', 'digit'),
			summary: insight(call),
			recordingUrl: textAt(recordings, 'mp3', 'wav'),
			cost,
			currency: cost === null ? null : currencyOf(call),
			failureReason: cause === 'normal_clearing' ? null : cause,
			metadata: clientState(textAt(call, 'client_state')),
		},
	);
}

function statusOf(type: string, direction: string | null, cause: string | null): CallStatus {
	if (type === 'call.initiated') return direction === 'incoming' ? 'ringing' : 'initiated';
	if (type === 'call.hangup') {
		return cause !== null && Object.hasOwn(HANGUP_CAUSES, cause) ? HANGUP_CAUSES[cause] : 'unknown';
	}
	return events.find(({ value }) => value === type)?.status ?? 'unknown';
}

function firstOf(call: IDataObject, name: string): IDataObject {
	const list = member(call, name);
	return Array.isArray(list) ? objectAt({ first: list[0] as IDataObject }, 'first') : {};
}

function insight(call: IDataObject): string | null {
	return textAt(firstOf(call, 'results'), 'result');
}

function currencyOf(call: IDataObject): string | null {
	return textAt(firstOf(call, 'cost_parts'), 'currency');
}

/** `data.id` is the same on every attempt, says the page. */
export const repeatOf = byEventId;
