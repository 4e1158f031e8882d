'use strict';

const { inTurn } = require('../inTurn');
const { publishContenders } = require('../n8n/contenders');
const { untilAtRest, untilIdle } = require('../n8n/idle');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { inEachEngine } = require('../n8n/withHost');
const { latencyOf } = require('../statistics');
const { aimForEach, plainTable } = require('../tables');

const BYTES = 1024;
const GENUINE_PER_SECOND = 5;
const FLOOD_CONNECTIONS = 8;

/** What else arrives while genuine events do, by the id of a contender. */
const FLOODS = [
	{ flood: 'none', genuine: 'alone' },
	{ flood: 'forgedByHeader', genuine: 'under forged ones, header tells' },
	{ flood: 'forgedBySignature', genuine: 'under forged signatures' },
];

/**
 * Part 2, continued: genuine events while forged ones arrive.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function flood({ quick }) {
	const found = await inEachEngine(
		'Flood of forged deliveries',
		async (bench) => await measureIn(bench, quick),
	);
	const slowed = found.filter((one) => one.flood !== 'none');
	return {
		title: 'Genuine events while others forge',
		method:
			'Genuine events at a steady pace, whether or not the last one was answered; alone, then with eight senders that forge as fast as they get their answers, in turn within each of 3 rounds of 8 seconds. One n8n process with SQLite. No proxy in front, which would limit such senders.',
		tables: [
			plainTable(
				'flood',
				'Genuine events, 5 per second, while eight senders forge as fast as they can',
				{
					engine: 'Setting',
					genuine: 'Genuine events',
					p50: 'p50, ms',
					p99: 'p99, ms',
					lost: 'Not answered',
					ratio: 'p99 against alone',
					forgedPerSecond: 'Forged per second',
				},
				found.map((one) => ({ ...one, engine: ENGINES[one.engine].label })),
			),
		],
		aims: [
			aimForEach(
				'p99 of genuine events under a flood at most twice the one without',
				slowed.map(({ engine, genuine, ratio }) => [`${engine}, ${genuine}`, ratio]),
				(ratio) => ratio <= 2,
			),
		],
	};
}

/** @returns {Promise<object[]>} a row of the table for each flood */
async function measureIn(bench, quick) {
	const seconds = quick ? 1 : 8;
	const contenders = await publishContenders(bench, [
		'trigger',
		'forgedByHeader',
		'forgedBySignature',
	]);
	// Enough for n8n to have become as fast as it gets.
	for (const contender of contenders) {
		await loadRound(bench, contender, { bytes: BYTES, seconds: quick ? 1 : 5 });
	}
	const measured = await inTurn(FLOODS, { rounds: quick ? 1 : 3 }, async (one) => {
		return await floodRound(bench, contenders, one.flood, seconds);
	});
	const rows = measured.map(({ samples, ...row }) => {
		const sum = (figure) => samples.reduce((total, sample) => total + sample[figure], 0);
		return {
			...row,
			p50: latencyOf(samples, 0.5),
			p99: latencyOf(samples, 0.99),
			lost: sum('lost'),
			forgedPerSecond: row.flood === 'none' ? null : sum('forged') / sum('seconds'),
		};
	});
	return rows.map((row) => ({ ...row, ratio: row.p99 / rows[0].p99 }));
}

/** One round. An event that n8n does not answer within 30 seconds is given up, and counted as lost. */
async function floodRound({ host, client, generator }, contenders, wanted, seconds) {
	await untilIdle(client);
	await untilAtRest(host.pid);
	const [genuine, ...forged] = contenders;
	const streamTo = ({ url, delivery }) => ({ url, delivery: { ...delivery, bytes: BYTES } });
	const floods = forged
		.filter(({ id }) => id === wanted)
		.map((contender) => ({ ...streamTo(contender), connections: FLOOD_CONNECTIONS }));
	const [main, accompanying] = await generator.send(
		{ ...streamTo(genuine), perSecond: GENUINE_PER_SECOND, seconds },
		...floods,
	);
	return {
		latencies: main.latencies,
		lost: main.latencies.length - (main.statuses[genuine.status] ?? 0),
		forged: accompanying?.latencies.length ?? 0,
		seconds: main.seconds,
	};
}

module.exports = { flood };
