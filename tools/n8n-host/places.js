'use strict';

const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { HostFailure } = require('./failure');

const PROJECT = path.resolve(__dirname, '..', '..');

/** Folder for everything that is large and can be made again: `VOICE_CALL_CACHE` or `.cache`. */
function cacheFolder() {
	return path.resolve(process.env.VOICE_CALL_CACHE || path.join(PROJECT, '.cache'));
}

/** @param {...string} parts texts whose joint content names a folder */
function shortHash(...parts) {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex').slice(0, 12);
}

/**
 * What is to be installed, and where.
 *
 * @param {string} [version] n8n version such as `1.123.0`; the pinned one when left out
 * @returns {{ version: string, folder: string, manifest: string, lock?: string }}
 *   `manifest` and `lock` are the texts of package.json and package-lock.json
 */
function hostRecipe(version) {
	const manifest = readFileSync(path.join(__dirname, 'package.json'), 'utf8');
	const lock = readFileSync(path.join(__dirname, 'package-lock.json'), 'utf8');
	const pinned = JSON.parse(manifest).dependencies.n8n;
	const wanted = version || pinned;
	if (!/^\d+\.\d+\.\d+$/.test(wanted)) {
		throw new HostFailure(
			`"${wanted}" is not an n8n version. Set N8N_VERSION to one such as ${pinned}, or leave it out.`,
		);
	}
	const recipe = wanted === pinned ? { manifest, lock } : { manifest: manifestFor(wanted) };
	const name = `n8n-${wanted}-${shortHash(recipe.manifest, recipe.lock ?? '')}`;
	return { version: wanted, folder: path.join(cacheFolder(), name), ...recipe };
}

/**
 * n8n 1.x takes xlsx from its maker's own server, which not every network can reach; the older one
 * of the registry serves as well, as no test here reads a spreadsheet.
 *
 * @param {string} version
 */
function manifestFor(version) {
	const pinned = JSON.parse(readFileSync(path.join(__dirname, 'package.json'), 'utf8'));
	const overrides = { ...pinned.overrides };
	if (version.startsWith('1.')) overrides.xlsx = '0.18.5';
	const dependencies = { n8n: version, node: pinned.dependencies.node };
	return JSON.stringify({ private: true, dependencies, overrides }, null, '\t');
}

module.exports = { PROJECT, cacheFolder, hostRecipe, shortHash };
