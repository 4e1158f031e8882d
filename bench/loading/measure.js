'use strict';

// Loads one package as n8n does when it starts, in a process of its own, and prints what that took as JSON.
// Its arguments: the folder of n8n, the folder of the package. n8n's own modules are loaded before.
const { createRequire } = require('node:module');
const path = require('node:path');

const [n8n, folder] = process.argv.slice(2);
const ofN8n = createRequire(path.join(n8n, 'node_modules', 'n8n', 'package.json'));
const { LazyPackageDirectoryLoader } = ofN8n('n8n-core');
ofN8n('n8n-workflow');

/** What is in use once nothing is left to collect. */
function used() {
	for (let round = 0; round < 3; round += 1) global.gc();
	const { heapUsed, external, rss } = process.memoryUsage();
	return { own: heapUsed + external, rss };
}

async function main() {
	const before = used();
	const started = process.hrtime.bigint();
	const loader = new LazyPackageDirectoryLoader(folder);
	await loader.loadAll();
	const nanoseconds = Number(process.hrtime.bigint() - started);
	const described = Buffer.byteLength(JSON.stringify(loader.types));
	const after = used();
	const counts = {
		nodes: loader.types.nodes.length,
		credentials: loader.types.credentials.length,
		files: Object.keys(require.cache).filter((file) => file.startsWith(folder)).length,
	};
	const memory = { own: after.own - before.own, rss: after.rss - before.rss };
	process.stdout.write(JSON.stringify({ ...counts, ...memory, nanoseconds, described }));
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
