'use strict';

const { HostFailure, installN8n } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { alternate } = require('../inHost/rates');
const { publishContenders } = require('../n8n/contenders');
const { earlierCode } = require('../n8n/earlier');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { nodeVersion } = require('../nodeVersion');

const BYTES = 1024;
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
 * @param {{ quick: boolean, against?: string }} options `against` is a commit
 * @returns {Promise<import('../results').Result>}
 */
async function beforeAfter({ quick, against }) {
	if (!against) throw new HostFailure('Say what to compare with: --against=<commit>');
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node), before: against });
	const earlier = await earlierCode(against);
	const rates = [];
	for (const engine of ['lazy', 'default']) {
		process.stderr.write(`Before and after, expression engine: ${engine}\n`);
		const measure = async (bench) => {
			const { client, gitHub } = bench;
			const contenders = await publishContenders(client, gitHub, IDS, against);
			const load = { bytes: BYTES, rounds: quick ? 1 : 9, seconds: quick ? 0.2 : 2 };
			return await alternate(bench, contenders, load);
		};
		const measured = await withHost(ENGINES[engine].env, measure, [earlier]);
		rates.push(...measured.map((rate) => ({ engine, ...rate })));
	}
	return {
		part: 'before-after',
		title: 'Before and after, side by side',
		method:
			'As "Receiving events in n8n", body of 1 KB, both states of this package installed in the same n8n, in turn within each of 10 rounds of about 2 seconds, of which the first does not count; medians. Other work on the machine changes rates, and CPU time much less.',
		environment: about,
		tables: [
			measuredTable(rates, 'perSecond', 'Deliveries per second'),
			measuredTable(rates, 'cpuMilliseconds', 'CPU time for one delivery, milliseconds'),
			ratioTable(rates),
		],
		aims: [],
	};
}

const columns = (first) => [
	{ key: 'way', label: first },
	...['lazy', 'default'].map((engine) => ({ key: engine, label: ENGINES[engine].label })),
];

function measuredTable(rates, figure, title) {
	return {
		id: figure,
		title,
		columns: columns('Way'),
		rows: IDS.map((id) => {
			const own = rates.filter((rate) => rate.id === id);
			return {
				id,
				way: own[0].label,
				...Object.fromEntries(own.map((rate) => [rate.engine, rate[figure]])),
			};
		}),
	};
}

/** By rates, and by CPU time turned round: more is better in both. */
function ratioTable(rates) {
	const find = (engine, id) => rates.find((rate) => rate.engine === engine && rate.id === id);
	const cell = (engine, of, to, byTime) =>
		byTime
			? find(engine, to).cpuMilliseconds / find(engine, of).cpuMilliseconds
			: find(engine, of).perSecond / find(engine, to).perSecond;
	return {
		id: 'ratios',
		title: 'Ratios of these medians, more is better',
		columns: columns('Of what to what'),
		rows: [false, true].flatMap((byTime) =>
			RATIOS.map(([way, of, to]) => ({
				way: `${way}, by ${byTime ? 'CPU time' : 'rate'}`,
				lazy: cell('lazy', of, to, byTime),
				default: cell('default', of, to, byTime),
			})),
		),
	};
}

module.exports = { beforeAfter };
