/**
 * A point in time by two clocks: the one that people set, and the one that only goes forward. The
 * first may be set back, the second stands still while a machine sleeps.
 */
export interface Instant {
	/** Milliseconds since the epoch. */
	clock: number;
	/** Milliseconds since the process started. */
	uptime: number;
}

/** Now. */
export function currentInstant(): Instant {
	return { clock: Date.now(), uptime: performance.now() };
}

/**
 * Milliseconds since an instant, by the clock that shows more of them; `Infinity` where the clock was set
 * back, so that nothing ever counts longer for it.
 */
export function elapsed({ clock, uptime }: Instant): number {
	const now = currentInstant();
	return now.clock < clock ? Infinity : Math.max(now.clock - clock, now.uptime - uptime);
}
