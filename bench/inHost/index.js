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
			'All contenders in turn within each of 6 rounds of about 2 seconds, of which the first does not count: n8n gets faster over its first thousands of requests. Rates are medians of the rounds, latencies come from all answers. ',
			'A rate counts deliveries that n8n has finished, not answers: the Webhook node answers before a Code or If node has looked at the signature.',
		].join(''),
		environment: about,
		tables: [...rateTables(rates), cpuTable(rates), latencyTable(rates)],
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

function aimsOf(rates) {
	const rate = (engine, id, bytes = 1024) =>
		rates.find((one) => one.engine === engine && one.id === id && one.bytes === bytes).perSecond;
	const engines = SETTINGS.map(({ engine }) => engine);
	const sizes = [...new Set(rates.map(({ bytes }) => bytes))];
	const toBare = rate('lazy', 'trigger') / rate('lazy', 'bare');
	const toCode = engines.flatMap((engine) =>
		sizes.map((bytes) => rate(engine, 'trigger', bytes) / rate(engine, 'code', bytes)),
	);
	const forged = ['forgedByHeader', 'forgedBySignature'].map(
		(id) => rate('lazy', id) / rate('lazy', 'trigger'),
	);
	return [
		{
			aim: 'Genuine at least 1.0 of the bare Webhook node with lazy acquisition',
			measured: toBare.toFixed(2),
			met: toBare >= 1,
		},
		{
			aim: 'Genuine at least 2 times Webhook + Code node in every setting and size',
			measured: `${Math.min(...toCode).toFixed(2)} to ${Math.max(...toCode).toFixed(2)} times`,
			met: Math.min(...toCode) >= 2,
		},
		{
			aim: 'Forged at least 4 times the genuine rate with lazy acquisition',
			measured: `header tells ${forged[0].toFixed(1)} times, forged signature ${forged[1].toFixed(1)} times`,
			met: Math.min(...forged) >= 4,
		},
	];
}

module.exports = { inHost };
