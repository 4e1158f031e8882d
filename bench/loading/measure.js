'use strict';

// Loads one package as n8n does when it starts, in a process of its own, and prints what that took as JSON:
//     node --expose-gc measure.js '{"n8n": <its folder>, "folder": <that of the package>}'
// n8n's own modules are loaded before.
const { createRequire } = require('node:module');
const path = require('node:path');

const KILOBYTE = 2 ** 10;
const MEGABYTE = 2 ** 20;

const { n8n, folder } = JSON.parse(process.argv[2]);
const ofN8n = createRequire(path.join(n8n, 'node_modules', 'n8n', 'package.json'));
const { LazyPackageDirectoryLoader } = ofN8n('n8n-core');
ofN8n('n8n-workflow');

/** What is in use once nothing is left to collect. */
function used() {
	for (let round = 0; round < 3; round += 1) global.gc();
	const { heapUsed, external, rss } = process.memoryUsage();
	return { own: heapUsed + external, rss };
}

/**
 * @typedef {object} Sample
 * @property {number} nodes
 * @property {number} credentials
 * @property {number} files of code
 * @property {number} milliseconds
 * @property {number} megabytes in use
 * @property {number} resident memory, in megabytes
 * @property {number} described kilobytes of forms
 *
 * @returns {Promise<Sample>}
 */
async function load() {
	const before = used();
	const started = performance.now();
	const loader = new LazyPackageDirectoryLoader(folder);
	await loader.loadAll();
	const milliseconds = performance.now() - started;
	const described = Buffer.byteLength(JSON.stringify(loader.types)) / KILOBYTE;
	const after = used();
	return {
		nodes: loader.types.nodes.length,
		credentials: loader.types.credentials.length,
		files: Object.keys(require.cache).filter((file) => file.startsWith(folder)).length,
		milliseconds,
		megabytes: (after.own - before.own) / MEGABYTE,
		resident: (after.rss - before.rss) / MEGABYTE,
		described,
	};
}

load().then(
	(sample) => process.stdout.write(JSON.stringify(sample)),
	(error) => {
		process.stderr.write(`${error.stack}\n`);
		process.exitCode = 1;
	},
);
