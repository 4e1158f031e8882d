#!/usr/bin/env node
'use strict';

// npm run screenshots [-- names]: makes the pictures in docs/images again, in a real n8n and a real browser.
require('./nodeVersion');
const { reportFailure } = require('../tools/n8n-host');
const { installDevDependencies } = require('./devDependencies');

async function main() {
	await installDevDependencies();
	const { takeScreenshots } = require('./screenshots/takeScreenshots');
	await takeScreenshots(process.argv.slice(2));
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
