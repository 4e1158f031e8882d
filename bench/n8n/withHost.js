'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { cacheFolder, startN8n } = require('../../tools/n8n-host');
const { startGenerator } = require('../load/generator');
const { unpackPackage } = require('../install');
const { startGitHubStandIn } = require('./gitHubStandIn');
const { ENGINES, LEAN } = require('./settings');

/** Nodes that only benchmarks have; their types begin with `CUSTOM.`. */
const OWN_NODES = path.join(__dirname, 'least');

/**
 * A running n8n with this package, and what it takes to load it.
 *
 * @typedef {object} Bench
 * @property {Awaited<ReturnType<typeof startN8n>>} host
 * @property {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @property {import('../load/generator').Generator} generator
 * @property {Awaited<ReturnType<typeof startGitHubStandIn>>} gitHub
 */

/**
 * Starts n8n for as long as some work takes.
 *
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(bench: Bench) => Promise<T>} work
 * @param {string[]} [folders] with further nodes of that kind
 * @returns {Promise<T>}
 */
async function withHost(env, work, folders = []) {
	const { tarball } = await unpackPackage();
	const custom = oneFolder([OWN_NODES, ...folders]);
	const extensions = { N8N_CUSTOM_EXTENSIONS: custom };
	const host = await startN8n({ tarball, env: { ...LEAN, ...extensions, ...env } });
	const generator = startGenerator();
	const gitHub = await startGitHubStandIn();
	try {
		return await work({ host, client: await host.signIn(), generator, gitHub });
	} finally {
		generator.stop();
		await host.stop();
		await gitHub.stop();
		fs.rmSync(custom, { recursive: true, force: true });
	}
}

/**
 * Does some work in an n8n of its own for each way to evaluate expressions.
 *
 * @template {object} T
 * @param {string} doing what a person is told
 * @param {(bench: Bench, engine: string) => Promise<T[]>} work
 * @param {{ env?: NodeJS.ProcessEnv, folders?: string[] }} [options] see `withHost`
 * @returns {Promise<(T & { engine: string })[]>} all that was found, with the key of ENGINES
 */
async function inEachEngine(doing, work, { env = {}, folders } = {}) {
	const found = [];
	for (const [engine, settings] of Object.entries(ENGINES)) {
		process.stderr.write(`${doing}, expression engine: ${engine}\n`);
		const all = { ...settings.env, ...env };
		const each = await withHost(all, async (bench) => await work(bench, engine), folders);
		found.push(...each.map((one) => ({ engine, ...one })));
	}
	return found;
}

/**
 * A folder with what is in some: of several that are named, n8n keeps the nodes of the last alone.
 *
 * @param {string[]} folders
 */
function oneFolder(folders) {
	const parent = path.join(cacheFolder(), 'bench');
	fs.mkdirSync(parent, { recursive: true });
	const custom = fs.mkdtempSync(path.join(parent, 'nodes-'));
	for (const folder of folders) fs.cpSync(folder, custom, { recursive: true });
	return custom;
}

module.exports = { inEachEngine, withHost };
