#!/usr/bin/env node
'use strict';

// npm run scan: the official scanner of community packages, offline, over the sources and over the
// packed tarball, and a look at what the tarball holds.
require('./nodeVersion');
const { reportFailure } = require('../tools/n8n-host');
const { installDevDependencies } = require('./devDependencies');

async function main() {
	await installDevDependencies();
	const { runScan } = require('./scan/runScan');
	return await runScan();
}

main().then(
	(status) => {
		process.exitCode = status;
	},
	(error) => {
		reportFailure(error);
		process.exitCode = 1;
	},
);
