#!/usr/bin/env node
'use strict';

// npm run bench: measures everything, about 25 minutes. `npm run bench -- verify calls` measures
// parts of it; `--quick` only shows that all of it works, its figures mean nothing; `--charts` only
// draws the charts anew. `--against=<commit>` measures an earlier state of this package beside the
// present one, in the same n8n and in turn (part before-after, which is left out without it).
require('../scripts/nodeVersion');
const { HostFailure, reportFailure } = require('../tools/n8n-host');
const { installDevDependencies } = require('../scripts/devDependencies');
const { installPeers } = require('./install');

/** Each part gives a result; see results.js. */
const PARTS = {
	verify: () => require('./verify').verify,
	'in-n8n': () => require('./inHost').inHost,
	'before-after': () => require('./beforeAfter').beforeAfter,
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
	const named = args.filter((arg) => !arg.startsWith('--'));
	const unknown = named.find((name) => !(name in PARTS));
	if (unknown) {
		throw new HostFailure(
			`There is no benchmark called ${unknown}. Choose from: ${Object.keys(PARTS).join(', ')}.`,
		);
	}
	await installDevDependencies();
	await installPeers();
	const { keepResult, printResult } = require('./results');
	const quick = args.includes('--quick');
	const against = args.find((arg) => arg.startsWith('--against='))?.slice('--against='.length);
	const all = Object.keys(PARTS).filter((name) => name !== 'before-after' || against);
	const unnamed = args.includes('--charts') ? [] : all;
	for (const name of named.length > 0 ? named : unnamed) {
		const measurePart = PARTS[name]();
		const result = await measurePart({ quick, against });
		printResult(result);
		if (!quick) keepResult(result);
	}
	if (!quick) require('./charts').drawCharts();
}

main(process.argv.slice(2)).catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
