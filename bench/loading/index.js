'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { HostFailure } = require('../../tools/n8n-host');
const { inTurn } = require('../inTurn');
const { unpackPackage } = require('../install');
const { measureApart } = require('../measureApart');
const { earlierPackage } = require('../n8n/earlier');
const { medianOf } = require('../statistics');
const { plainTable } = require('../tables');

/** The last state of this package with four providers, before the platforms came. */
const FOUR_PROVIDERS = 'b72bf3a';
const ROUNDS = 15;

/**
 * What n8n takes to load the package when it starts, against an earlier state of it.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function loading({ quick, against = FOUR_PROVIDERS, n8n }) {
	const { dist } = await unpackPackage();
	const ways = [
		{ id: 'before', way: `At ${against}`, folder: await earlierPackage(against) },
		{ id: 'now', way: 'Now', folder: path.dirname(dist) },
	];
	const rounds = quick ? 1 : ROUNDS;
	const measured = await inTurn(ways, { rounds }, ({ folder }) => load(n8n, folder));
	return {
		title: 'Loading the package',
		method: `n8n's own loader of packages, called as n8n calls it when it starts, in a new process each time, after n8n's own modules. Both states of the package in turn, ${ROUNDS} times; medians. Memory in use is what is left after garbage collection, less what was in use before; resident memory grows in steps and says less. The forms are what the editor gets of both nodes and all credentials, as JSON.`,
		versions: { before: against },
		tables: [
			plainTable(
				'load',
				'Once, when n8n starts',
				{
					way: 'Package',
					milliseconds: 'Time to load, ms',
					fastest: 'Fastest, ms',
					megabytes: 'Memory in use, MB',
					resident: 'Resident memory, MB',
					files: 'Files of code',
					described: 'Forms for the editor, KB',
				},
				measured.map(({ id, way, samples }) => ({
					id,
					way,
					milliseconds: medianOf(samples, 'milliseconds'),
					fastest: Math.min(...samples.map(({ milliseconds }) => milliseconds)),
					megabytes: medianOf(samples, 'megabytes'),
					resident: medianOf(samples, 'resident'),
					files: samples[0].files,
					described: samples[0].described,
				})),
			),
		],
		aims: [],
	};
}

/** @returns {Promise<import('./measure').Sample>} */
async function load(n8n, folder) {
	const userFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-load-'));
	try {
		const job = { n8n: n8n.folder, folder: fs.realpathSync(folder) };
		const sample = await measureApart(n8n.node, path.join(__dirname, 'measure.js'), job, {
			flags: ['--expose-gc'],
			env: {
				N8N_USER_FOLDER: userFolder,
				N8N_LOG_LEVEL: 'silent',
				// Where packages find n8n-workflow, which n8n has.
				NODE_PATH: path.join(n8n.folder, 'node_modules'),
			},
		});
		if (sample.nodes >= 2 && sample.credentials > 0) return sample;
		throw new HostFailure(`n8n finds no nodes in ${folder}: ${JSON.stringify(sample)}`);
	} finally {
		fs.rmSync(userFolder, { recursive: true, force: true });
	}
}

module.exports = { loading };
