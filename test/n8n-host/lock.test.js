'use strict';

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { releaseLock, takeLock, withLock } = require('../../tools/n8n-host/lock');

describe('lock', () => {
	let folder;
	let lock;

	beforeEach(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-lock-'));
		lock = path.join(folder, 'lock');
	});

	afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

	test('is held by one at a time', () => {
		expect(takeLock(lock)).toBe(true);
		expect(takeLock(lock)).toBe(false);
		releaseLock(lock);
		expect(takeLock(lock)).toBe(true);
	});

	test('is taken over from a process that is gone', () => {
		const { pid } = spawnSync(process.execPath, ['-e', '']);
		fs.mkdirSync(lock);
		fs.writeFileSync(path.join(lock, 'pid'), String(pid));
		expect(takeLock(lock)).toBe(true);
	});

	test('lets one action wait for the other, also when that fails', async () => {
		const order = [];
		const first = withLock(lock, async () => {
			order.push('first begins');
			await new Promise((resolve) => setTimeout(resolve, 50));
			order.push('first ends');
			throw new Error('on purpose');
		});
		const second = withLock(lock, async () => order.push('second'));
		await expect(first).rejects.toThrow('on purpose');
		await second;
		expect(order).toEqual(['first begins', 'first ends', 'second']);
	});
});
