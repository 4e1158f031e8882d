import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent } from '../common/event';
import type { EventType } from '../common/provider';
import {
	member,
	numberAt,
	objectOrNull,
	textAt,
	timeAt,
	transcriptAt,
	truthAt,
} from '../common/reading';
import { byFacts, type Repeat } from '../common/repeat';
import { isObject } from '../../verification/json';
import { statusOf } from './statuses';

/**
 * Bland's bodies have no type. A report after the call is one without a `category`; an event during the
 * call has one, which names it here.
 *
 * @see https://docs.bland.ai/tutorials/post-call-webhooks
 */
export const events: readonly EventType[] = [
	{
		name: 'Call Report',
		value: 'call.report',
		description: 'The call is over; carries transcript, summary and price',
	},
	{
		name: 'In Call: Call',
		value: 'in_call.call',
		description: 'Something happened to the call itself (category call)',
		status: 'in-progress',
	},
	{
		name: 'In Call: Citations',
		value: 'in_call.citations',
		description: 'Citations were found (category citations)',
	},
	{
		name: 'In Call: Dynamic Data',
		value: 'in_call.dynamic_data',
		description: 'Dynamic data was fetched (category dynamic_data)',
	},
	{
		name: 'In Call: Latency',
		value: 'in_call.latency',
		description: 'A latency was measured (category latency)',
	},
	{
		name: 'In Call: Queue',
		value: 'in_call.queue',
		description: 'The call moved in the queue (category queue)',
	},
	{
		name: 'In Call: Tool',
		value: 'in_call.tool',
		description: 'A tool was called (category tool)',
	},
	{
		name: 'In Call: Webhook',
		value: 'in_call.webhook',
		description: 'A webhook was called (category webhook)',
	},
];

/** Reads an event. `call_length` is in minutes, `corrected_duration` in seconds, as text. */
export function readEvent(payload: IDataObject): CallEvent {
	const category = textAt(payload, 'category');
	const id = textAt(payload, 'call_id', 'c_id');
	if (category !== null) {
		const type = `in_call.${category}`;
		const status = events.find(({ value }) => value === type)?.status ?? 'unknown';
		return callEvent({ id: null, type, occurredAt: null }, { id, status });
	}
	if (id === null) {
		return callEvent({ id: null, type: 'unknown', occurredAt: null }, { status: 'unknown' });
	}
	const minutes = numberAt(payload, 'call_length');
	const status = statusOf(payload);
	const endedAt = truthAt(payload, 'completed') === true ? timeAt(payload, 'end_at') : null;
	const cost = numberAt(payload, 'price');
	const inbound = truthAt(payload, 'inbound');
	const answeredBy = textAt(payload, 'answered_by');
	return callEvent(
		{ id: null, type: 'call.report', occurredAt: endedAt },
		{
			id,
			status,
			direction: inbound === null ? null : inbound ? 'inbound' : 'outbound',
			from: textAt(payload, 'from'),
			to: textAt(payload, 'to'),
			agentId: textAt(payload, 'pathway_id'),
			startedAt: timeAt(payload, 'started_at'),
			endedAt,
			durationSeconds:
				numberAt(payload, 'corrected_duration') ?? (minutes === null ? null : minutes * 60),
			transcript: spoken(payload) ?? textAt(payload, 'concatenated_transcript'),
			summary: textAt(payload, 'summary'),
			recordingUrl: textAt(payload, 'recording_url'),
			cost,
			currency: cost === null ? null : 'USD',
			failureReason:
				textAt(payload, 'error_message') ??
				(status === 'completed' || answeredBy === 'human' ? null : answeredBy),
			metadata: objectOrNull(payload, 'metadata'),
		},
	);
}

/** The utterances without what the agent did in between. */
function spoken(payload: IDataObject): string | null {
	const list = member(payload, 'transcripts');
	if (!Array.isArray(list)) return null;
	const utterances = list
		.filter(isObject)
		.filter(({ user }) => user !== 'agent-action')
		.map(({ user, text }) => ({ speaker: user, text }));
	return transcriptAt({ utterances } as unknown as IDataObject, 'utterances');
}

/**
 * Bland has no event id. A report may be sent again by hand, and corrected later: equal reports of one
 * call are a repeat, others are not. Events during a call may come again at any time.
 */
export function repeatOf({ event, call }: CallEvent, payload: IDataObject): Repeat {
	if (event.type !== 'call.report') return { by: 'nothing' };
	const told = ['status', 'corrected_duration', 'summary', 'concatenated_transcript'];
	return byFacts(event.type, call.id, ...told.map((name) => textAt(payload, name)));
}
