'use strict';

const { readFileSync } = require('node:fs');
const { startSimulator } = require('../../tools/simulator/server');
const { ways } = require('../calls/ways');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');

const ITEMS = [100, 1000, 10_000];
const SIDE_BY_SIDE = 20;

/**
 * One execution of Voice Call against what it has to place: items per second, and what memory n8n takes for
 * it at its highest. The stand-in answers as fast as it can.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<{ items: number, perSecond: number, megabytes: number }[]>}
 */
async function againstItems({ quick }) {
	const simulator = await startSimulator({ limit: null });
	try {
		return await withHost({}, async ({ host, client }) => {
			const { nodes } = ways(simulator).find(
				({ id, sideBySide }) => id === 'voiceCall' && sideBySide === SIDE_BY_SIDE,
			);
			const { url } = await publish(client, 'Growth of items', nodes);
			await place(url, simulator, 20);
			const found = [];
			for (const items of quick ? ITEMS.slice(0, 1) : ITEMS) {
				const memory = watchMemory(host.pid);
				const perSecond = await place(url, simulator, items);
				found.push({ items, perSecond, megabytes: memory.stop() });
			}
			return found;
		});
	} finally {
		await simulator.stop();
	}
}

/** @returns {Promise<number>} items per second */
async function place(url, simulator, count) {
	const numbers = Array.from({ length: count }, (_, at) => `+9198${String(10_000_000 + at)}`);
	const before = simulator.calls.length;
	const started = performance.now();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items: numbers.map((to) => ({ to })) }),
	});
	await response.arrayBuffer();
	const seconds = (performance.now() - started) / 1000;
	const placed = simulator.calls.length - before;
	if (!response.ok || placed !== count) {
		throw new Error(`${count} items: status ${response.status}, ${placed} calls were placed`);
	}
	return count / seconds;
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

module.exports = { againstItems };
