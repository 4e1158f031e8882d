'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { HostFailure, installN8n, run } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { unpackPackage } = require('../install');
const { earlierPackage } = require('../n8n/earlier');
const { nodeVersion } = require('../nodeVersion');
const { median } = require('../statistics');

/** The last state of this package with four providers, before the platforms came. */
const FOUR_PROVIDERS = 'b72bf3a';
const MEGABYTE = 2 ** 20;
const COLUMNS = [
	{ key: 'way', label: 'Package' },
	{ key: 'milliseconds', label: 'Time to load, ms' },
	{ key: 'fastest', label: 'Fastest, ms' },
	{ key: 'megabytes', label: 'Memory in use, MB' },
	{ key: 'resident', label: 'Resident memory, MB' },
	{ key: 'files', label: 'Files of code' },
	{ key: 'described', label: 'Forms for the editor, KB' },
];

/**
 * What n8n takes to load the package when it starts, against an earlier state of it.
 *
 * @param {{ quick: boolean, against?: string }} options `against` is a commit
 * @returns {Promise<import('../results').Result>}
 */
async function loading({ quick, against = FOUR_PROVIDERS }) {
	const { version, node, folder } = await installN8n();
	const { dist } = await unpackPackage();
	const about = environment({ n8n: version, node: await nodeVersion(node), before: against });
	const ways = [
		{ id: 'before', way: `At ${against}`, folder: await earlierPackage(against), samples: [] },
		{ id: 'now', way: 'Now', folder: path.dirname(dist), samples: [] },
	];
	const rounds = quick ? 1 : 15;
	for (let round = 0; round < rounds; round += 1) {
		for (const way of ways) way.samples.push(await measured(node, folder, way.folder));
	}
	return {
		part: 'load',
		title: 'Loading the package',
		method: `n8n's own loader of packages, called as n8n calls it when it starts, in a new process each time, after n8n's own modules. Both states of the package in turn, ${rounds} times; medians. Memory in use is what is left after garbage collection, less what was in use before; resident memory grows in steps and says less. The forms are what the editor gets of both nodes and all credentials, as JSON.`,
		environment: about,
		tables: [
			{ id: 'load', title: 'Once, when n8n starts', columns: COLUMNS, rows: ways.map(rowOf) },
		],
		aims: [],
	};
}

function rowOf({ id, way, samples }) {
	const of = (figure) => samples.map((sample) => sample[figure]);
	const milliseconds = of('nanoseconds').map((nanoseconds) => nanoseconds / 1e6);
	const [{ files, described }] = samples;
	return {
		id,
		way,
		milliseconds: median(milliseconds),
		fastest: Math.min(...milliseconds),
		megabytes: median(of('own')) / MEGABYTE,
		resident: median(of('rss')) / MEGABYTE,
		files,
		described: described / 1024,
	};
}

async function measured(node, n8n, folder) {
	const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-load-'));
	try {
		const { code, output } = await run(
			node,
			['--expose-gc', path.join(__dirname, 'measure.js'), n8n, fs.realpathSync(folder)],
			{
				env: {
					...process.env,
					N8N_USER_FOLDER: userFolder,
					N8N_LOG_LEVEL: 'silent',
					// Where packages find n8n-workflow, which n8n has.
					NODE_PATH: path.join(n8n, 'node_modules'),
				},
			},
		);
		const sample = code === 0 ? JSON.parse(output) : undefined;
		if (sample?.nodes >= 2 && sample.credentials > 0) return sample;
		throw new HostFailure(`Loading ${folder} failed:\n${output}`);
	} finally {
		fs.rmSync(userFolder, { recursive: true, force: true });
	}
}

module.exports = { loading };
