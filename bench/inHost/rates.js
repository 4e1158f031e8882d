'use strict';

const { inTurn } = require('../inTurn');
const { loadRound } = require('../n8n/round');
const { latencyOf, medianOf } = require('../statistics');

/** Deliveries of a round, at least. */
const FEWEST = 12;

/**
 * What one way of receiving events can do.
 *
 * @typedef {object} Rate
 * @property {string} engine
 * @property {number} bytes
 * @property {string} id
 * @property {string} label
 * @property {number} perSecond median of the rounds
 * @property {number} cpuMilliseconds for one delivery, of n8n and its task runners
 * @property {number} p50 milliseconds, over the answers of all rounds
 * @property {number} p99
 */

/**
 * Rates and latencies of contenders, in turn. Each gets as many deliveries as took it so many seconds in the
 * round before; the first round only tells how many that are, and the second one warms up.
 *
 * @param {import('../n8n/withHost').Bench} bench
 * @param {import('../n8n/contenders').Contender[]} contenders
 * @param {{ bytes: number, rounds: number, seconds: number }} load
 * @returns {Promise<Omit<Rate, 'engine'>[]>}
 */
async function measureRates(bench, contenders, { bytes, rounds, seconds }) {
	const withAmounts = contenders.map((contender) => ({ ...contender, amount: FEWEST }));
	const measured = await inTurn(withAmounts, { rounds, warmUps: 2 }, async (contender) => {
		const round = await loadRound(bench, contender, { bytes, amount: contender.amount });
		contender.amount = Math.max(FEWEST, Math.round(round.perSecond * seconds));
		return round;
	});
	return measured.map(({ id, label, samples }) => ({
		bytes,
		id,
		label,
		perSecond: medianOf(samples, 'perSecond'),
		cpuMilliseconds: medianOf(samples, 'cpuMilliseconds'),
		p50: latencyOf(samples, 0.5),
		p99: latencyOf(samples, 0.99),
	}));
}

module.exports = { measureRates };
