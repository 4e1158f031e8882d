import type { Secret } from '../../verification/scheme';
import { elapsed, type Instant } from './instant';

/** Secrets that were read a moment ago, by the place that they belong to. */
export interface KeptSecrets {
	/** What is kept for a place; `undefined` where nothing is, or no longer. */
	of(place: string): readonly Secret[] | undefined;
	/**
	 * Reserves a place while its secrets are being judged. What was not meant to be kept is not judged
	 * again for as long as it would have been kept.
	 *
	 * @param readAt when the secrets were read
	 * @returns what keeps them; `undefined` where the place is taken, or there is no room
	 */
	reserve(place: string, readAt: Instant): ((secrets: readonly Secret[]) => void) | undefined;
	/** Drops what is kept for a place, unless it is this. */
	confirm(place: string, secrets: readonly Secret[] | undefined): void;
	/** Drops what is kept for all places that start with this. */
	forget(start: string): void;
}

interface Kept {
	readAt: Instant;
	/** Missing where they are not to be kept, or not yet. */
	secrets?: readonly Secret[];
}

export const MAX_AGE = 10_000;
export const MAX_PLACES = 1000;

/**
 * @param maxAge how long secrets count after they were read, in milliseconds
 * @param maxPlaces for so many at a time; nothing is kept for further ones until there is room again
 */
export function createKeptSecrets({ maxAge = MAX_AGE, maxPlaces = MAX_PLACES } = {}): KeptSecrets {
	const places = new Map<string, Kept>();

	function current(place: string): Kept | undefined {
		const kept = places.get(place);
		return kept && elapsed(kept.readAt) < maxAge ? kept : undefined;
	}

	/** Names no secrets, so that a timer that still runs holds none in memory. */
	function dropInTime(place: string, readAt: Instant) {
		// Unlike other timers, this one does not keep a process alive that wants to end.
		AbortSignal.timeout(Math.ceil(Math.max(0, maxAge - elapsed(readAt)))).addEventListener(
			'abort',
			() => {
				if (places.get(place)?.readAt === readAt) places.delete(place);
			},
		);
	}

	return {
		of: (place) => current(place)?.secrets,
		reserve(place, readAt) {
			if (current(place) || !(elapsed(readAt) < maxAge)) return undefined;
			places.delete(place);
			// Not the oldest in its place: with more of them in turn, none would be there when it is asked for.
			if (places.size >= maxPlaces) return undefined;
			const kept: Kept = { readAt };
			places.set(place, kept);
			dropInTime(place, readAt);
			return (secrets) => {
				if (places.get(place) === kept) kept.secrets = secrets;
			};
		},
		confirm(place, secrets) {
			const kept = places.get(place)?.secrets;
			if (kept && !(secrets && areSame(kept, secrets))) places.delete(place);
		},
		forget(start) {
			for (const place of places.keys()) if (place.startsWith(start)) places.delete(place);
		},
	};
}

/** Whether secrets are the same, in the same order. */
export function areSame(some: readonly Secret[], others: readonly Secret[]): boolean {
	return JSON.stringify(some) === JSON.stringify(others);
}
