'use strict';

const http = require('node:http');
const { codeOf } = require('../n8n-host/failure');
const { send, sendRaw } = require('../simulator/sender');
const { bodies, heavyBodies } = require('./attacks/bodies');
const { forgeries } = require('./attacks/forgeries');
const { headers } = require('./attacks/headers');
const { wire } = require('./attacks/wire');
const { createRandom } = require('./random');

const light = Object.entries({ ...forgeries, ...headers, ...bodies });
const heavy = Object.entries(heavyBodies);
const onTheWire = Object.entries(wire);

/** One request in so many is of a kind that costs much more than others. */
const HEAVY_EVERY = 500;
const WIRE_EVERY = 25;

/**
 * Hostile requests of all kinds, to all endpoints.
 *
 * @typedef {object} HostileReport
 * @property {number} sent
 * @property {Record<string, Record<string, number>>} answers by kind, then by status, or by the code
 *   of a broken connection
 * @property {string[]} accepted kinds that were answered 2xx; all of these requests are forged
 *
 * @param {(import('./attacks/forgeries').Target & { targets: string[] })[]} endpoints
 * @param {object} options
 * @param {number} options.count
 * @param {string} options.seed repeats a run
 * @param {number} [options.concurrency]
 * @param {(sent: number) => void} [options.onProgress]
 * @returns {Promise<HostileReport>}
 */
async function attack(endpoints, { count, seed, concurrency = 12, onProgress }) {
	const random = createRandom(seed);
	const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
	/** @type {HostileReport['answers']} */
	const answers = {};
	/** @type {string[]} */
	const accepted = [];
	let begun = 0;
	const oneAfterAnother = async () => {
		while (begun < count) {
			begun += 1;
			const endpoint = random.pick(endpoints);
			const { kind, statuses } = await attackOnce(random, endpoint, begun, agent);
			answers[kind] ??= {};
			for (const status of statuses) answers[kind][status] = (answers[kind][status] ?? 0) + 1;
			if (statuses.some((status) => Number(status) >= 200 && Number(status) < 300))
				accepted.push(kind);
			onProgress?.(begun);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, oneAfterAnother));
	agent.destroy();
	return { sent: begun, answers, accepted };
}

/**
 * @param {ReturnType<typeof createRandom>} random
 * @param {Parameters<typeof attack>[0][0]} endpoint
 * @param {number} number
 * @param {http.Agent} agent
 * @returns {Promise<{ kind: string, statuses: (number | string)[] }>}
 */
async function attackOnce(random, endpoint, number, agent) {
	const [url] = endpoint.targets;
	if (number % WIRE_EVERY === 0) {
		const [kind, write] = random.pick(onTheWire);
		const { pathname: path, host } = new URL(url);
		const { pieces, ...options } = write(random, endpoint, { path, host });
		const received = (await sendRaw(url, pieces, options)).toString('latin1');
		const statuses = [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => +status);
		return { kind, statuses: statuses.length > 0 ? statuses : ['no answer'] };
	}
	const [kind, make] = random.pick(number % HEAVY_EVERY === 1 ? heavy : light);
	try {
		const { status } = await send(url, make(random, endpoint), { agent, timeoutMs: 60_000 });
		return { kind, statuses: [status] };
	} catch (error) {
		return { kind, statuses: [codeOf(error) ?? 'broken'] };
	}
}

module.exports = { attack };
