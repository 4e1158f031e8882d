import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent, type CallStatus } from '../common/event';
import { failureStatus } from '../common/failureStatus';
import { member, numberAt, textAt, timeAt } from '../common/reading';
import { byFacts, type Repeat } from '../common/repeat';
import { eventType } from './eventType';
import { events } from './eventTypes';

/**
 * Reads an event. EnableX has no event id; which of its ways of writing a member is right differs
 * between its pages. Recording, duration and reason are seen in use only.
 *
 * @see https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/
 */
export function readEvent(payload: IDataObject): CallEvent {
	const type = eventType(
		textAt(payload, 'state'),
		textAt(payload, 'playstate'),
		textAt(payload, 'event'),
	);
	const reason = textAt(payload, 'disconnect_reason', 'error', 'description', 'desc', 'msg');
	const status = statusOf(type, reason);
	const occurredAt = timeAt(payload, 'timestamp');

	return callEvent(
		{ id: null, type, occurredAt },
		{
			// A broadcast's own events are about no single call.
			id: textAt(payload, 'voice_id', 'voice_Id', 'broadcast_id'),
			status,
			direction: type === 'incomingcall' ? 'inbound' : null,
			from: textAt(payload, 'from'),
			to: textAt(payload, 'to'),
			endedAt: type === 'disconnected' ? occurredAt : null,
			durationSeconds: numberAt(payload, 'call_duration'),
			digits: textAt(payload, 'digits', 'digit'),
			recordingUrl: textAt(payload, 'recording_url'),
			failureReason: mayFail(type) && status !== 'completed' ? reason : null,
			metadata: echoOf(payload),
		},
	);
}

function statusOf(type: string, reason: string | null): CallStatus {
	const status = events.find(({ value }) => value === type)?.status ?? 'unknown';
	return mayFail(type) ? (failureStatus(reason) ?? status) : status;
}

/** Whether a reason in such an event says why a call came to nothing. */
function mayFail(type: string): boolean {
	return type === 'failed' || type === 'disconnected';
}

/** What the caller of the API gave along, under EnableX's own two names for it. */
function echoOf(payload: IDataObject): IDataObject | null {
	const echo: IDataObject = {};
	for (const name of ['custom_data', 'owner_ref']) {
		const value = member(payload, name);
		if (value !== undefined && value !== null && value !== '') {
			echo[name] = value as IDataObject[string];
		}
	}
	return Object.keys(echo).length > 0 ? echo : null;
}

/**
 * EnableX has no event id. An event with a time is told by it; one without may be the same key pressed
 * again, or the same prompt played again, so it never counts as a repeat.
 */
export function repeatOf({ event, call }: CallEvent, payload: IDataObject): Repeat {
	if (event.occurredAt === null) return { by: 'nothing' };
	const told = ['play_id', 'prompt_ref', 'digit', 'digits', 'channel_id', 'attempt'];
	const facts = told.map((name) => textAt(payload, name));
	return byFacts(event.type, call.id, textAt(payload, 'timestamp'), ...facts);
}
