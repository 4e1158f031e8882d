import type { IDataObject } from 'n8n-workflow';
import { callEvent, type CallEvent } from '../common/event';
import type { EventType } from '../common/provider';
import { objectAt, textAt, timeAt } from '../common/reading';
import { byEventId } from '../common/repeat';

/** Each sender has its own events, so there is no list: All lets them in. */
export const events: readonly EventType[] = [];

/**
 * Reads what the specification advises a body to have: `type`, `timestamp` and `data`. Whoever sends
 * about calls usually has the call's id in `data`.
 */
export function readEvent(payload: IDataObject): CallEvent {
	const data = objectAt(payload, 'data');
	return callEvent(
		{
			id: textAt(payload, 'id'),
			type: textAt(payload, 'type', 'event') ?? 'unknown',
			occurredAt: timeAt(payload, 'timestamp', 'created_at'),
		},
		{
			id: textAt(data, 'call_id', 'callId') ?? textAt(payload, 'call_id', 'callId'),
			status: 'unknown',
		},
	);
}

/** The id in the headers is signed and the same on every attempt. */
export const repeatOf = byEventId;
