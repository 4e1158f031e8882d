'use strict';

const { readFileSync } = require('node:fs');
const { INSPECTED, openInspector } = require('../n8n-host/inspector');

/**
 * What an n8n that runs with `INSPECTED` holds in memory after a full garbage collection.
 *
 * @param {{ logs: string, pid: number }} host
 * @returns {Promise<{ heapMb: number, residentMb: number | undefined }>} `residentMb` on Linux only
 */
async function memoryOf(host) {
	const inspector = await openInspector(host);
	try {
		return { heapMb: megabytes(await inspector.usedHeap()), residentMb: residentMb(host.pid) };
	} finally {
		inspector.close();
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
		const [, kilobytes] = text.match(`${name}:\\s+(\\d+)`) ?? [];
		return megabytes(Number(kilobytes) * 1024);
	} catch {
		return undefined;
	}
}

/** @param {number} bytes */
const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

module.exports = { INSPECTED, memoryOf, peakMb };
