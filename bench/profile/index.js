'use strict';

const { INSPECTED } = require('../../tools/n8n-host/inspector');
const { SHORT_LABELS, publishContenders } = require('../n8n/contenders');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { inEachEngine } = require('../n8n/withHost');
const { aimForEach, cellsOf } = require('../tables');
const { openProfiler } = require('./profiler');
const { NAMES, sharesOf } = require('./shares');

const BYTES = 1024;
const KINDS = ['bare', 'least', 'trigger', 'forgedByHeader', 'forgedBySignature'];
const KIND_COLUMNS = KINDS.map((key) => ({ key, label: SHORT_LABELS[key] }));

/** The rows of a table, each with the figure of a contender that it shows. */
const ROWS = [
	...Object.entries(NAMES).map(([owner, who]) => ({ who, figure: percentOf(owner) })),
	{
		who: 'ms of the main thread per delivery',
		figure: ({ busy, amount }) => busy / amount / 1000,
	},
	{
		who: 'ms of CPU per delivery, all threads',
		figure: ({ cpuMicroseconds, amount }) => cpuMicroseconds / amount / 1000,
	},
	{
		who: 'ms of this package per delivery',
		figure: ({ shares, amount }) => shares.own / amount / 1000,
	},
];

/**
 * Part 3: whose code runs while a delivery is dealt with.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function profile({ quick }) {
	const seconds = quick ? 0.5 : 3;
	const found = await inEachEngine(
		'CPU profile in n8n',
		async (bench) => await profileIn(bench, seconds),
		{ env: INSPECTED },
	);
	const own = found.filter(({ kind }) => kind !== 'bare' && kind !== 'least');
	return {
		title: 'Where the time of a delivery goes',
		method:
			'CPU profile of the main thread of n8n (a sample every 0.25 ms) under eight senders, body of 1 KB. Shares of the time in which the thread was busy; what Node.js does on behalf of somebody counts as theirs. Below them, milliseconds per delivery: of the main thread, and of the CPU with all threads (SQLite works in threads of its own, isolates are built in others).',
		tables: Object.entries(ENGINES).map(([engine, { label }]) => ({
			id: engine,
			title: `${label}: share of the main thread's busy time, percent`,
			columns: [{ key: 'who', label: 'Whose code' }, ...KIND_COLUMNS],
			rows: ROWS.map(({ who, figure }) => ({
				who,
				...cellsOf(KIND_COLUMNS, (kind) =>
					figure(found.find((one) => one.engine === engine && one.kind === kind)),
				),
			})),
		})),
		aims: [
			aimForEach(
				'Own code under 2 % of the time',
				own.map((one) => [`${one.engine}, ${SHORT_LABELS[one.kind]}`, percentOf('own')(one)]),
				(percent) => percent < 2,
				' %',
			),
		],
	};
}

/** @param {string} owner see NAMES */
function percentOf(owner) {
	return ({ shares, busy }) => (100 * shares[owner]) / busy;
}

/** Times are in microseconds. */
async function profileIn(bench, seconds) {
	const contenders = await publishContenders(bench, KINDS);
	const profiler = await openProfiler(bench.host);
	const found = [];
	try {
		for (const contender of contenders) {
			const first = await loadRound(bench, contender, { bytes: BYTES, amount: 32 });
			const amount = Math.max(20, Math.round(first.perSecond * seconds));
			const load = () => loadRound(bench, contender, { bytes: BYTES, amount });
			await load();
			const { profile: recorded, cpuMicroseconds } = await profiler.record(load);
			const shares = sharesOf(recorded);
			const busy = Object.values(shares).reduce((sum, share) => sum + share, 0);
			found.push({ kind: contender.id, shares, busy, cpuMicroseconds, amount });
		}
	} finally {
		profiler.close();
	}
	return found;
}

module.exports = { profile };
