#!/usr/bin/env node
'use strict';

// npm run bench: measures everything, about 40 minutes. `npm run bench -- verify calls` measures
// parts of it; `--quick` only shows that all of it works, its figures mean nothing; `--charts` only
// draws the charts and writes the tables of docs/performance.md anew. `--against=<commit>` measures
// an earlier state of this package beside the present one, in the same n8n and in turn (part
// before-after, which is left out without it). Part load compares with the state before the
// platforms came, unless `--against` says another.
//
// A part is a folder whose index measures and says what it found, as tables and aims (results.js,
// tables.js). Contenders are measured in turn (inTurn.js), most of them in an n8n that n8n/ starts
// and load/ loads.
require('../scripts/nodeVersion');
const { parseArgs } = require('node:util');
const { HostFailure, installN8n, reportFailure } = require('../tools/n8n-host');
const { installDevDependencies } = require('../scripts/devDependencies');
const { environment } = require('./environment');
const { installPeers } = require('./install');

/** Each part gets options and gives what it found; see results.js. */
const PARTS = {
	verify: () => require('./verify').verify,
	load: () => require('./loading').loading,
	'in-n8n': () => require('./inHost').inHost,
	'before-after': () => require('./inHost/beforeAfter').beforeAfter,
	flood: () => require('./flood').flood,
	profile: () => require('./profile').profile,
	statements: () => require('./profile/statements').statements,
	growth: () => require('./growth').growth,
	calls: () => require('./calls').calls,
	live: () => require('./live').live,
	queue: () => require('./queue').queue,
};

/** @param {string[]} args */
async function main(args) {
	const { values, positionals: named } = optionsIn(args);
	const unknown = named.find((name) => !(name in PARTS));
	if (unknown) {
		throw new HostFailure(
			`There is no benchmark called ${unknown}. Choose from: ${Object.keys(PARTS).join(', ')}.`,
		);
	}
	await installDevDependencies();
	await installPeers();
	const { keepResult, printResult } = require('./results');
	const { quick, against } = values;
	const all = Object.keys(PARTS).filter((name) => name !== 'before-after' || against);
	const unnamed = values.charts ? [] : all;
	try {
		for (const name of named.length > 0 ? named : unnamed) {
			const startedAt = performance.now();
			const result = await measurePart(name, { quick, against });
			const seconds = Math.round((performance.now() - startedAt) / 1000);
			process.stderr.write(`${name}: ${seconds} s\n`);
			printResult(result);
			if (!quick) keepResult(result);
		}
	} finally {
		// Also where a part failed: queue mode, the last one, needs what not every machine has.
		if (!quick) {
			require('./charts').drawCharts();
			require('./docs').writeTables();
		}
	}
}

/**
 * @param {string} part
 * @param {{ quick: boolean, against?: string }} options
 * @returns {Promise<import('./results').Result>}
 */
async function measurePart(part, options) {
	const n8n = await installN8n();
	const { versions: before, ...about } = await environment(n8n);
	const { title, method, versions, tables, aims } = await PARTS[part]()({ ...options, n8n });
	const where = { ...about, versions: { ...before, ...versions } };
	return { part, title, method, environment: where, tables, aims };
}

/** @param {string[]} args */
function optionsIn(args) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: {
				quick: { type: 'boolean', default: false },
				charts: { type: 'boolean', default: false },
				against: { type: 'string' },
			},
		});
	} catch {
		throw new HostFailure('The options are --quick, --charts and --against=<commit>.');
	}
}

main(process.argv.slice(2)).catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
