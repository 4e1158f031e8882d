'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');

/** A program that starts a guarded one, holds a folder, and tells the other's process id. */
const PARENT = `
	const { guardFolder, spawnGuarded } = require(${JSON.stringify(path.join(__dirname, '..', '..', 'tools', 'n8n-host', 'guard.js'))});
	guardFolder(process.argv[1]);
	const child = spawnGuarded('sleep', ['600'], { stdio: 'ignore' });
	process.stdout.write(String(child.pid));
	if (process.argv[2] === 'throw') setTimeout(() => { throw new Error('on purpose'); }, 100);
`;

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

/** @param {() => boolean} condition */
async function eventually(condition) {
	const deadline = Date.now() + 20_000;
	while (!condition() && Date.now() < deadline) await delay(50);
	return condition();
}

describe('guard', () => {
	test.each(/** @type {const} */ (['SIGKILL', 'SIGTERM', 'throw']))(
		'nothing is left after %s',
		async (end) => {
			const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-guard-'));
			const parent = spawn(process.execPath, ['-e', PARENT, folder, end], {
				stdio: ['ignore', 'pipe', 'ignore'],
			});
			const [output] = await once(parent.stdout, 'data');
			const pid = Number(output.toString());
			expect(isAlive(pid)).toBe(true);

			if (end !== 'throw') parent.kill(end);
			await once(parent, 'exit');
			expect(await eventually(() => !isAlive(pid))).toBe(true);
			expect(await eventually(() => !fs.existsSync(folder))).toBe(true);
		},
	);
});
