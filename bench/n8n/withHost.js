'use strict';

const { startN8n } = require('../../tools/n8n-host');
const { startGenerator } = require('../load/generator');
const { unpackPackage } = require('../install');
const { startGitHubStandIn } = require('./gitHubStandIn');
const { LEAN } = require('./settings');

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
 * @returns {Promise<T>}
 */
async function withHost(env, work) {
	const { tarball } = await unpackPackage();
	const host = await startN8n({ tarball, env: { ...LEAN, ...env } });
	const generator = startGenerator();
	const gitHub = await startGitHubStandIn();
	try {
		return await work({ host, client: await host.signIn(), generator, gitHub });
	} finally {
		generator.stop();
		await host.stop();
		await gitHub.stop();
	}
}

module.exports = { withHost };
