import { refuse, type Refusal } from './verdict';

/** Whole seconds, no sign, no leading zero, well inside the safe integers. */
const UNIX_TIME = /^(?:0|[1-9]\d{0,14})$/;

/**
 * Reads a Unix timestamp and holds it against the clock, in both directions.
 *
 * @param value the header's text; digits only
 * @param toleranceSeconds how far from now it may be, inclusive
 * @param now the clock in milliseconds since the epoch, as from `Date.now()`
 * @returns the timestamp in seconds, or the refusal
 */
export function checkTimestamp(
	value: string,
	header: string,
	toleranceSeconds: number,
	now: number,
): number | Refusal {
	if (!UNIX_TIME.test(value)) return refuse('timestamp-malformed', header);
	const seconds = Number(value);
	const age = Math.floor(now / 1000) - seconds;
	if (-age > toleranceSeconds) return refuse('timestamp-too-new', header);
	// Not `age > tolerance`: a clock or a tolerance that is not a number must not open the window.
	if (!(age <= toleranceSeconds)) return refuse('timestamp-too-old', header);
	return seconds;
}
