'use strict';

const { once } = require('node:events');
const { setTimeout: delay } = require('node:timers/promises');

const INTERVAL_MICROSECONDS = 250;

/**
 * Records where a Node.js process spends its time. The process has to be started with
 * `--inspect-port=<port>`; its inspector is opened by a signal, so that it costs nothing before.
 *
 * @param {number} pid
 * @param {number} port
 */
async function openInspector(pid, port) {
	const { WebSocket } = require('ws');
	process.kill(pid, 'SIGUSR1');
	const socket = new WebSocket(await debuggerAddress(port), { maxPayload: 2 ** 30 });
	await once(socket, 'open');
	const waiting = new Map();
	let count = 0;

	socket.on('message', (bytes) => {
		const { id, result, error } = JSON.parse(bytes.toString('utf8'));
		if (!waiting.has(id)) return;
		const { resolve, reject } = waiting.get(id);
		waiting.delete(id);
		if (error) reject(new Error(error.message));
		else resolve(result);
	});

	const ask = (method, params) =>
		new Promise((resolve, reject) => {
			count += 1;
			waiting.set(count, { resolve, reject });
			socket.send(JSON.stringify({ id: count, method, params }));
		});

	/** CPU time of all threads of the process so far, in microseconds. */
	const cpuTime = async () => {
		const expression = 'JSON.stringify(process.cpuUsage())';
		const { result } = await ask('Runtime.evaluate', { expression });
		const { user, system } = JSON.parse(result.value);
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
		close: () => socket.close(),
	};
}

/** @param {number} port */
async function debuggerAddress(port) {
	for (let attempt = 0; ; attempt += 1) {
		try {
			const response = await fetch(`http://127.0.0.1:${port}/json/list`);
			const [{ webSocketDebuggerUrl }] = await response.json();
			return webSocketDebuggerUrl;
		} catch (error) {
			if (attempt === 50) throw error;
			await delay(100);
		}
	}
}

module.exports = { openInspector };
