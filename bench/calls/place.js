'use strict';

const { startSimulator } = require('../../tools/simulator/server');

/** @import { Simulator } from '../../tools/simulator/server' */

/**
 * Does some work with a stand-in of HuskyVoice's API that takes its time for each answer.
 *
 * @template T
 * @param {{ answerTime: number, limit: import('../../tools/simulator/settings').Limit | null }} options `answerTime` in
 *   milliseconds
 * @param {(simulator: Simulator) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withStandIn({ answerTime, limit }, work) {
	const simulator = await startSimulator({ limit });
	simulator.misbehave({ how: 'slow', delayMs: answerTime, times: Infinity });
	try {
		return await work(simulator);
	} finally {
		await simulator.stop();
	}
}

/**
 * Has one execution place so many calls, each to a number of its own.
 *
 * @param {string} url where a workflow of `ways` listens
 * @param {Simulator} simulator
 * @param {number} count
 * @returns {Promise<{ perSecond: number, numbers: string[], calls: Simulator['calls'], answer: string }>} items per
 *   second of the execution, from its start to its end; what it was to call, what it called, and what it answered
 */
async function place(url, simulator, count) {
	const numbers = Array.from({ length: count }, (_, at) => `+9198${String(10_000_000 + at)}`);
	const before = simulator.calls.length;
	const started = performance.now();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items: numbers.map((to) => ({ to })) }),
	});
	const answer = await response.text();
	const seconds = (performance.now() - started) / 1000;
	const calls = simulator.calls.slice(before);
	if (!response.ok || calls.length !== count) {
		throw new Error(`${count} items: status ${response.status}, ${calls.length} calls were placed`);
	}
	return { perSecond: count / seconds, numbers, calls, answer };
}

module.exports = { place, withStandIn };
