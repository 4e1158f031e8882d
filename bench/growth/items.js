'use strict';

const { readFileSync } = require('node:fs');
const { startSimulator } = require('../../tools/simulator/server');
const { ways } = require('../calls/ways');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { watchRequests } = require('./sideBySide');

const ITEMS = [100, 1000, 10_000];
const SIDE_BY_SIDE = 20;
/** What the stand-in takes for an answer, in milliseconds. */
const ANSWER_TIME = 10;
/** What the provider takes, where it limits: so many requests in a second. */
const LIMIT = { requests: 50, windowMs: 1000 };
const LIMITED_ITEMS = 500;

/**
 * One execution of a node against what it has to place: Voice Call; at most as many with n8n's HTTP Request,
 * which sends all at once, to tell what is n8n's own; Voice Call where the stand-in has a limit of requests.
 *
 * @typedef {object} Placed
 * @property {string} node
 * @property {string} limit
 * @property {number} items
 * @property {number} perSecond
 * @property {number} megabytes what n8n took at its highest
 * @property {number} sideBySide requests at the same time, at most
 * @property {number} refused requests that the limit refused
 * @property {number} outOfOrder items whose result stands in another place
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<Placed[]>}
 */
async function againstItems({ quick }) {
	const counts = quick ? ITEMS.slice(0, 1) : ITEMS;
	const limited = [quick ? LIMIT.requests * 2 : LIMITED_ITEMS];
	return [
		...(await placeEach('voiceCall', null, counts)),
		...(await placeEach('http', null, counts.slice(-1))),
		...(await placeEach('voiceCall', LIMIT, limited)),
	];
}

/** What n8n's HTTP Request gives out is the answer itself. */
const NODES = {
	voiceCall: { name: 'Voice Call', idIn: ({ callId }) => callId },
	http: { name: 'HTTP Request', idIn: (answer) => answer.data.call_id },
};

/**
 * @param {keyof typeof NODES} wanted
 * @param {import('../../tools/simulator/settings').Limit | null} limit
 * @param {number[]} counts
 * @returns {Promise<Placed[]>}
 */
async function placeEach(wanted, limit, counts) {
	const { name, idIn } = NODES[wanted];
	const simulator = await startSimulator({ limit });
	simulator.misbehave({ how: 'slow', delayMs: ANSWER_TIME, times: Infinity });
	try {
		return await withHost({}, async ({ host, client }) => {
			const { nodes } = ways(simulator, 'allEntries').find(
				({ id, sideBySide }) => id === wanted && [SIDE_BY_SIDE, null].includes(sideBySide),
			);
			const { url } = await publish(client, 'Growth of items', nodes);
			await place(url, simulator, 20, idIn);
			const found = [];
			for (const items of counts) {
				const memory = watchMemory(host.pid);
				const requests = watchRequests(simulator.url);
				const before = simulator.requests.length;
				const placed = await place(url, simulator, items, idIn);
				const refused = simulator.requests
					.slice(before)
					.filter(({ status }) => status === 429).length;
				found.push({
					node: name,
					limit: limit ? `${limit.requests} a second` : 'none',
					items,
					...placed,
					megabytes: memory.stop(),
					sideBySide: requests.stop(),
					refused,
				});
			}
			return found;
		});
	} finally {
		await simulator.stop();
	}
}

/** @returns {Promise<{ perSecond: number, outOfOrder: number }>} */
async function place(url, simulator, count, idIn) {
	const numbers = Array.from({ length: count }, (_, at) => `+9198${String(10_000_000 + at)}`);
	const before = simulator.calls.length;
	const started = performance.now();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items: numbers.map((to) => ({ to })) }),
	});
	const text = await response.text();
	const seconds = (performance.now() - started) / 1000;
	const placed = simulator.calls.slice(before);
	if (!response.ok || placed.length !== count) {
		throw new Error(
			`${count} items: status ${response.status}, ${placed.length} calls were placed`,
		);
	}
	const numberOf = new Map(placed.map(({ id, contact }) => [id, contact]));
	const results = JSON.parse(text);
	const outOfOrder = numbers.filter((to, at) => numberOf.get(idIn(results[at])) !== to).length;
	return { perSecond: count / seconds, outOfOrder };
}

/**
 * Looks at the memory of a process ten times a second.
 *
 * @param {number} pid
 * @returns {{ stop: () => number }} gives the most that it held meanwhile, in megabytes
 */
function watchMemory(pid) {
	let most = 0;
	const look = () => {
		const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
		most = Math.max(most, Number(kilobytes) / 1024);
	};
	look();
	const looking = setInterval(look, 100);
	return {
		stop: () => {
			clearInterval(looking);
			look();
			return most;
		},
	};
}

module.exports = { ANSWER_TIME, SIDE_BY_SIDE, againstItems };
