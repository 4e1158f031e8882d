'use strict';

const { readFileSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/**
 * Where and with what a benchmark ran.
 *
 * @param {{ node: string, [name: string]: string }} versions of what was measured
 */
function environment(versions) {
	const [cpu] = os.cpus();
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
		versions,
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
