'use strict';

const { existsSync } = require('node:fs');
const path = require('node:path');
const { HostFailure } = require('./failure');
const { run } = require('./run');

const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier'];
/** Among thousands of downloads one may fail a few times. */
const PATIENT = ['--fetch-retries=6', '--fetch-retry-mintimeout=2000'];
/** Long enough for a network that stumbles, short enough for somebody who has none. */
const HASTY = [
	'--fetch-retries=3',
	'--fetch-retry-mintimeout=500',
	'--fetch-retry-maxtimeout=2000',
];

/**
 * Environment for an npm that works in another folder than the one that npm started us in: without
 * the variables by which `npm start` would carry this project's settings over.
 */
function npmEnvironment() {
	const env = { ...process.env };
	for (const name of Object.keys(env)) {
		if (
			/^npm_(package|lifecycle|config_(local_prefix|global_prefix|ignore_scripts|legacy_peer_deps))/.test(
				name,
			)
		) {
			delete env[name];
		}
	}
	// Headers beside the running Node spare node-gyp a download.
	const prefix = path.resolve(process.execPath, '..', '..');
	if (!env.npm_config_nodedir && existsSync(path.join(prefix, 'include/node/node_api.h'))) {
		env.npm_config_nodedir = prefix;
	}
	return env;
}

/**
 * Runs npm to its end.
 *
 * @param {string[]} args
 * @param {{ cwd: string, doing: string, show?: boolean, downloads?: boolean }} options `doing`
 *   completes "... failed", for instance "Installing n8n 2.40.7"; `downloads` asks first whether
 *   there is a network
 * @returns {Promise<string>} what npm printed
 * @throws {HostFailure} with the reason and the remedy
 */
async function npm(args, { cwd, doing, show, downloads }) {
	if (downloads) await assertRegistryAnswers(doing);
	const flags = args[0] === 'run' ? [] : [...QUIET, ...(downloads ? PATIENT : [])];
	const { code, output } = await run('npm', [...args, ...flags], {
		cwd,
		env: npmEnvironment(),
		show,
	});
	if (code !== 0) throw new HostFailure(explain(doing, code, output));
	return output;
}

/**
 * npm itself tries for minutes before it gives up.
 *
 * @param {string} doing
 */
async function assertRegistryAnswers(doing) {
	const { code, output } = await run('npm', ['ping', ...HASTY, ...QUIET], {
		env: npmEnvironment(),
	});
	if (code === 127 || NETWORK.test(output)) throw new HostFailure(explain(doing, code, output));
}

/** Only npm's own lines count: a failed download of a prebuilt driver is not the end of it. */
const NETWORK =
	/^npm (error|ERR!) .*\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/m;
const COMPILER =
	/not found: (make|g\+\+|c\+\+|cc)|(g\+\+|c\+\+|make|cc): (command not found|not found|No such file)/i;
const PYTHON = /ERR! find Python|Could not find any Python/;

/**
 * @param {string} doing
 * @param {number} code exit status of npm
 * @param {string} output what npm printed
 * @returns {string} one sentence for what happened, one for what to do
 */
function explain(doing, code, output) {
	if (code === 127)
		return `${doing} failed: npm was not found. Install Node.js 20 or newer with npm.`;
	if (/gyp ERR!/.test(output) && (COMPILER.test(output) || PYTHON.test(output))) {
		const missing = COMPILER.test(output) ? 'a C++ compiler and make' : 'Python 3';
		return (
			`${doing} failed: ${missing} could not be found, and n8n's database driver sqlite3 needs it. ` +
			'Install the tools (Debian: apt-get install -y python3 make g++; macOS: xcode-select --install) and run the command again.'
		);
	}
	if (/\bENOSPC\b/.test(output)) {
		return `${doing} failed: the disk is full. Free 4 GB, or set VOICE_CALL_CACHE to a folder with room, and run the command again.`;
	}
	const network = NETWORK.exec(output);
	if (network) {
		const [, server = 'the npm registry'] = /request to https?:\/\/([^/\s]+)/.exec(output) ?? [];
		return `${doing} failed: ${server} cannot be reached (${network[2]}). Check the network connection and run the command again; it goes on where it stopped.`;
	}
	const lines = output.split('\n').filter((line) => /^npm (error|ERR!) ./.test(line));
	return `${doing} failed (npm ended with status ${code}). Read npm's lines below, mend the cause and run the command again.\n${lines.slice(0, 12).join('\n') || output.trimEnd().slice(-2000)}`;
}

module.exports = { explain, npm, npmEnvironment };
