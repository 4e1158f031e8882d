import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { callEvent, type CallEvent } from '../common/event';
import type { EventType, SchemeSettings } from '../common/provider';
import { member, textAt } from '../common/reading';
import { byEventId } from '../common/repeat';

/** Nobody knows the events of a platform that is not listed: All lets them in. */
export const events: readonly EventType[] = [];

/** Reads what the form says where to find; all the rest is in the payload. */
export function readEvent(payload: IDataObject, settings?: SchemeSettings): CallEvent {
	const at = (name: string, fallback: string) => {
		const path = settings?.read(name);
		return textAtPath(payload, typeof path === 'string' ? path : fallback);
	};
	return callEvent(
		{
			id: at('customEventIdPath', ''),
			type: at('customTypePath', 'type') ?? 'unknown',
			occurredAt: null,
		},
		{ id: at('customCallIdPath', ''), status: 'unknown' },
	);
}

/** The text at a path such as `data.call.id`. */
function textAtPath(payload: IDataObject, path: string): string | null {
	const names = path.split('.').map((name) => name.trim());
	const last = names.pop() ?? '';
	let holder: unknown = payload;
	for (const name of names)
		holder = isObject(holder) ? member(holder as IDataObject, name) : undefined;
	return isObject(holder) && last !== '' ? textAt(holder as IDataObject, last) : null;
}

export const repeatOf = byEventId;
