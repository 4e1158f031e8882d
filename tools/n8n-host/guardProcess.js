'use strict';

/**
 * The process that outlives its parent for a moment, so that nothing else does. It reads lines from
 * its parent: `+<pid>` and `-<pid>` for process groups that started and ended, `+<folder>` and
 * `-<folder>` for throw-away folders. When the parent is gone, however it went, the pipe closes:
 * what is still on the list is killed and removed.
 */
const { rmSync } = require('node:fs');
const { createInterface } = require('node:readline');

const held = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

createInterface({ input: process.stdin })
	.on('line', (line) => {
		if (line.startsWith('+')) held.add(line.slice(1));
		else held.delete(line.slice(1));
	})
	.on('close', () => {
		const pids = [...held].filter((entry) => /^\d+$/.test(entry));
		for (const pid of pids) killGroup(Number(pid));
		setTimeout(() => {
			for (const entry of held) {
				if (!/^\d+$/.test(entry)) rmSync(entry, { recursive: true, force: true, maxRetries: 5 });
			}
			process.exit(0);
		}, 200);
	});

/** @param {number} pid */
function killGroup(pid) {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Already gone.
	}
}
