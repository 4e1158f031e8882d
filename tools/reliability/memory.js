'use strict';

const { readFileSync } = require('node:fs');
const { setTimeout: delay } = require('node:timers/promises');

/** Makes Node.js open its inspector on a free port; the first process to do so is n8n itself. */
const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/**
 * What an n8n that runs with `INSPECTED` holds in memory after a full garbage collection.
 *
 * @param {{ logs: string, pid: number }} host
 * @returns {Promise<{ heapMb: number, residentMb: number | undefined }>} `residentMb` on Linux only
 */
async function memoryOf(host) {
	const { WebSocket } = require('ws');
	const [, address] = /Debugger listening on (ws:\S+)/.exec(host.logs);
	const socket = new WebSocket(address);
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
	let id = 0;
	const ask = (method) =>
		new Promise((resolve) => {
			id += 1;
			const own = id;
			socket.on('message', (bytes) => {
				const message = JSON.parse(bytes);
				if (message.id === own) resolve(message.result);
			});
			socket.send(JSON.stringify({ id: own, method }));
		});
	try {
		await ask('HeapProfiler.enable');
		for (let round = 0; round < 3; round += 1) {
			await ask('HeapProfiler.collectGarbage');
			await delay(200);
		}
		const { usedSize } = await ask('Runtime.getHeapUsage');
		return { heapMb: megabytes(usedSize), residentMb: residentMb(host.pid) };
	} finally {
		socket.close();
	}
}

/** @param {number} pid */
const residentMb = (pid) => statusMb(pid, 'VmRSS');

/**
 * The most that a process ever held, garbage included; on Linux only.
 *
 * @param {{ pid: number }} host
 */
const peakMb = ({ pid }) => statusMb(pid, 'VmHWM');

/**
 * @param {number} pid
 * @param {'VmRSS' | 'VmHWM'} name
 */
function statusMb(pid, name) {
	try {
		const text = readFileSync(`/proc/${pid}/status`, 'utf8');
		const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+)`).exec(text);
		return megabytes(Number(kilobytes) * 1024);
	} catch {
		return undefined;
	}
}

const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

module.exports = { INSPECTED, memoryOf, peakMb };
