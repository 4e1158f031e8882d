'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { npm, PROJECT } = require('../tools/n8n-host');

/**
 * Installs this project's development dependencies, unless node_modules holds what package-lock.json
 * asks for.
 *
 * @throws {HostFailure}
 */
async function installDevDependencies() {
	if (areInstalled()) return;
	process.stderr.write('Installing the development dependencies (once, about a minute)\n');
	await npm(['ci', '--ignore-scripts'], {
		cwd: PROJECT,
		doing: 'Installing the development dependencies',
		downloads: true,
	});
}

/**
 * Compares the lock file with the one that npm leaves in node_modules at the very end of an
 * install. Packages for other systems are missing there, and so may those that only a peer asks for.
 */
function areInstalled() {
	const wanted = packagesIn(path.join(PROJECT, 'package-lock.json'));
	const present = packagesIn(path.join(PROJECT, 'node_modules', '.package-lock.json'));
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([place, { version, optional, devOptional, peer }]) => {
		if (place === '') return true;
		if (!present[place]) return Boolean(optional || devOptional || peer);
		return present[place].version === version;
	});
}

/** @param {string} file */
function packagesIn(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

module.exports = { installDevDependencies };
