'use strict';

/**
 * A sliding window per key, as https://docs.huskyvoice.ai/api/rate-limits/ describes it. Requests
 * that are refused do not count.
 *
 * @param {import('./settings').Limit|null} limit
 * @param {() => number} clock
 * @returns {(key: string) => number} takes one request; 0 when it may pass, else the milliseconds
 *   until the next one may
 */
function createRateLimit(limit, clock) {
	if (limit === null) return () => 0;
	/** @type {Map<string, number[]>} */
	const taken = new Map();
	return (key) => {
		const now = clock();
		const recent = (taken.get(key) ?? []).filter((at) => at > now - limit.windowMs);
		taken.set(key, recent);
		if (recent.length >= limit.requests) return recent[0] + limit.windowMs - now;
		recent.push(now);
		return 0;
	};
}

module.exports = { createRateLimit };
