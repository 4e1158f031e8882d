'use strict';

const { cpuTime } = require('./cpuTime');
const { untilAtRest, untilIdle } = require('./idle');

/** Senders at the same time, each waiting for its answer before it sends again. */
const CONNECTIONS = 8;

/**
 * @typedef {object} Round
 * @property {number} perSecond deliveries that were dealt with to the end
 * @property {number} answered the same for answers
 * @property {number} cpuMilliseconds what n8n and its task runners spend on one
 * @property {number[]} latencies of the answers, in milliseconds
 */

/**
 * Loads one contender, once n8n is at rest, and waits until it has finished what it took.
 *
 * @param {Pick<import('./withHost').Bench, 'host' | 'client' | 'generator'>} bench
 * @param {import('./contenders').Contender} contender
 * @param {{ bytes?: number, amount?: number, seconds?: number, connections?: number }} load ends after so many
 *   deliveries, or after this time
 * @returns {Promise<Round>}
 */
async function loadRound({ host, client, generator }, contender, load) {
	const { bytes, connections = CONNECTIONS, ...until } = load;
	await untilAtRest(host.pid);
	const cpuBefore = cpuTime(host.pid);
	const started = performance.now();
	const [{ latencies, statuses, seconds }] = await generator.send({
		url: contender.url,
		delivery: { ...contender.delivery, bytes },
		connections,
		...until,
	});
	await untilIdle(client);
	const total = (performance.now() - started) / 1000;
	const amount = latencies.length;
	assertAnswers(contender, statuses, amount);
	return {
		perSecond: amount / total,
		answered: amount / seconds,
		cpuMilliseconds: ((cpuTime(host.pid) - cpuBefore) * 1000) / amount,
		latencies,
	};
}

/**
 * @param {import('./contenders').Contender} contender
 * @param {Record<string, number>} statuses
 * @param {number} amount
 */
function assertAnswers({ label, status }, statuses, amount) {
	if (statuses[status] === amount) return;
	throw new Error(`${label}: expected ${amount} times ${status}, got ${JSON.stringify(statuses)}`);
}

module.exports = { loadRound };
