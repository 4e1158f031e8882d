'use strict';

const { installN8n } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { ENGINES } = require('../n8n/settings');
const { nodeVersion } = require('../nodeVersion');
const { measureFlood } = require('./measure');

/**
 * Part 2, continued: genuine events while forged ones arrive.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function flood(options) {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const floods = await measureFlood(options);
	return {
		part: 'flood',
		title: 'Genuine events while others forge',
		method:
			'Genuine events at a steady pace, whether or not the last one was answered; alone, then with eight senders that forge as fast as they get their answers, in turn within each of 3 rounds of 8 seconds. One n8n process with SQLite. No proxy in front, which would limit such senders.',
		environment: about,
		tables: [floodTable(floods)],
		aims: aimsOf(floods),
	};
}

const FLOOD_NAMES = {
	none: 'alone',
	forgedByHeader: 'under forged ones, header tells',
	forgedBySignature: 'under forged signatures',
};

function floodTable(floods) {
	return {
		id: 'flood',
		title: 'Genuine events, 5 per second, while eight senders forge as fast as they can',
		columns: [
			{ key: 'engine', label: 'Setting' },
			{ key: 'genuine', label: 'Genuine events' },
			{ key: 'p50', label: 'p50, ms' },
			{ key: 'p99', label: 'p99, ms' },
			{ key: 'lost', label: 'Not answered' },
			{ key: 'ratio', label: 'p99 against alone' },
			{ key: 'forgedPerSecond', label: 'Forged per second' },
		],
		rows: floods.map(({ engine, flood, p50, p99, lost, forgedPerSecond }) => ({
			engine: ENGINES[engine].label,
			genuine: FLOOD_NAMES[flood],
			p50,
			p99,
			lost,
			ratio: p99 / p99Of(floods, engine, 'none'),
			forgedPerSecond: flood === 'none' ? null : forgedPerSecond,
		})),
	};
}

const p99Of = (floods, engine, flood) =>
	floods.find((one) => one.engine === engine && one.flood === flood).p99;

function aimsOf(floods) {
	const slowed = floods
		.filter(({ flood: kind }) => kind !== 'none')
		.map(({ engine, flood: kind, p99 }) => ({
			name: `${engine}, ${FLOOD_NAMES[kind]}`,
			times: p99 / p99Of(floods, engine, 'none'),
		}));
	return [
		{
			aim: 'p99 of genuine events under a flood at most twice the one without',
			measured: slowed.map(({ name, times }) => `${name}: ${times.toFixed(1)} times`).join('; '),
			met: slowed.every(({ times }) => times <= 2),
		},
	];
}

module.exports = { flood };
