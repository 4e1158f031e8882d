const SECONDS = /^\d+$/;
/** The forms of a date that HTTP knows, of which all begin with a day's name, and ISO 8601. */
const DATE = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? |\d{4}-\d{2}-\d{2}T)/i;
/** The oldest form names no zone, and means UTC. */
const ZONE = /(?:[a-z]|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads a `Retry-After` header: whole seconds, or a date.
 *
 * @param now milliseconds since the epoch, for dates
 * @returns milliseconds from now, above 0; `undefined` for anything else, for what is past already, and for
 *   what no clock can hold: then the wait is the one of an answer without the header
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function readRetryAfter(value: unknown, now: number): number | undefined {
	const text: unknown = Array.isArray(value) ? value[0] : value;
	if (typeof text !== 'string') return undefined;
	const wait = waitOf(text.trim(), now);
	return Number.isSafeInteger(wait) && wait > 0 ? wait : undefined;
}

function waitOf(text: string, now: number): number {
	if (SECONDS.test(text)) return Number(text) * 1000;
	if (!DATE.test(text)) return NaN;
	return Date.parse(ZONE.test(text) ? text : `${text} GMT`) - now;
}
