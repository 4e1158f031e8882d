'use strict';

const path = require('node:path');
const { HostFailure, PROJECT, run } = require('../tools/n8n-host');

/**
 * Runs a script that measures in a process of its own.
 *
 * @param {string} node which Node.js
 * @param {string} script its path
 * @param {object} job what it gets in its argument, as JSON
 * @param {{ flags?: string[], env?: NodeJS.ProcessEnv }} [options] `flags` are for Node.js, `env` is added to this
 *   process' own
 * @returns {Promise<any>} what it printed, as JSON
 * @throws {HostFailure}
 */
async function measureApart(node, script, job, { flags = [], env = {} } = {}) {
	const args = [...flags, script, JSON.stringify(job)];
	const { code, output } = await run(node, args, { env: { ...process.env, ...env } });
	if (code === 0) return JSON.parse(output);
	throw new HostFailure(`${path.relative(PROJECT, script)} failed:\n${output}`);
}

module.exports = { measureApart };
