'use strict';

const { readFileSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { run } = require('../tools/n8n-host');

/**
 * Where and with what a benchmark runs.
 *
 * @param {{ version: string, node: string }} n8n an installed one, and the path of its Node.js
 */
async function environment({ version, node }) {
	const [cpu] = os.cpus();
	const { output } = await run(node, ['--version']);
	return {
		measuredAt: new Date().toISOString(),
		machine: {
			cpu: cpu.model.trim(),
			cores: os.cpus().length,
			memoryGiB: Math.round(os.totalmem() / 2 ** 30),
			system: `${os.type()} ${os.release()} ${os.arch()}`,
			/** Over the minute before the part began; other work on the machine shows here. */
			loadBefore: Number(os.loadavg()[0].toFixed(2)),
		},
		versions: { n8n: version, node: output.trim().replace(/^v/, '') },
	};
}

/**
 * Versions of the libraries that bench/package.json names.
 *
 * @returns {Record<string, string>}
 */
function peerVersions() {
	const { dependencies } = JSON.parse(readFileSync(path.join(__dirname, 'package.json'), 'utf8'));
	return dependencies;
}

module.exports = { environment, peerVersions };
