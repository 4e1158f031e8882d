'use strict';

const { proveChecks, publishContenders } = require('../n8n/contenders');
const { ENGINES } = require('../n8n/settings');
const { inEachEngine } = require('../n8n/withHost');
const { aimFor } = require('../tables');
const { measureRates } = require('./rates');
const { ratioOf, ratioTable, wayTable } = require('./tables');

const SIZES = [1024, 65_536];
/** What is compared with large bodies as well. */
const LARGE_TOO = ['bare', 'least', 'trigger', 'forgedByHeader', 'forgedBySignature', 'code'];

/** What is compared with what: the tables of rates, read for the reader. */
const RATIOS = [
	{ id: 'bare', way: 'Genuine against the bare Webhook node', of: 'trigger', to: 'bare' },
	{ id: 'least', way: 'Genuine against the least trigger', of: 'trigger', to: 'least' },
	{ id: 'code', way: 'Genuine against Webhook + Code node', of: 'trigger', to: 'code' },
	{
		id: 'forgedByHeader',
		way: 'Forged, header tells, against genuine',
		of: 'forgedByHeader',
		to: 'trigger',
	},
	{
		id: 'forgedBySignature',
		way: 'Forged signature against genuine',
		of: 'forgedBySignature',
		to: 'trigger',
	},
];

/** For bodies of 1 KB; by the setting of the expression engine and the id of a ratio. */
const AIMS = [
	{ engine: 'lazy', id: 'bare', atLeast: 1 },
	{ engine: 'lazy', id: 'least', atLeast: 1 },
	{ engine: 'default', id: 'least', atLeast: 1 },
	{ engine: 'lazy', id: 'code', atLeast: 1.4 },
	{ engine: 'default', id: 'code', atLeast: 0.7 },
	{ engine: 'lazy', id: 'forgedBySignature', atLeast: 7 },
];

/**
 * Part 2: receiving events in a real n8n.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function inHost({ quick }) {
	const rates = await inEachEngine('Rates in n8n', async (bench, engine) => {
		if (engine === 'lazy') await proveChecks(bench);
		const contenders = await publishContenders(bench);
		const found = [];
		for (const bytes of SIZES) {
			const some = contenders.filter(({ id }) => bytes === SIZES[0] || LARGE_TOO.includes(id));
			const load = { bytes, rounds: quick ? 1 : 5, seconds: quick ? 0.2 : 1.2 };
			found.push(...(await measureRates(bench, some, load)));
		}
		return found;
	});
	const small = ofSize(rates, SIZES[0]);
	return {
		title: 'Receiving events in n8n: side by side',
		method: [
			'One n8n process with SQLite, executions not saved, eight senders in a process of their own, each event with an id of its own. ',
			'All contenders in turn within each of 6 rounds of about a second, of which the first does not count: n8n gets faster over its first thousands of requests. Rates are medians of the rounds, latencies come from all answers. ',
			'A rate counts deliveries that n8n has finished, not answers: the Webhook node answers before a Code or If node has looked at the signature.',
		].join(''),
		tables: [
			...SIZES.map((bytes) =>
				wayTable(
					`rates-${bytes}`,
					`Deliveries per second, body of ${sizeName(bytes)}`,
					ofSize(rates, bytes),
					({ perSecond }) => perSecond,
				),
			),
			ratioTable('Ratios of these medians', rates, SIZES.flatMap(ratiosFor)),
			wayTable(
				'cpu',
				'CPU time of n8n and its task runners for one delivery, milliseconds, body of 1 KB',
				small,
				({ cpuMilliseconds }) => cpuMilliseconds,
			),
			wayTable(
				'latency',
				'Time to the answer under this load, p50 / p99 in milliseconds, body of 1 KB',
				small,
				({ p50, p99 }) => `${Math.round(p50)} / ${Math.round(p99)}`,
			),
		],
		aims: AIMS.map(({ engine, id, atLeast }) => {
			const ratio = RATIOS.find((one) => one.id === id);
			const measured = ratioOf(rates, engine, ratio);
			const aim = `${ratio.way}, ${ENGINES[engine].name}: at least ${atLeast.toFixed(1)}`;
			return aimFor(aim, measured, measured >= atLeast);
		}),
	};
}

const ofSize = (rates, wanted) => rates.filter(({ bytes }) => bytes === wanted);

const sizeName = (bytes) => `${Math.round(bytes / 1024)} KB`;

const ratiosFor = (bytes) =>
	RATIOS.map((ratio) => ({
		...ratio,
		id: `${ratio.id}-${bytes}`,
		way: `${ratio.way}, ${sizeName(bytes)}`,
		bytes,
	}));

module.exports = { inHost };
