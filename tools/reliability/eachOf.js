'use strict';

/**
 * Does the same with each of a list, so many at a time.
 *
 * @template T
 * @param {readonly T[]} list
 * @param {(one: T) => Promise<unknown>} work
 * @param {number} [atOnce]
 */
async function eachOf(list, work, atOnce = 8) {
	const queue = list.values();
	// All of them take from the same list.
	const worker = async () => {
		for (const one of queue) await work(one);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

module.exports = { eachOf };
