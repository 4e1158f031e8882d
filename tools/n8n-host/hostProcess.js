'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { HostFailure } = require('./failure');
const { killGroup, spawnGuarded } = require('./guard');

/**
 * One run of one n8n process, from spawn to exit.
 *
 * @typedef {object} HostProcess
 * @property {number | undefined} pid none where it could not be started
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} ready resolves when all addresses answer 200
 * @property {Promise<void>} exited resolves when the process has ended, however it did
 * @property {(graceMs?: number) => Promise<void>} stop SIGTERM, then SIGKILL
 * @property {() => Promise<void>} kill SIGKILL at once
 */

/**
 * @param {object} options
 * @param {string} options.name for messages, e.g. `n8n start`
 * @param {string} options.node
 * @param {string[]} options.args
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string[]} options.readyUrls all answer 200 once it is ready
 * @param {number} options.readyTimeoutMs
 * @param {(text: string) => void} options.onOutput
 * @param {() => string} options.lastLines what it printed last
 * @returns {HostProcess}
 */
function runHostProcess(options) {
	const { name, node, args, cwd, env, readyUrls, readyTimeoutMs, onOutput, lastLines } = options;
	const child = spawnGuarded(node, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	child.stdout?.setEncoding('utf8').on('data', onOutput);
	child.stderr?.setEncoding('utf8').on('data', onOutput);
	/** @type {Error | undefined} */
	let failure;
	/** @type {Promise<void>} */
	const exited = new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', (error) => {
			failure = error;
			resolve();
		});
	});
	const isRunning = () => !failure && child.exitCode === null && child.signalCode === null;

	const ready = async () => {
		const deadline = Date.now() + readyTimeoutMs;
		while (isRunning() && Date.now() < deadline) {
			if ((await Promise.all(readyUrls.map(answersOk))).every(Boolean)) return;
			await delay(100);
		}
		const how = isRunning()
			? `was not ready after ${Math.round(readyTimeoutMs / 1000)} s`
			: `ended while starting (${failure?.message ?? child.signalCode ?? `status ${child.exitCode}`})`;
		await end('SIGKILL', 0);
		throw new HostFailure(`${name} ${how}. Its last lines say why:\n${lastLines()}`);
	};

	/**
	 * @param {'SIGTERM' | 'SIGKILL'} signal
	 * @param {number} graceMs
	 */
	const end = async (signal, graceMs) => {
		const { pid } = child;
		if (pid === undefined || !isRunning()) return;
		if (signal === 'SIGKILL') killGroup(pid, 'SIGKILL');
		else child.kill(signal);
		const fallback = setTimeout(() => killGroup(pid, 'SIGKILL'), graceMs);
		await exited;
		clearTimeout(fallback);
	};

	return {
		pid: child.pid,
		isRunning,
		ready,
		exited,
		stop: (graceMs = 20_000) => end('SIGTERM', graceMs),
		kill: () => end('SIGKILL', 1000),
	};
}

/** @param {string} url */
async function answersOk(url) {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
		await response.arrayBuffer();
		return response.status === 200;
	} catch {
		return false;
	}
}

module.exports = { runHostProcess };
