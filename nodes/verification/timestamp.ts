import type { SignatureScheme } from './scheme';
import { refuse, type Refusal } from './verdict';

type Timestamp = NonNullable<SignatureScheme['timestamp']>;

/** Digits, no sign, no leading zero, well inside the safe integers. */
const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
/** In seconds the year 5138, in milliseconds 1973. */
const FIRST_MILLISECONDS = 1e11;
/** RFC 3339, and the same without an offset, which is UTC. */
const ISO8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads a timestamp and holds it against the clock, in both directions.
 *
 * @param value the text, as the unit of the scheme writes it
 * @param timestamp its unit, and how far from now it may be, inclusive
 * @param now the clock in milliseconds since the epoch, as from `Date.now()`
 * @returns the timestamp in milliseconds since the epoch, or the refusal
 */
export function checkTimestamp(
	value: string,
	{ header, unit, toleranceSeconds }: Pick<Timestamp, 'header' | 'unit' | 'toleranceSeconds'>,
	now: number,
): number | Refusal {
	const milliseconds = read(value, unit);
	if (milliseconds === undefined) return refuse('timestamp-malformed', header);
	// A timestamp in seconds is held against a clock that is cut to seconds as well.
	const clock = unit === 's' ? Math.floor(now / 1000) * 1000 : now;
	const age = clock - milliseconds;
	const tolerance = toleranceSeconds * 1000;
	if (-age > tolerance) return refuse('timestamp-too-new', header);
	// Not `age > tolerance`: a clock or a tolerance that is not a number must not open the window.
	if (!(age <= tolerance)) return refuse('timestamp-too-old', header);
	return milliseconds;
}

function read(value: string, unit: Timestamp['unit']): number | undefined {
	if (unit !== 'iso8601') {
		if (!WHOLE.test(value)) return undefined;
		const number = Number(value);
		const isSeconds = unit === 's' || (unit === 's-or-ms' && number < FIRST_MILLISECONDS);
		return isSeconds ? number * 1000 : number;
	}
	const parts = ISO8601.exec(value);
	if (!parts) return undefined;
	const milliseconds = Date.parse(parts[1] === undefined ? `${value}Z` : value);
	return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
