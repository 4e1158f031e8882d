import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
import type { EventType } from '../common/provider';
import {
	member,
	numberAt,
	objectAt,
	objectOrNull,
	secondsBetween,
	textAt,
	timeAt,
} from '../common/reading';
import { isObject } from '../../verification/json';
import { byFacts, type Repeat } from '../common/repeat';
import { endStatus, sipReason } from './statuses';

/**
 * The events that Ultravox documents.
 *
 * @see https://docs.ultravox.ai/webhooks/available-webhooks
 */
export const events: readonly EventType[] = [
	{
		name: 'Call Billed (call.billed)',
		value: 'call.billed',
		description: 'The billing of an ended call is known',
	},
	{
		name: 'Call Ended (call.ended)',
		value: 'call.ended',
		description: 'The call is over, also one that nobody joined',
	},
	{
		name: 'Call Joined (call.joined)',
		value: 'call.joined',
		description: 'The phone or the browser connected',
		status: 'in-progress',
	},
	{
		name: 'Call Started (call.started)',
		value: 'call.started',
		description: 'The call was created',
		status: 'initiated',
	},
];

/** Reads an event. The transcript is not sent; it can be read through Ultravox' API. */
export function readEvent(payload: IDataObject): CallEvent {
	const call = objectAt(payload, 'call');
	const type = textAt(payload, 'event') ?? 'unknown';
	const startedAt = timeAt(call, 'joined');
	const endedAt = timeAt(call, 'ended');
	const status = statusOf(type, call);
	const medium = mediumOf(call);
	const outgoing = objectAt(medium, 'outgoing');
	const times: Record<string, string | null> = {
		'call.started': timeAt(call, 'created'),
		'call.joined': startedAt,
		'call.ended': endedAt,
	};
	return callEvent(
		{ id: null, type, occurredAt: Object.hasOwn(times, type) ? times[type] : null },
		{
			id: textAt(call, 'callId'),
			status,
			direction: directionOf(medium),
			from: textAt(outgoing, 'from'),
			to: textAt(outgoing, 'to'),
			agentId: textAt(call, 'agentId') ?? textAt(objectAt(call, 'agent'), 'agentId'),
			startedAt,
			endedAt,
			durationSeconds: secondsBetween(startedAt, endedAt) ?? billedSeconds(call),
			summary: textAt(call, 'summary', 'shortSummary'),
			failureReason: ['no-answer', 'busy', 'failed', 'canceled'].includes(status)
				? (sipReason(call) ?? textAt(call, 'endReason'))
				: null,
			metadata: objectOrNull(call, 'metadata'),
		},
	);
}

function statusOf(type: string, call: IDataObject): CallStatus {
	const known = events.find(({ value }) => value === type);
	if (known?.status !== undefined || known === undefined) return known?.status ?? 'unknown';
	return endStatus(call);
}

/** The one way that the call goes by, e.g. `{ twilio: { outgoing: … } }`. */
function mediumOf(call: IDataObject): IDataObject {
	const [only] = Object.values(objectAt(call, 'medium')).filter(isObject);
	return (only ?? {}) as IDataObject;
}

function directionOf(medium: IDataObject): 'inbound' | 'outbound' | null {
	if (isObject(member(medium, 'outgoing'))) return 'outbound';
	return isObject(member(medium, 'incoming')) ? 'inbound' : null;
}

/** `"61s"` */
function billedSeconds(call: IDataObject): number | null {
	const text = textAt(call, 'billedDuration');
	return text === null ? null : numberAt({ seconds: text.replace(/s$/, '') }, 'seconds');
}

/** Ultravox has no event id. Each event comes once for a call, so its type and the call's id tell. */
export function repeatOf({ event, call }: CallEvent): Repeat {
	return call.id === null ? { by: 'bytes' } : byFacts(event.type, call.id);
}
