'use strict';

const { randomBytes } = require('node:crypto');

/** Shares of the fastest samples that are looked at: interruptions only ever make one slower. */
const CROPS = [1, 0.99, 0.95, 0.9, 0.75, 0.5];
const BATCH = 1000;
const WARM_UP = 20 * BATCH;

/**
 * Times an action on two classes of input in random order.
 *
 * @template T
 * @param {(input: T) => unknown} action
 * @param {(() => T)[]} makers of an input, one for each class
 * @param {number} samples of both together
 * @returns {{ t: number, means: [number, number] }} the t that is farthest from zero over all crops,
 *   and the means of the faster half in nanoseconds
 */
function measure(action, makers, samples) {
	const times = [new Float64Array(samples), new Float64Array(samples)];
	const counts = [0, 0];
	for (let done = -WARM_UP; done < samples; done += BATCH) {
		const classes = [...randomBytes(BATCH)].map((byte) => byte & 1);
		const inputs = classes.map((of) => makers[of]());
		for (let at = 0; at < BATCH; at += 1) {
			const begun = process.hrtime.bigint();
			action(inputs[at]);
			const elapsed = Number(process.hrtime.bigint() - begun);
			if (done < 0) continue;
			const of = classes[at];
			times[of][counts[of]] = elapsed;
			counts[of] += 1;
		}
	}
	const [first, second] = times.map((list, of) => list.subarray(0, counts[of]));
	const all = Float64Array.from([...first, ...second]).sort();
	const results = CROPS.map((share) => {
		const limit = all[Math.ceil(all.length * share) - 1];
		return welch(first, second, limit);
	});
	const [farthest] = [...results].sort((a, b) => Math.abs(b.t) - Math.abs(a.t));
	return { t: farthest.t, means: results[results.length - 1].means };
}

/**
 * Welch's t-test (https://doi.org/10.1093/biomet/34.1-2.28) on the samples up to a limit.
 *
 * @param {Float64Array} first
 * @param {Float64Array} second
 * @param {number} limit
 * @returns {{ t: number, means: [number, number] }}
 */
function welch(first, second, limit) {
	const [a, b] = [first, second].map((list) => moments(list, limit));
	const t = (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count);
	return { t, means: [a.mean, b.mean] };
}

/**
 * @param {Float64Array} list
 * @param {number} limit
 */
function moments(list, limit) {
	let count = 0;
	let mean = 0;
	let squares = 0;
	for (const value of list) {
		if (value > limit) continue;
		count += 1;
		const distance = value - mean;
		mean += distance / count;
		squares += distance * (value - mean);
	}
	return { count, mean, variance: squares / (count - 1) };
}

module.exports = { measure, welch };
