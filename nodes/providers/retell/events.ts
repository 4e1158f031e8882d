import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
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
import { callStatus, endStatus } from './statuses';

/**
 * The events that Retell documents for calls.
 *
 * @see https://docs.retellai.com/features/webhook-overview
 */
export const events: readonly EventType[] = [
	{
		name: 'Call Analyzed',
		value: 'call_analyzed',
		description:
			'The analysis is ready; carries everything, and comes for calls that did not connect as well (call_analyzed)',
	},
	{
		name: 'Call Ended',
		value: 'call_ended',
		description: 'The call ended, was transferred, or did not connect (call_ended)',
	},
	{
		name: 'Call Started',
		value: 'call_started',
		description: 'The call connected (call_started)',
		status: 'in-progress',
	},
	{
		name: 'Transcript Updated',
		value: 'transcript_updated',
		description: 'Somebody spoke; carries the transcript so far (transcript_updated)',
		status: 'in-progress',
	},
	{
		name: 'Transfer Bridged',
		value: 'transfer_bridged',
		description: 'The call was put through to the other party (transfer_bridged)',
		status: 'in-progress',
	},
	{
		name: 'Transfer Cancelled',
		value: 'transfer_cancelled',
		description: 'The transfer did not come about (transfer_cancelled)',
		status: 'in-progress',
	},
	{
		name: 'Transfer Ended',
		value: 'transfer_ended',
		description: 'The transferred leg ended (transfer_ended)',
	},
	{
		name: 'Transfer Started',
		value: 'transfer_started',
		description: 'The agent began to transfer the call (transfer_started)',
		status: 'in-progress',
	},
];

/** Reads an event. Costs are in cents, times in milliseconds. */
export function readEvent(payload: IDataObject): CallEvent {
	const call = objectAt(payload, 'call');
	const type = textAt(payload, 'event') ?? 'unknown';
	const analysis = objectAt(call, 'call_analysis');
	const startedAt = unixTimeAt(call, 'ms', 'start_timestamp');
	const endedAt = unixTimeAt(call, 'ms', 'end_timestamp');
	const milliseconds = numberAt(call, 'duration_ms');
	const cents = numberAt(objectAt(call, 'call_cost'), 'combined_cost');
	const reason = textAt(call, 'disconnection_reason');
	const status = statusOf(type, call, startedAt !== null);
	return callEvent(
		{
			id: null,
			type,
			occurredAt:
				unixTimeAt(payload, 'ms', 'event_timestamp') ??
				(type === 'call_started' ? startedAt : endedAt),
		},
		{
			id: textAt(call, 'call_id'),
			status,
			direction: directionAt(call, 'direction'),
			from: textAt(call, 'from_number'),
			to: textAt(call, 'to_number'),
			agentId: textAt(call, 'agent_id'),
			startedAt,
			endedAt,
			durationSeconds: milliseconds === null ? null : milliseconds / 1000,
			transcript: transcriptAt(call, 'transcript', 'transcript_object'),
			summary: textAt(analysis, 'call_summary'),
			sentiment: textAt(analysis, 'user_sentiment'),
			recordingUrl: textAt(call, 'recording_url', 'scrubbed_recording_url'),
			cost: cents === null ? null : cents / 100,
			currency: cents === null ? null : 'USD',
			failureReason: status === 'completed' || status === 'in-progress' ? null : reason,
			metadata:
				objectOrNull(call, 'metadata') ?? objectOrNull(call, 'retell_llm_dynamic_variables'),
		},
	);
}

/** The reason tells more than `call_status`: a documented sample of an ended call says registered. */
function statusOf(type: string, call: IDataObject, wasConnected: boolean): CallStatus {
	const known = events.find(({ value }) => value === type)?.status;
	if (known !== undefined) return known;
	const said = callStatus(textAt(call, 'call_status'));
	if (type !== 'call_ended' && type !== 'call_analyzed') return said;
	return endStatus(textAt(call, 'disconnection_reason'), wasConnected) ?? said;
}

/**
 * Retell has no event id. Event and call id tell a repeat, says the page; transfers are told by their
 * start as well. A transcript comes again and again, each time with more.
 */
export function repeatOf({ event, call }: CallEvent, payload: IDataObject): Repeat {
	if (event.type === 'transcript_updated' || call.id === null) return { by: 'nothing' };
	if (!event.type.startsWith('transfer_')) return byFacts(event.type, call.id);
	const destination = objectAt(payload, 'transfer_destination');
	return byFacts(
		event.type,
		call.id,
		event.occurredAt ?? call.startedAt,
		textAt(destination, 'number'),
	);
}
