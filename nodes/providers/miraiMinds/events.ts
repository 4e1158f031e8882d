import type { IDataObject } from 'n8n-workflow';
import type { CallEvent, CallStatus } from '../common/event';
import { numberAt, objectAt, objectOrNull, textAt, timeAt, transcriptAt } from '../common/reading';
import { byFacts, type Repeat } from '../common/repeat';
import { STATUSES } from './statuses';

const WITHOUT_CONVERSATION = new Set<CallStatus>(['failed', 'busy', 'no-answer', 'blocked']);

/**
 * Reads an event. The guide puts `call`, `analysis`, `credits` and `report` into `event.data`, a
 * generated example of the reference puts them into `event`: the first that is there counts.
 * No event has an id, a time of its own, a phone number or an assistant.
 *
 * @see https://docs.miraiminds.co/developers/call-lifecycle-events
 */
export function readEvent(payload: IDataObject): CallEvent {
	const event = objectAt(payload, 'event');
	const data = objectAt(event, 'data');
	const part = (name: string) => objectOrNull(data, name) ?? objectAt(event, name);
	const call = part('call');
	const analysis = part('analysis');
	const cost = numberAt(part('credits'), 'used');
	const type = textAt(event, 'type') ?? 'unknown';
	const status = statusOf(type, call, part('report'));

	return {
		event: { id: null, type, occurredAt: null },
		call: {
			id: textAt(call, 'id'),
			status,
			direction: null,
			from: null,
			to: null,
			agentId: null,
			startedAt: timeAt(call, 'startedAt'),
			endedAt: timeAt(call, 'endedAt'),
			durationSeconds: numberAt(call, 'durationSeconds'),
			transcript: transcriptAt(call, 'transcript') ?? transcriptAt(data, 'transcript'),
			digits: null,
			summary: textAt(analysis, 'summary'),
			// Insights are what the assistant was told to find; the guide's sample has this one.
			sentiment: textAt(objectAt(analysis, 'insights'), 'sentiment'),
			recordingUrl: textAt(call, 'recordingUrl'),
			cost,
			currency: cost === null ? null : 'credits',
			// In an action, `reason` says why the assistant asks; it is no failure.
			failureReason:
				type !== 'action' && WITHOUT_CONVERSATION.has(status) ? textAt(data, 'reason') : null,
			metadata: objectOrNull(payload, 'metadata'),
		},
	};
}

/** A call's events say it by their type, the other three by what they carry. */
function statusOf(type: string, call: IDataObject, report: IDataObject): CallStatus {
	const said = statusAt(call, 'status');
	if (type === 'call.lifecycle-ended') return statusAt(report, 'finalStatus') ?? said ?? 'unknown';
	if (type === 'end-of-call') return said ?? 'completed';
	if (type === 'action') return said ?? 'unknown';
	const word = type.startsWith('call.') ? type.slice('call.'.length) : '';
	return Object.hasOwn(STATUSES, word) ? STATUSES[word] : 'unknown';
}

function statusAt(source: IDataObject, key: string): CallStatus | undefined {
	const word = textAt(source, key)?.toLowerCase().replaceAll('_', '-') ?? '';
	return Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
}

/**
 * Event type and call id tell a repeat, says the page. An attempt's number or start is added, where an
 * event has it; without either, the next attempt's event looks the same, so it counts for some minutes
 * only. What the assistant asks for it may ask for twice.
 *
 * @see https://github.com/MiraiMinds/docs (v1/webhooks.mdx)
 */
export function repeatOf({ event, call }: CallEvent, payload: IDataObject): Repeat {
	if (event.type === 'action' || call.id === null) return { by: 'nothing' };
	const attempt = attemptOf(payload);
	const facts = byFacts(event.type, call.id, attempt ?? call.startedAt);
	const isOfNoAttempt = attempt === null && call.startedAt === null;
	const isBrief = isOfNoAttempt && WITHOUT_CONVERSATION.has(call.status);
	return isBrief ? { ...facts, brief: true } : facts;
}

function attemptOf(payload: IDataObject): string | null {
	const data = objectAt(objectAt(payload, 'event'), 'data');
	return textAt(objectAt(data, 'call'), 'attempt') ?? textAt(data, 'attempt');
}
