'use strict';

const { proveChecks, publishContenders } = require('../n8n/contenders');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { median, percentile } = require('../statistics');

const SIZES = [1024, 65_536];
/** What is compared with large bodies as well. */
const LARGE_TOO = ['bare', 'least', 'trigger', 'forgedByHeader', 'forgedBySignature', 'code'];
const FIRST = 12;

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
 * Rates and latencies of all contenders, by expression engine and size of the body.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<Rate[]>}
 */
async function measureRates({ quick }) {
	const rounds = quick ? 1 : 5;
	const seconds = quick ? 0.2 : 1.2;
	const rates = [];
	for (const engine of Object.keys(ENGINES)) {
		process.stderr.write(`Rates in n8n, expression engine: ${engine}\n`);
		rates.push(
			...(await withHost(ENGINES[engine].env, async (bench) => {
				if (engine === 'lazy') await proveChecks(bench.client, bench.generator);
				const contenders = await publishContenders(bench.client, bench.gitHub);
				const found = [];
				for (const bytes of SIZES) {
					const some = contenders.filter(({ id }) => bytes === SIZES[0] || LARGE_TOO.includes(id));
					const measured = await alternate(bench, some, { bytes, rounds, seconds });
					found.push(...measured.map((rate) => ({ engine, bytes, ...rate })));
				}
				return found;
			})),
		);
	}
	return rates;
}

/**
 * All contenders in turn, round after round, so that what changes over time hits all alike. The first
 * round does not count: n8n gets faster over its first thousands of requests.
 */
async function alternate(bench, contenders, { bytes, rounds, seconds }) {
	const samples = new Map(contenders.map(({ id }) => [id, []]));
	const amounts = new Map();
	for (const { id, ...contender } of contenders) {
		const { perSecond } = await loadRound(bench, contender, { bytes, amount: FIRST });
		amounts.set(id, Math.max(FIRST, Math.round(perSecond * seconds)));
	}
	for (let round = 0; round <= rounds; round += 1) {
		for (const { id, ...contender } of contenders) {
			const sample = await loadRound(bench, contender, { bytes, amount: amounts.get(id) });
			if (round > 0) samples.get(id).push(sample);
			amounts.set(id, Math.max(FIRST, Math.round(sample.perSecond * seconds)));
		}
	}
	return contenders.map(({ id, label }) => {
		const own = samples.get(id);
		const latencies = own.flatMap((sample) => sample.latencies);
		return {
			id,
			label,
			perSecond: median(own.map(({ perSecond }) => perSecond)),
			cpuMilliseconds: median(own.map(({ cpuMilliseconds }) => cpuMilliseconds)),
			p50: percentile(latencies, 0.5),
			p99: percentile(latencies, 0.99),
		};
	});
}

module.exports = { alternate, measureRates };
