'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { connectInspector } = require('../../tools/n8n-host/inspector');

const INTERVAL_MICROSECONDS = 250;

/**
 * Records where a Node.js process spends its time. The process has to be started with
 * `--inspect-port=<port>`; its inspector is opened by a signal, so that it costs nothing before.
 *
 * @param {number} pid
 * @param {number} port
 */
async function openProfiler(pid, port) {
	process.kill(pid, 'SIGUSR1');
	const { ask, evaluate, close } = await connectInspector(await debuggerAddress(port));

	/** CPU time of all threads of the process so far, in microseconds. */
	const cpuTime = async () => {
		const { user, system } = await evaluate('process.cpuUsage()');
		return user + system;
	};

	await ask('Profiler.enable');
	await ask('Profiler.setSamplingInterval', { interval: INTERVAL_MICROSECONDS });
	return {
		/**
		 * @param {() => Promise<unknown>} work
		 * @returns {Promise<{ profile: import('./shares').Profile, cpuMicroseconds: number }>}
		 */
		record: async (work) => {
			const before = await cpuTime();
			await ask('Profiler.start');
			await work();
			const { profile } = await ask('Profiler.stop');
			return { profile, cpuMicroseconds: (await cpuTime()) - before };
		},
		close,
	};
}

/** @param {number} port */
async function debuggerAddress(port) {
	for (let attempt = 0; ; attempt += 1) {
		try {
			const response = await fetch(`http://127.0.0.1:${port}/json/list`);
			/** @type {any} */
			const [{ webSocketDebuggerUrl }] = await response.json();
			return webSocketDebuggerUrl;
		} catch (error) {
			if (attempt === 50) throw error;
			await delay(100);
		}
	}
}

module.exports = { openProfiler };
