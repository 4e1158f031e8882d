const SECONDS = /^\d+$/;

/**
 * Reads a `Retry-After` header: whole seconds, or a date.
 *
 * @param now milliseconds since the epoch, for dates
 * @returns milliseconds from now, not below 0; `undefined` for anything else
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function readRetryAfter(value: unknown, now: number): number | undefined {
	const text: unknown = Array.isArray(value) ? value[0] : value;
	if (typeof text !== 'string') return undefined;
	const trimmed = text.trim();
	if (SECONDS.test(trimmed)) return Number(trimmed) * 1000;
	if (!/[a-z]/i.test(trimmed)) return undefined;
	const date = Date.parse(trimmed);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
