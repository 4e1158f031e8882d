'use strict';

const { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');
const { codeOf } = require('./failure');

/**
 * Runs an action while no other process runs it for the same name.
 *
 * @template T
 * @param {string} folder becomes the lock: it exists while the lock is held
 * @param {() => Promise<T>} action
 * @param {{ onWait?: () => void }} [options] `onWait` is called once when the lock is held by another
 * @returns {Promise<T>}
 */
async function withLock(folder, action, { onWait } = {}) {
	for (let waited = false; !takeLock(folder); waited = true) {
		if (!waited) onWait?.();
		await delay(500);
	}
	try {
		return await action();
	} finally {
		releaseLock(folder);
	}
}

/**
 * A lock whose holder is dead is taken over.
 *
 * @param {string} folder
 * @returns {boolean} whether this process holds the lock now
 */
function takeLock(folder) {
	mkdirSync(path.dirname(folder), { recursive: true });
	if (!isHeld(folder)) releaseLock(folder);
	try {
		mkdirSync(folder);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
		return false;
	}
	writeFileSync(path.join(folder, 'pid'), String(process.pid));
	return true;
}

/** @param {string} folder */
function releaseLock(folder) {
	rmSync(folder, { recursive: true, force: true });
}

/** @param {string} folder */
function isHeld(folder) {
	try {
		process.kill(Number(readFileSync(path.join(folder, 'pid'), 'utf8')) || process.pid, 0);
		return true;
	} catch (error) {
		const code = codeOf(error);
		return code === 'EPERM' || (code === 'ENOENT' && isFresh(folder));
	}
}

/**
 * A holder that has not yet written its process id gets some seconds to do so.
 *
 * @param {string} folder
 */
function isFresh(folder) {
	const stat = statSync(folder, { throwIfNoEntry: false });
	return stat !== undefined && Date.now() - stat.mtimeMs < 5000;
}

module.exports = { releaseLock, takeLock, withLock };
