import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
import {
	numberAt,
	objectAt,
	objectOrNull,
	secondsBetween,
	textAt,
	timeAt,
	transcriptAt,
	unixTimeAt,
} from '../common/reading';
import { byFacts, type Repeat } from '../common/repeat';
import { endStatus } from './endedReason';
import { events } from './eventTypes';
import { STATUSES } from './statuses';

export { events } from './eventTypes';

const DIRECTIONS: Record<string, 'inbound' | 'outbound'> = {
	inboundPhoneCall: 'inbound',
	outboundPhoneCall: 'outbound',
};

/** Reads a server message. Recordings have an address that lives for a while, or a stable one. */
export function readEvent(payload: IDataObject): CallEvent {
	const message = objectAt(payload, 'message');
	const call = objectAt(message, 'call');
	const artifact = objectAt(message, 'artifact');
	const type = textAt(message, 'type') ?? 'unknown';
	const status = statusOf(type, message);
	const kind = textAt(call, 'type') ?? '';
	const direction = Object.hasOwn(DIRECTIONS, kind) ? DIRECTIONS[kind] : null;
	const customer = objectOrNull(message, 'customer') ?? objectAt(call, 'customer');
	const phoneNumber = objectOrNull(message, 'phoneNumber') ?? objectAt(call, 'phoneNumber');
	const other = textAt(customer, 'number', 'sipUri');
	const own = textAt(phoneNumber, 'number', 'twilioPhoneNumber');
	const startedAt = timeAt(message, 'startedAt') ?? timeAt(call, 'startedAt');
	const endedAt = timeAt(message, 'endedAt') ?? timeAt(call, 'endedAt');
	const cost = numberAt(message, 'cost');
	const overrides = objectAt(call, 'assistantOverrides');
	return callEvent(
		{ id: null, type, occurredAt: unixTimeAt(message, 'ms', 'timestamp') },
		{
			id: textAt(call, 'id'),
			status,
			direction,
			from: direction === 'inbound' ? other : direction === null ? null : own,
			to: direction === 'inbound' ? own : other,
			agentId: textAt(call, 'assistantId'),
			startedAt,
			endedAt,
			durationSeconds: numberAt(message, 'durationSeconds') ?? secondsBetween(startedAt, endedAt),
			transcript: transcriptAt(artifact, 'transcript', 'messages'),
			summary: textAt(objectAt(message, 'analysis'), 'summary'),
			recordingUrl: textAt(artifact, 'presignedMonoUrl', 'recordingUrl'),
			cost,
			currency: cost === null ? null : 'USD',
			failureReason:
				status === 'completed' || status === 'in-progress' ? null : textAt(message, 'endedReason'),
			metadata:
				objectOrNull(overrides, 'metadata') ??
				objectOrNull(call, 'metadata') ??
				objectOrNull(overrides, 'variableValues'),
		},
	);
}

function statusOf(type: string, message: IDataObject): CallStatus {
	const reason = textAt(message, 'endedReason');
	if (type === 'end-of-call-report') return endStatus(reason);
	if (type !== 'status-update') {
		return events.find(({ value }) => value === type)?.status ?? 'unknown';
	}
	const word = textAt(message, 'status') ?? '';
	if (word === 'ended') return endStatus(reason);
	return Object.hasOwn(STATUSES, word) ? STATUSES[word] : 'unknown';
}

/**
 * Vapi has no event id, and a retry's bytes differ: it writes new addresses of recordings into them. The
 * report of a call comes once, a status once for each word; what is said may be said again.
 */
export function repeatOf({ event, call }: CallEvent, payload: IDataObject): Repeat {
	if (call.id === null) return { by: 'nothing' };
	if (event.type === 'end-of-call-report') return byFacts(event.type, call.id);
	if (event.type === 'status-update') {
		return byFacts(event.type, call.id, textAt(objectAt(payload, 'message'), 'status'));
	}
	return event.occurredAt === null
		? { by: 'nothing' }
		: byFacts(event.type, call.id, event.occurredAt);
}
