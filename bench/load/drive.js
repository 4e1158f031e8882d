'use strict';

const http = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');
const { send } = require('../../tools/simulator/sender');
const { kinds } = require('./deliveries');

/**
 * A stream of deliveries to one address.
 *
 * @typedef {object} Stream
 * @property {string | string[]} url several are taken in turn
 * @property {import('./deliveries').Wanted} delivery
 * @property {number} [connections] so many senders, each of which sends its next delivery when the
 *   last one was answered
 * @property {number} [perSecond] instead of that: one every so often, whether or not the last one
 *   was answered, as a provider does
 * @property {number} [amount] ends after so many deliveries
 * @property {number} [seconds] ends after this time
 *
 * @typedef {object} Outcome
 * @property {number[]} latencies in milliseconds, one for each delivery, in the order of answers
 * @property {Record<string, number>} statuses how often each status, or error code, came back
 * @property {number} seconds from the first delivery sent to the last one answered
 */

/**
 * Sends a stream and waits for all answers.
 *
 * @param {Stream} stream
 * @param {AbortSignal} [ending] stops sending; what is under way is still waited for
 * @returns {Promise<Outcome>}
 */
async function drive(stream, ending = new AbortController().signal) {
	const { amount = Infinity, seconds = Infinity, perSecond, connections = 1 } = stream;
	const urls = [stream.url].flat();
	const next = kinds[stream.delivery.kind](stream.delivery);
	const agent = new http.Agent({ keepAlive: true });
	const latencies = [];
	/** @type {Outcome['statuses']} */
	const statuses = {};
	const started = performance.now();
	let sent = 0;

	const goesOn = () =>
		sent < amount && performance.now() - started < seconds * 1000 && !ending.aborted;

	async function sendOne() {
		const url = urls[sent % urls.length];
		sent += 1;
		const delivery = next();
		const at = performance.now();
		const status = await send(url, delivery, { agent }).then(
			(answer) => answer.status,
			(error) => error.code ?? error.message,
		);
		latencies.push(performance.now() - at);
		statuses[status] = (statuses[status] ?? 0) + 1;
	}

	async function oneAfterTheOther() {
		while (goesOn()) await sendOne();
	}

	async function atAPace() {
		const underWay = [];
		for (let turn = 0; goesOn(); turn += 1) {
			await sleep(Math.max(0, started + (turn * 1000) / perSecond - performance.now()));
			if (goesOn()) underWay.push(sendOne());
		}
		await Promise.all(underWay);
	}

	await (perSecond
		? atAPace()
		: Promise.all(Array.from({ length: connections }, oneAfterTheOther)));
	const outcome = { latencies, statuses, seconds: (performance.now() - started) / 1000 };
	agent.destroy();
	return outcome;
}

module.exports = { drive };
