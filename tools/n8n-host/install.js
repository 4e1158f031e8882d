'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { npm } = require('./npm');
const { hostRecipe } = require('./places');
const { withLock } = require('./lock');

/**
 * Installs a real n8n once and says where it is. Interrupted installs go on where they stopped, a
 * finished one costs nothing, two at the same time wait for each other.
 *
 * `--ignore-scripts` because many of n8n's optional native parts cannot be built everywhere; two
 * are needed and get their scripts run afterwards: the Node runtime and the SQLite driver.
 *
 * @param {{ version?: string, log?: (line: string) => void }} [options] `version` defaults to
 *   `N8N_VERSION`, and to the pinned version without it
 * @returns {Promise<{ version: string, folder: string, node: string, bin: string }>} `node` is the
 *   runtime to start n8n with, `bin` n8n's start file
 * @throws {HostFailure} no network, no compiler, disk full
 */
async function installN8n({ version = process.env.N8N_VERSION, log = logToStderr } = {}) {
	const recipe = hostRecipe(version);
	const ready = path.join(recipe.folder, '.ready');
	if (!fs.existsSync(ready)) {
		const onWait = () => log(`Another process is installing n8n ${recipe.version}, waiting for it`);
		await withLock(`${recipe.folder}.lock`, () => install(recipe, ready, log), { onWait });
	}
	const modules = path.join(recipe.folder, 'node_modules');
	return {
		version: recipe.version,
		folder: recipe.folder,
		node: path.join(modules, 'node', 'bin', 'node'),
		bin: path.join(modules, 'n8n', 'bin', 'n8n'),
	};
}

/**
 * @param {ReturnType<typeof hostRecipe>} recipe
 * @param {string} ready marker, written last
 * @param {(line: string) => void} log
 */
async function install({ version, folder, manifest, lock }, ready, log) {
	if (fs.existsSync(ready)) return;
	const downloaded = path.join(folder, '.downloaded');
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(path.join(folder, 'package.json'), manifest);
	if (lock) fs.writeFileSync(path.join(folder, 'package-lock.json'), lock);

	if (!fs.existsSync(downloaded)) {
		log(`Installing n8n ${version} into ${folder} (once, about 5 minutes and 3 GB)`);
		const stopProgress = showProgress(folder, log);
		await npm([lock ? 'ci' : 'install', '--ignore-scripts'], {
			cwd: folder,
			doing: `Installing n8n ${version}`,
			downloads: true,
		}).finally(stopProgress);
		fs.writeFileSync(downloaded, '');
	}
	log('Building its SQLite driver (once, up to 2 minutes)');
	await npm(['rebuild', 'node', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], {
		cwd: folder,
		doing: `Building the SQLite driver of n8n ${version}`,
	});
	fs.writeFileSync(ready, '');
	log(`n8n ${version} is installed`);
}

/**
 * Tells now and then how far the download is, by the room it has taken on the disk.
 *
 * @param {string} folder where npm unpacks
 * @param {(line: string) => void} log
 * @returns {() => void} ends the display
 */
function showProgress(folder, log) {
	const started = Date.now();
	const freeAtStart = freeBytes(folder);
	const timer = setInterval(() => {
		const gigabytes = Math.max(0, freeAtStart - freeBytes(folder)) / 1e9;
		const seconds = Math.round((Date.now() - started) / 1000);
		log(`  ${seconds} s, ${gigabytes.toFixed(1)} of about 3 GB`);
	}, 15_000);
	return () => clearInterval(timer);
}

/** @param {string} folder */
function freeBytes(folder) {
	const { bavail, bsize } = fs.statfsSync(folder);
	return bavail * bsize;
}

/** @param {string} line */
function logToStderr(line) {
	process.stderr.write(`${line}\n`);
}

module.exports = { installN8n };
