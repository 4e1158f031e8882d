#!/usr/bin/env node
'use strict';

// npm start: the whole thing on this machine, played through once. `-- --exit` ends after that.
require('./nodeVersion');
const { reportFailure } = require('../tools/n8n-host');
const { installDevDependencies } = require('./devDependencies');

async function main() {
	await installDevDependencies();
	// Needs what has just been installed.
	const { runDemo } = require('./demo/runDemo');
	return await runDemo({
		exit: process.argv.includes('--exit'),
		port: process.env.PORT ? Number(process.env.PORT) : undefined,
	});
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
