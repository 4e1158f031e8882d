import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
import type { EventType } from '../common/provider';
import {
	directionAt,
	numberAt,
	objectAt,
	objectOrNull,
	textAt,
	timeAt,
	transcriptAt,
} from '../common/reading';
import { byEventId } from '../common/repeat';
import { STATUSES } from './statuses';

/**
 * The events that Mirai Minds documents for its v2 API.
 *
 * @see https://github.com/MiraiMinds/docs (v2/webhooks.mdx)
 */
export const events: readonly EventType[] = [
	{
		name: 'Call Aborted (call.aborted)',
		value: 'call.aborted',
		description: 'The call was canceled',
		status: 'canceled',
	},
	{
		name: 'Call Completed (call.completed)',
		value: 'call.completed',
		description: 'The conversation took place and is over',
		status: 'completed',
	},
	{
		name: 'Call Failed (call.failed)',
		value: 'call.failed',
		description:
			'Nobody answered, the line was busy, an error occurred, or the time limit was reached',
		status: 'failed',
	},
	{
		name: 'Call Processed (call.processed)',
		value: 'call.processed',
		description: 'Analysis and transcript of an ended call are ready',
	},
	{
		name: 'Call Queued (call.queued)',
		value: 'call.queued',
		description: 'The call waits; only where Mirai Minds switched it on',
		status: 'queued',
	},
	{
		name: 'Call Started (call.started)',
		value: 'call.started',
		description: 'Somebody picked up',
		status: 'in-progress',
	},
	{
		name: 'Campaign Completed (campaign.completed)',
		value: 'campaign.completed',
		description: 'All calls of a campaign are done',
	},
	{
		name: 'Campaign Paused (campaign.paused)',
		value: 'campaign.paused',
		description: 'A campaign was paused',
	},
	{
		name: 'Campaign Resumed (campaign.resumed)',
		value: 'campaign.resumed',
		description: 'A campaign goes on',
	},
	{
		name: 'Campaign Started (campaign.started)',
		value: 'campaign.started',
		description: 'A campaign began',
	},
	{
		name: 'Campaign Stopped (campaign.stopped)',
		value: 'campaign.stopped',
		description: 'A campaign was stopped',
	},
	{
		name: 'Voicemail (call.voicemail)',
		value: 'call.voicemail',
		description: 'A machine answered',
		status: 'completed',
	},
];

const REASON_IS_NEWS = new Set(['voicemail', 'failed', 'no_answer', 'busy', 'timeout', 'aborted']);

/** Reads an event. Costs are in rupees: an object on one page, a number on another. */
export function readEvent(payload: IDataObject): CallEvent {
	const data = objectAt(payload, 'data');
	const call = objectAt(data, 'call');
	const type = textAt(payload, 'type') ?? 'unknown';
	const word = textAt(call, 'status') ?? '';
	const cost = numberAt(objectAt(call, 'cost'), 'amount_inr') ?? numberAt(call, 'cost_inr');
	return callEvent(
		{ id: textAt(payload, 'id'), type, occurredAt: timeAt(payload, 'created_at') },
		{
			id: textAt(call, 'id'),
			status: Object.hasOwn(STATUSES, word) ? STATUSES[word] : statusOfEvent(type),
			direction: directionAt(call, 'direction'),
			from: textAt(objectAt(call, 'identity'), 'caller_number') ?? textAt(call, 'from'),
			to: textAt(call, 'to'),
			agentId: textAt(call, 'agent_id'),
			startedAt: timeAt(call, 'started_at'),
			endedAt: timeAt(call, 'ended_at'),
			durationSeconds: numberAt(call, 'duration_secs'),
			transcript: transcriptAt(objectAt(data, 'transcript'), 'turns'),
			summary: textAt(objectAt(call, 'analysis'), 'summary'),
			cost,
			currency: cost === null ? null : 'INR',
			failureReason: REASON_IS_NEWS.has(word) ? textAt(call, 'ended_reason') : null,
			metadata: objectOrNull(call, 'metadata'),
		},
	);
}

function statusOfEvent(type: string): CallStatus {
	return events.find(({ value }) => value === type)?.status ?? 'unknown';
}

/** `id` is the same on every attempt and replay, says the page. */
export const repeatOf = byEventId;
