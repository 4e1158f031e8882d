#!/usr/bin/env node
'use strict';

// npm test: everything that has to hold, in one go. `npm test -- unit` or `-- e2e <jest options>`
// runs a part of it; parts are lint, format, typecheck,
// package, unit, e2e.
require('./nodeVersion');
const { reportFailure } = require('../tools/n8n-host');
const { installDevDependencies } = require('./devDependencies');

async function main() {
	await installDevDependencies();
	const { runTests } = require('./test/runTests');
	return await runTests(process.argv.slice(2));
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
