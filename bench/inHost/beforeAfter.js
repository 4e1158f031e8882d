'use strict';

const path = require('node:path');
const { HostFailure } = require('../../tools/n8n-host');
const { publishContenders } = require('../n8n/contenders');
const { earlierPackage } = require('../n8n/earlier');
const { inEachEngine } = require('../n8n/withHost');
const { measureRates } = require('./rates');
const { ratioTable, wayTable } = require('./tables');

const IDS = [
	'bare',
	'least',
	'code',
	'earlier',
	'trigger',
	'earlierForgedBySignature',
	'forgedBySignature',
];

/** What is compared with what. */
const RATIOS = [
	['Genuine, now against before', 'trigger', 'earlier'],
	['Genuine, now against the bare Webhook node', 'trigger', 'bare'],
	['Genuine, before against the bare Webhook node', 'earlier', 'bare'],
	['Genuine, now against the least trigger', 'trigger', 'least'],
	['Genuine, before against the least trigger', 'earlier', 'least'],
	['Genuine, now against Webhook + Code node', 'trigger', 'code'],
	['Genuine, before against Webhook + Code node', 'earlier', 'code'],
	['Forged signature, now against before', 'forgedBySignature', 'earlierForgedBySignature'],
	['Forged signature against genuine, now', 'forgedBySignature', 'trigger'],
	['Forged signature against genuine, before', 'earlierForgedBySignature', 'earlier'],
];

/**
 * An earlier state of this package beside the present one, in one n8n.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function beforeAfter({ quick, against }) {
	if (!against) throw new HostFailure('Say what to compare with: --against=<commit>');
	// n8n takes it for nodes of a folder of one's own, whose types begin with `CUSTOM.`.
	const earlier = path.join(await earlierPackage(against), 'dist');
	const load = { bytes: 1024, rounds: quick ? 1 : 9, seconds: quick ? 0.2 : 2 };
	const rates = await inEachEngine(
		'Before and after',
		async (bench) => await measureRates(bench, await publishContenders(bench, IDS, against), load),
		{ folders: [earlier] },
	);
	return {
		title: 'Before and after, side by side',
		method:
			'As "Receiving events in n8n", body of 1 KB, both states of this package installed in the same n8n, in turn within each of 10 rounds of about 2 seconds, of which the first does not count; medians. Other work on the machine changes rates, and CPU time much less.',
		versions: { before: against },
		tables: [
			wayTable('perSecond', 'Deliveries per second', rates, ({ perSecond }) => perSecond),
			wayTable(
				'cpuMilliseconds',
				'CPU time for one delivery, milliseconds',
				rates,
				({ cpuMilliseconds }) => cpuMilliseconds,
			),
			ratioTable('Ratios of these medians, more is better', rates, [
				...RATIOS.map(([way, of, to]) => ({ way: `${way}, by rate`, of, to })),
				...RATIOS.map(([way, of, to]) => ({
					way: `${way}, by CPU time`,
					of,
					to,
					by: /** @type {const} */ ('cpuMilliseconds'),
				})),
			]),
		],
		aims: [],
	};
}

module.exports = { beforeAfter };
