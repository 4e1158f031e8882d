'use strict';

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { npm } = require('./npm');
const { PROJECT, cacheFolder } = require('./places');
const { withLock } = require('./lock');

/** What decides about the content of the tarball. */
const SOURCES = [
	'credentials',
	'nodes',
	'CHANGELOG.md',
	'LICENSE',
	'README.md',
	'gulpfile.js',
	'package.json',
	'tsconfig.json',
];

/**
 * Builds and packs this package, unless a tarball of the same sources lies in the cache already.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>} path of the tarball
 * @throws {HostFailure} with the compiler's or npm's last lines
 */
async function packPackage({ log = (line) => process.stderr.write(`${line}\n`) } = {}) {
	const packed = path.join(cacheFolder(), 'packed');
	const existing = tarballIn(path.join(packed, fingerprint()));
	if (existing) return existing;
	return await withLock(`${packed}.lock`, async () => {
		for (;;) {
			const sources = fingerprint();
			const meanwhile = tarballIn(path.join(packed, sources));
			if (meanwhile) return meanwhile;
			log('Building and packing n8n-nodes-voice-call');
			const making = path.join(packed, `making-${process.pid}`);
			await buildAndPack(making);
			// Whoever edits a source meanwhile gets another build, not a wrong name for this one.
			if (fingerprint() === sources) fs.renameSync(making, path.join(packed, sources));
			else fs.rmSync(making, { recursive: true });
		}
	});
}

/** @param {string} destination */
async function buildAndPack(destination) {
	await npm(['run', 'build'], { cwd: PROJECT, doing: 'Building the package' });
	fs.rmSync(destination, { recursive: true, force: true });
	fs.mkdirSync(destination, { recursive: true });
	await npm(['pack', '--pack-destination', destination], {
		cwd: PROJECT,
		doing: 'Packing the package',
	});
}

/** @param {string} folder */
function tarballIn(folder) {
	const name =
		fs.existsSync(folder) && fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
	return name ? path.join(folder, name) : undefined;
}

/** Names the present content of all sources. */
function fingerprint() {
	const hash = createHash('sha256');
	for (const source of SOURCES) {
		for (const file of filesUnder(path.join(PROJECT, source))) {
			hash.update(path.relative(PROJECT, file)).update('\0');
			hash.update(fs.readFileSync(file)).update('\0');
		}
	}
	return hash.digest('hex').slice(0, 12);
}

/**
 * @param {string} place file, folder or nothing
 * @returns {string[]} sorted
 */
function filesUnder(place) {
	const stat = fs.statSync(place, { throwIfNoEntry: false });
	if (!stat) return [];
	if (!stat.isDirectory()) return [place];
	return fs
		.readdirSync(place)
		.sort()
		.flatMap((name) => filesUnder(path.join(place, name)));
}

module.exports = { packPackage };
