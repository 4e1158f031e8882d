'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { randomBytes } = require('node:crypto');
const { connect } = require('./client');
const { n8nEnvironment } = require('./environment');
const { guardFolder, releaseFolder } = require('./guard');
const { runHostProcess } = require('./hostProcess');
const { installN8n } = require('./install');
const { installPackage } = require('./installPackage');
const { assertPortIsFree, freePort } = require('./ports');
const { forget, stopOnSignal } = require('./signals');

/** Longest log kept in memory, in characters. */
const LOG_LIMIT = 50_000_000;

/**
 * Starts a real n8n on 127.0.0.1 and waits until it is ready. See index.js for what comes back.
 *
 * @typedef {Awaited<ReturnType<typeof startN8n>>} Host
 *
 * @param {object} [options]
 * @param {'start' | 'webhook' | 'worker'} [options.command] which kind of n8n process
 * @param {string} [options.version] n8n version, see installN8n
 * @param {string} [options.node] runtime for n8n, for instance `process.execPath`; without it the one
 *   that was installed with n8n
 * @param {string} [options.tarball] package to install first, see packPackage
 * @param {string} [options.userFolder] kept; without it a throw-away one is made and removed
 * @param {number} [options.port] must be free; a free one is chosen without it
 * @param {NodeJS.ProcessEnv} [options.env] further settings for n8n, they win
 * @param {import('./client').Owner} [options.owner] of a kept user folder
 * @param {number} [options.readyTimeoutMs]
 * @param {(text: string) => void} [options.onOutput] hears what n8n prints
 * @param {(line: string) => void} [options.log] hears about installing
 * @throws {HostFailure} when n8n cannot be installed or started; nothing is left running then
 */
async function startN8n(options = {}) {
	const { command = 'start', env = {}, readyTimeoutMs = 180_000 } = options;
	const installed = await installN8n({ version: options.version, log: options.log });
	if (options.port !== undefined) await assertPortIsFree(options.port);
	const port = options.port ?? (await freePort());
	const brokerPort = await freePort();
	const healthPort = await freePort();
	const userFolder = options.userFolder ?? throwAwayFolder();
	const owner = options.owner ?? {
		email: 'owner@example.com',
		password: `Owner1${randomBytes(12).toString('hex')}`,
	};
	let text = '';
	/** @type {import('./hostProcess').HostProcess | undefined} */
	let current;
	let stopped = false;

	const running = () => {
		if (current?.pid === undefined) throw new Error(`n8n ${command} was not started`);
		return { ...current, pid: current.pid };
	};

	const run = async () => {
		current = runHostProcess({
			name: `n8n ${command}`,
			node: options.node ?? installed.node,
			args: [installed.bin, command],
			cwd: userFolder,
			env: host.env,
			readyUrls: readyUrls(host),
			readyTimeoutMs,
			onOutput: (chunk) => {
				text = (text + chunk).slice(-LOG_LIMIT);
				options.onOutput?.(chunk);
			},
			lastLines: host.lastLines,
		});
		await current.ready();
	};

	const host = {
		command,
		version: installed.version,
		url: `http://127.0.0.1:${port}`,
		port,
		healthPort,
		brokerPort,
		userFolder,
		owner,
		env: n8nEnvironment({ userFolder, port, brokerPort, healthPort }, env),
		get pid() {
			return running().pid;
		},
		get logs() {
			return text;
		},
		lastLines: () => text.trimEnd().split('\n').slice(-20).join('\n'),
		get stopped() {
			return stopped;
		},
		isRunning: () => running().isRunning(),
		exited: () => running().exited,
		kill: () => running().kill(),
		restart: async () => {
			stopped = false;
			await running().stop();
			await run();
		},
		stop: async () => {
			stopped = true;
			await current?.stop();
			forget(host);
			if (options.userFolder === undefined) removeThrowAway(userFolder);
		},
		signIn: () => connect(host.url, owner),
	};

	stopOnSignal(host);
	try {
		fs.mkdirSync(userFolder, { recursive: true });
		if (options.tarball) await installPackage(userFolder, options.tarball);
		await run();
	} catch (error) {
		await host.stop();
		throw error;
	}
	return host;
}

/**
 * n8n 1.x reports itself ready some seconds before it knows its REST addresses.
 *
 * @param {{ command: string, url: string, healthPort: number }} host
 */
function readyUrls({ command, url, healthPort }) {
	const health = '/healthz/readiness';
	if (command === 'worker') return [`http://127.0.0.1:${healthPort}${health}`];
	return command === 'start' ? [url + health, `${url}/rest/settings`] : [url + health];
}

function throwAwayFolder() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-n8n-'));
	guardFolder(folder);
	return folder;
}

/** @param {string} folder */
function removeThrowAway(folder) {
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	releaseFolder(folder);
}

module.exports = { startN8n };
