'use strict';

/**
 * @param {number[]} values at least one
 * @param {number} share 0.5 for the median, 0.99 for the 99th percentile
 * @returns {number} nearest rank
 */
function percentile(values, share) {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {number[]} values at least one; of an even count the middle two are averaged */
function median(values) {
	const sorted = Float64Array.from(values).sort();
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @template {string} Figure
 * @param {Record<Figure, number>[]} samples at least one
 * @param {Figure} figure
 */
const medianOf = (samples, figure) => median(samples.map((sample) => sample[figure]));

/**
 * @param {{ latencies: number[] }[]} rounds at least one
 * @param {number} share see `percentile`
 */
const latencyOf = (rounds, share) =>
	percentile(
		rounds.flatMap(({ latencies }) => latencies),
		share,
	);

/**
 * A number as a person reads it: three digits that count, thousands apart.
 *
 * @param {number} value
 */
function readable(value) {
	if (!Number.isFinite(value)) return '-';
	const magnitude = Math.abs(value);
	if (magnitude >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-US');
	return value.toFixed(magnitude >= 10 ? 1 : 2);
}

module.exports = { latencyOf, median, medianOf, percentile, readable };
