'use strict';

const { installN8n } = require('../../tools/n8n-host');
const { startSimulator } = require('../../tools/simulator/server');
const { environment } = require('../environment');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { nodeVersion } = require('../nodeVersion');
const { median } = require('../statistics');
const { ways } = require('./ways');

/** What the stand-in takes for an answer, in milliseconds. */
const ANSWER_TIME = 50;

/**
 * Part 5: placing calls.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function calls({ quick }) {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const rounds = quick ? 1 : 3;
	const simulator = await startSimulator({ limit: null });
	simulator.misbehave({ how: 'slow', delayMs: ANSWER_TIME, times: Infinity });
	try {
		const found = await withHost({}, async (bench) => await alternate(bench, simulator, rounds));
		return {
			part: 'calls',
			title: 'Placing calls: side by side',
			method: `Items per second of one execution, from its start to its end, against a stand-in of HuskyVoice's API without a request limit that answers after ${ANSWER_TIME} milliseconds. All ways in turn within each of 3 rounds, medians. The ceiling is what the stand-in allows: so many side by side, divided by its answer time. The HTTP Request node sends all items at once; to limit that it needs a loop around it.`,
			environment: about,
			tables: [
				{
					id: 'calls',
					title: 'Items per second, n8n as it comes',
					columns: [
						{ key: 'way', label: 'Way' },
						{ key: 'sideBySide', label: 'Side by side' },
						{ key: 'items', label: 'Items' },
						{ key: 'perSecond', label: 'Items per second' },
						{ key: 'ceiling', label: 'Ceiling' },
					],
					rows: found,
				},
			],
			aims: aimsOf(found),
		};
	} finally {
		await simulator.stop();
	}
}

async function alternate({ client }, simulator, rounds) {
	const contenders = [];
	for (const way of ways(simulator)) {
		const { url } = await publish(client, `${way.way} ${way.sideBySide}`, way.nodes);
		contenders.push({ ...way, url, rates: [] });
		await place(url, simulator, 5);
	}
	for (let round = 0; round < rounds; round += 1) {
		for (const contender of contenders) {
			const { url, sideBySide, rates } = contender;
			rates.push(await place(url, simulator, itemsFor(sideBySide)));
		}
	}
	return contenders.map(({ id, way, sideBySide, rates }) => ({
		id,
		way,
		sideBySide: sideBySide ?? 'all',
		items: itemsFor(sideBySide),
		perSecond: median(rates),
		ceiling: sideBySide === null ? null : (sideBySide * 1000) / ANSWER_TIME,
	}));
}

/** Enough for about two seconds where nothing but the stand-in's answers takes time. */
const itemsFor = (sideBySide) => 40 * (sideBySide ?? 20);

/** @returns {Promise<number>} items per second */
async function place(url, simulator, count) {
	const items = Array.from({ length: count }, () => ({ to: '+919876543210' }));
	const before = simulator.calls.length;
	const started = performance.now();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
	});
	await response.arrayBuffer();
	const seconds = (performance.now() - started) / 1000;
	const placed = simulator.calls.length - before;
	if (!response.ok || placed !== count) {
		throw new Error(`${count} items: status ${response.status}, ${placed} calls were placed`);
	}
	return count / seconds;
}

function aimsOf(found) {
	const ratios = [1, 5, 20].map((sideBySide) => {
		const rate = (id) =>
			found.find((one) => one.id === id && one.sideBySide === sideBySide).perSecond;
		return { sideBySide, ratio: rate('voiceCall') / rate('loop') };
	});
	return [
		{
			aim: 'As fast as the HTTP Request node with the same number side by side, to within 3 %',
			measured: ratios
				.map(({ sideBySide, ratio }) => `${sideBySide}: ${ratio.toFixed(2)} times`)
				.join(', '),
			met: ratios.every(({ ratio }) => ratio >= 0.97),
		},
	];
}

module.exports = { calls };
