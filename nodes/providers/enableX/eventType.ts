import { events } from './eventTypes';

const KNOWN = new Set(events.map(({ value }) => value));

/**
 * The event's type as in the list: EnableX writes `incomingcall` also as "Incomingcall" and
 * "incoming call", so letter case and blanks do not count. An unknown name passes through.
 *
 * @param state what `state` says, or `null`
 * @param playstate what `playstate` says, or `null`. No event was seen to have both; a prompt's
 * event is the narrower one.
 * @param event what `event` says: one page has it in place of either
 */
export function eventType(
	state: string | null,
	playstate: string | null,
	event: string | null,
): string {
	if (playstate !== null) return listed(`play:${playstate}`);
	if (state !== null) return listed(state);
	if (event === null) return 'unknown';
	const asState = listed(event);
	const asPlaystate = listed(`play:${event}`);
	return !KNOWN.has(asState) && KNOWN.has(asPlaystate) ? asPlaystate : asState;
}

function listed(name: string): string {
	const folded = name.toLowerCase().replaceAll(/\s/g, '');
	return KNOWN.has(folded) ? folded : name;
}
