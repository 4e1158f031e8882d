import type { Delivery } from './delivery';
import { singleHeader } from './headers';
import type { Place } from './scheme';
import { refuse, type Reason, type Refusal } from './verdict';

/** More pieces than any sender has: each of them costs a comparison. */
export const MAX_PIECES = 16;

/**
 * Reads the pieces at a place. Strictly: none of the header's pieces is empty or has spaces round it,
 * and there are not too many.
 *
 * @param malformed why a header is refused that has no piece of the right form
 * @returns the pieces without their prefix, at least one; or the refusal
 */
export function piecesAt(
	headers: Delivery['headers'],
	place: Place,
	malformed: Reason,
): readonly string[] | Refusal {
	const { header, list, prefix = '' } = place;
	if (list === undefined) {
		const whole = wholeAt(headers, place, malformed);
		return typeof whole === 'string' ? [whole] : whole;
	}
	const value = singleHeader(headers, header);
	if (typeof value !== 'string') return value;
	const pieces = value.split(list, MAX_PIECES + 1);
	if (pieces.length > MAX_PIECES) return refuse(malformed, header);
	const found: string[] = [];
	for (const piece of pieces) {
		if (piece === '' || piece !== piece.trim()) return refuse(malformed, header);
		if (piece.startsWith(prefix)) found.push(piece.slice(prefix.length));
	}
	return found.length > 0 ? found : refuse(malformed, header);
}

/**
 * Reads the text at a place that has to be there exactly once. Which of two is meant nobody can know.
 *
 * @returns the text, or the refusal
 */
export function textAt(
	headers: Delivery['headers'],
	place: Place,
	malformed: Reason,
): string | Refusal {
	if (place.list === undefined) return wholeAt(headers, place, malformed);
	const pieces = piecesAt(headers, place, malformed);
	if (!isFound(pieces)) return pieces;
	return pieces.length === 1 ? pieces[0] : refuse(malformed, place.header);
}

/** The header's value without its prefix. */
function wholeAt(
	headers: Delivery['headers'],
	{ header, prefix }: Place,
	malformed: Reason,
): string | Refusal {
	const value = singleHeader(headers, header);
	if (typeof value !== 'string' || prefix === undefined) return value;
	return value.startsWith(prefix) ? value.slice(prefix.length) : refuse(malformed, header);
}

/** Whether there are pieces. */
export function isFound(pieces: readonly string[] | Refusal): pieces is readonly string[] {
	return Array.isArray(pieces);
}
