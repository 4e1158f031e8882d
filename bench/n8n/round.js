'use strict';

const { cpuTime } = require('./cpuTime');
const { untilAtRest, untilIdle } = require('./idle');

/** Senders at the same time, each waiting for its answer before it sends again. */
const CONNECTIONS = 8;

/**
 * Loads one contender, once n8n is at rest, and waits until it has finished what it took.
 *
 * @param {import('./withHost').Bench} bench
 * @param {import('./contenders').Contender} contender
 * @param {{ bytes: number, amount: number }} load
 * @returns {Promise<{ perSecond: number, cpuMilliseconds: number, latencies: number[] }>} `perSecond`
 *   counts deliveries that were dealt with to the end, not answers; `cpuMilliseconds` is what n8n and
 *   its task runners spend on one
 */
async function loadRound({ host, client, generator }, contender, { bytes, amount }) {
	await untilAtRest(host.pid);
	const cpuBefore = cpuTime(host.pid);
	const started = performance.now();
	const [{ latencies, statuses }] = await generator.send({
		url: contender.url,
		delivery: { ...contender.delivery, bytes },
		connections: CONNECTIONS,
		amount,
	});
	await untilIdle(client);
	const seconds = (performance.now() - started) / 1000;
	assertAnswers(contender, statuses, amount);
	const cpuMilliseconds = ((cpuTime(host.pid) - cpuBefore) * 1000) / amount;
	return { perSecond: amount / seconds, cpuMilliseconds, latencies };
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

module.exports = { assertAnswers, loadRound };
