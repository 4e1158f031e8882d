import type { CallEvent } from './event';

/**
 * By what a repeated delivery is told from a new event.
 *
 * - `facts`: by facts of the proven body that the provider names, the event's type among them.
 *   `brief` where the same facts may come again on purpose later on, e.g. in a call's next attempt:
 *   then they count as a repeat for some minutes only.
 * - `bytes`: the provider gives no such facts, but does not send the same on purpose: equal bytes
 *   count as a repeat for some minutes.
 * - `nothing`: such an event may come again at any time, e.g. a key that is pressed twice: it is never
 *   taken for a repeat.
 */
export type Repeat = Facts | { by: 'bytes' } | { by: 'nothing' };

interface Facts {
	by: 'facts';
	key: string;
	brief?: boolean;
}

/** Told by facts; those that an event does not have are left empty. */
export function byFacts(type: string, ...facts: Array<string | null>): Facts {
	return { by: 'facts', key: [type, ...facts].map((fact) => withoutSlash(fact ?? '')).join('/') };
}

/** So that no two rows of facts give one key. */
function withoutSlash(fact: string): string {
	return fact.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/** Told by the provider's id of the event, and by equal bytes where an event has none. */
export function byEventId({ event }: CallEvent): Repeat {
	return event.id === null ? { by: 'bytes' } : byFacts(event.type, event.id);
}
