'use strict';

const { freePort, installN8n } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { publishContenders } = require('../n8n/contenders');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { nodeVersion } = require('../nodeVersion');
const { openProfiler } = require('./profiler');
const { NAMES, sharesOf } = require('./shares');

const BYTES = 1024;
const KINDS = {
	bare: 'Webhook node, no check',
	least: 'least trigger',
	trigger: 'genuine',
	forgedByHeader: 'forged, header tells',
	forgedBySignature: 'forged signature',
};

/**
 * Part 3: whose code runs while a delivery is dealt with.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function profile({ quick }) {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const found = [];
	for (const engine of Object.keys(ENGINES)) {
		process.stderr.write(`CPU profile in n8n, expression engine: ${engine}\n`);
		found.push(...(await profileEngine(engine, quick)));
	}
	return {
		part: 'profile',
		title: 'Where the time of a delivery goes',
		method:
			'CPU profile of the main thread of n8n (a sample every 0.25 ms) under eight senders, body of 1 KB. Shares of the time in which the thread was busy; what Node.js does on behalf of somebody counts as theirs. Below them, milliseconds per delivery: of the main thread, and of the CPU with all threads (SQLite works in threads of its own, isolates are built in others).',
		environment: about,
		tables: Object.entries(ENGINES).map(([engine, { label }]) => table(engine, label, found)),
		aims: aimsOf(found),
	};
}

async function profileEngine(engine, quick) {
	const port = await freePort();
	const env = { ...ENGINES[engine].env, NODE_OPTIONS: `--inspect-port=127.0.0.1:${port}` };
	return await withHost(env, async (bench) => {
		const contenders = await publishContenders(bench.client, bench.gitHub, Object.keys(KINDS));
		const profiler = await openProfiler(bench.host.pid, port);
		const found = [];
		try {
			for (const contender of contenders) {
				const seconds = quick ? 0.5 : 3;
				const first = await loadRound(bench, contender, { bytes: BYTES, amount: 32 });
				const amount = Math.max(20, Math.round(first.perSecond * seconds));
				await loadRound(bench, contender, { bytes: BYTES, amount });
				const load = () => loadRound(bench, contender, { bytes: BYTES, amount });
				const { profile: recorded, cpuMicroseconds } = await profiler.record(load);
				const shares = sharesOf(recorded);
				const busy = Object.values(shares).reduce((sum, share) => sum + share, 0);
				found.push({ engine, kind: contender.id, shares, busy, cpuMicroseconds, amount });
			}
		} finally {
			profiler.close();
		}
		return found;
	});
}

function table(engine, label, found) {
	const kinds = found.filter((one) => one.engine === engine);
	const row = (who, cell) => ({
		who,
		...Object.fromEntries(kinds.map((one) => [one.kind, cell(one)])),
	});
	return {
		id: engine,
		title: `${label}: share of the main thread's busy time, percent`,
		columns: [
			{ key: 'who', label: 'Whose code' },
			...kinds.map(({ kind }) => ({ key: kind, label: KINDS[kind] })),
		],
		rows: [
			...Object.entries(NAMES).map(([id, name]) =>
				row(name, ({ shares, busy }) => (100 * shares[id]) / busy),
			),
			row('ms of the main thread per delivery', ({ busy, amount }) => busy / amount / 1000),
			row(
				'ms of CPU per delivery, all threads',
				({ cpuMicroseconds, amount }) => cpuMicroseconds / amount / 1000,
			),
			row('ms of this package per delivery', ({ shares, amount }) => shares.own / amount / 1000),
		],
	};
}

function aimsOf(found) {
	const own = found
		.filter(({ kind }) => kind !== 'bare' && kind !== 'least')
		.map(({ engine, kind, shares, busy }) => ({
			engine,
			kind,
			percent: (100 * shares.own) / busy,
		}));
	const largest = Math.max(...own.map(({ percent }) => percent));
	const percents = own.map(
		({ engine, kind, percent }) => `${engine}, ${KINDS[kind]}: ${percent.toFixed(2)} %`,
	);
	return [
		{
			aim: 'Own code under 2 % of the time',
			measured: percents.join('; '),
			met: largest < 2,
		},
	];
}

module.exports = { profile };
