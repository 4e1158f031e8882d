/** A key and the time it was seen, in milliseconds since the epoch. */
export type SeenKey = readonly [key: string, seenAt: number];

/** A right to hand a key's delivery to n8n, to be settled once the answer is known. */
export interface Claim {
	/** n8n took the delivery: the key is seen from now on. */
	commit(): void;
	/** n8n did not: whoever waits for the key may try. Does nothing after a commit. */
	release(): void;
}

/** Remembers the keys that n8n took, and keeps copies of one in flight apart. */
export interface DuplicateGuard {
	/**
	 * Claims a key, waiting for an earlier copy that is still in flight.
	 *
	 * @param now milliseconds since the epoch
	 * @param ageOfKey for how long the key counts as seen, in milliseconds; at most the guard's own limit
	 * @returns the claim, or `undefined` when n8n has taken the key's delivery already, or enough copies
	 *   wait for it
	 */
	claim(key: string, now: number, ageOfKey?: number): Promise<Claim | undefined>;
	/** Adds keys that were seen before this process started, or by another one. */
	recall(keys: Iterable<SeenKey>): void;
	/** The newest keys that were seen, oldest first. */
	newest(count: number): SeenKey[];
}

export interface GuardLimits {
	/** How many keys are remembered at most. */
	maxKeys: number;
	/** For how long a key is remembered, in milliseconds. */
	maxAge: number;
}

/** A claim that is not settled yet; it settles when n8n answers, however long that takes. */
interface Flight {
	landed: Promise<void>;
	/** How many copies wait for it. */
	waiting: number;
}

const MAX_WAITING = 1000;

/** Makes a guard. It has no clock and no timers: time comes with each claim. */
export function createDuplicateGuard({ maxKeys, maxAge }: GuardLimits): DuplicateGuard {
	const seen = new Map<string, number>();
	/**
	 * The same keys in the order in which they came, oldest first. A list, because its end is at hand
	 * however long it is; what is forgotten at its front is only counted, and cut off in bulk.
	 */
	let order: SeenKey[] = [];
	let forgotten = 0;
	const inFlight = new Map<string, Flight>();

	function add(key: string, seenAt: number) {
		const before = seen.get(key);
		if (before !== undefined && before >= seenAt) return;
		seen.set(key, seenAt);
		order.push([key, seenAt]);
	}

	function forgetOld(now: number) {
		while (seen.size > 0) {
			const [key, seenAt] = order[forgotten];
			if (seen.size <= maxKeys && now - seenAt <= maxAge) break;
			// A key that was seen again stands further on as well.
			if (seen.get(key) === seenAt) seen.delete(key);
			forgotten += 1;
		}
		if (forgotten > maxKeys) {
			order = order.slice(forgotten);
			forgotten = 0;
		}
	}

	function open(key: string, now: number): Claim {
		let land: () => void = () => {};
		let settled = false;
		const flight = { waiting: 0, landed: new Promise<void>((resolve) => (land = resolve)) };
		inFlight.set(key, flight);
		const end = (took: boolean) => {
			if (settled) return;
			settled = true;
			if (inFlight.get(key) === flight) inFlight.delete(key);
			if (took) {
				add(key, now);
				forgetOld(now);
			}
			land();
		};
		return { commit: () => end(true), release: () => end(false) };
	}

	return {
		async claim(key, now, ageOfKey = maxAge) {
			for (;;) {
				forgetOld(now);
				const seenAt = seen.get(key);
				if (seenAt !== undefined && now - seenAt <= ageOfKey) return undefined;
				const earlier = inFlight.get(key);
				if (!earlier) return open(key, now);
				// So many are enough for one of them to take over, should the first one fail.
				if (earlier.waiting >= MAX_WAITING) return undefined;
				earlier.waiting += 1;
				await earlier.landed;
			}
		},
		recall(keys) {
			const older = [...keys].filter(([key, seenAt]) => (seen.get(key) ?? -1) < seenAt);
			if (older.length === 0) return;
			const merged = [...order.slice(forgotten), ...older].sort(([, a], [, b]) => a - b);
			seen.clear();
			order = [];
			forgotten = 0;
			for (const [key, seenAt] of merged) add(key, seenAt);
		},
		newest(count) {
			return order.slice(Math.max(forgotten, order.length - count));
		},
	};
}
