'use strict';

const { installN8n } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { nodeVersion } = require('../nodeVersion');
const { ENGINES } = require('../n8n/settings');
const { measureRates } = require('./rates');

const SETTINGS = Object.entries(ENGINES).map(([engine, { label }]) => ({ engine, label }));

/**
 * Part 2: receiving events in a real n8n.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function inHost(options) {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const rates = await measureRates(options);
	return {
		part: 'in-n8n',
		title: 'Receiving events in n8n: side by side',
		method: [
			'One n8n process with SQLite, executions not saved, eight senders in a process of their own, each event with an id of its own. ',
			'All contenders in turn within each of 6 rounds of about a second, of which the first does not count: n8n gets faster over its first thousands of requests. Rates are medians of the rounds, latencies come from all answers. ',
			'A rate counts deliveries that n8n has finished, not answers: the Webhook node answers before a Code or If node has looked at the signature.',
		].join(''),
		environment: about,
		tables: [...rateTables(rates), ratioTable(rates), cpuTable(rates), latencyTable(rates)],
		aims: aimsOf(rates),
	};
}

const sizeName = (bytes) => `${Math.round(bytes / 1024)} KB`;
const engineColumns = SETTINGS.map(({ engine, label }) => ({ key: engine, label }));

function rateTables(rates) {
	return [...new Set(rates.map(({ bytes }) => bytes))].map((bytes) => ({
		id: `rates-${bytes}`,
		title: `Deliveries per second, body of ${sizeName(bytes)}`,
		columns: [{ key: 'way', label: 'Way' }, ...engineColumns],
		rows: rowsByWay(
			rates.filter((rate) => rate.bytes === bytes),
			({ perSecond }) => perSecond,
		),
	}));
}

function cpuTable(rates) {
	return {
		id: 'cpu',
		title: 'CPU time of n8n and its task runners for one delivery, milliseconds, body of 1 KB',
		columns: [{ key: 'way', label: 'Way' }, ...engineColumns],
		rows: rowsByWay(
			rates.filter(({ bytes }) => bytes === 1024),
			({ cpuMilliseconds }) => cpuMilliseconds,
		),
	};
}

function latencyTable(rates) {
	const inMilliseconds = ({ p50, p99 }) => `${Math.round(p50)} / ${Math.round(p99)}`;
	return {
		id: 'latency',
		title: 'Time to the answer under this load, p50 / p99 in milliseconds, body of 1 KB',
		columns: [{ key: 'way', label: 'Way' }, ...engineColumns],
		rows: rowsByWay(
			rates.filter(({ bytes }) => bytes === 1024),
			inMilliseconds,
		),
	};
}

function rowsByWay(rates, cell) {
	return [...new Map(rates.map(({ id, label }) => [id, label]))].map(([id, way]) => ({
		id,
		way,
		...Object.fromEntries(
			rates.filter((rate) => rate.id === id).map((rate) => [rate.engine, cell(rate)]),
		),
	}));
}

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

/** Rates of one way by those of another, `undefined` where one of them was not measured. */
function ratioOf(rates, engine, bytes, { of, to }) {
	const rate = (id) =>
		rates.find((one) => one.engine === engine && one.id === id && one.bytes === bytes)?.perSecond;
	const [upper, lower] = [rate(of), rate(to)];
	return upper === undefined || lower === undefined ? undefined : upper / lower;
}

function ratioTable(rates) {
	const sizes = [...new Set(rates.map(({ bytes }) => bytes))];
	const rows = sizes.flatMap((bytes) =>
		RATIOS.map((ratio) => ({
			id: `${ratio.id}-${bytes}`,
			way: `${ratio.way}, ${sizeName(bytes)}`,
			...Object.fromEntries(
				SETTINGS.map(({ engine }) => [engine, ratioOf(rates, engine, bytes, ratio)]),
			),
		})),
	);
	return {
		id: 'ratios',
		title: 'Ratios of these medians',
		columns: [{ key: 'way', label: 'Of what to what' }, ...engineColumns],
		rows: rows.filter((row) => row[SETTINGS[0].engine] !== undefined),
	};
}

/** Body of 1 KB; by setting of the expression engine. */
const AIMS = [
	{
		aim: 'Lazy acquisition: genuine at least 1.0 of the bare Webhook node',
		engine: 'lazy',
		ratio: 'bare',
		atLeast: 1,
	},
	{
		aim: 'Lazy acquisition: genuine at least 1.0 of the least trigger that reads a credential',
		engine: 'lazy',
		ratio: 'least',
		atLeast: 1,
	},
	{
		aim: 'As n8n comes: genuine at least 1.0 of the least trigger that reads a credential',
		engine: 'default',
		ratio: 'least',
		atLeast: 1,
	},
	{
		aim: 'Lazy acquisition: genuine at least 1.4 of Webhook + Code node',
		engine: 'lazy',
		ratio: 'code',
		atLeast: 1.4,
	},
	{
		aim: 'As n8n comes: genuine at least 0.7 of Webhook + Code node',
		engine: 'default',
		ratio: 'code',
		atLeast: 0.7,
	},
	{
		aim: 'Lazy acquisition: forged signatures at least 7 times genuine',
		engine: 'lazy',
		ratio: 'forgedBySignature',
		atLeast: 7,
	},
];

function aimsOf(rates) {
	return AIMS.map(({ aim, engine, ratio, atLeast }) => {
		const measured = ratioOf(
			rates,
			engine,
			1024,
			RATIOS.find(({ id }) => id === ratio),
		);
		return { aim, measured: measured.toFixed(2), met: measured >= atLeast };
	});
}

module.exports = { inHost };
