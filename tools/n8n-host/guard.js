'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');

/** @type {import('node:child_process').ChildProcess | undefined} */
let guard;

/** @param {string} line see guardProcess.js */
function tell(line) {
	if (!guard || guard.exitCode !== null) {
		guard = spawn(process.execPath, [path.join(__dirname, 'guardProcess.js')], {
			detached: true,
			stdio: ['pipe', 'ignore', 'ignore'],
			env: {},
			cwd: '/',
		});
		guard.stdin.on('error', () => {});
		guard.unref();
		guard.stdin.unref();
	}
	guard.stdin.write(`${line}\n`);
}

/**
 * Starts a program in a process group of its own. Whatever happens to this process (normal end,
 * exception, Ctrl-C, SIGKILL), the group does not outlive it.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function spawnGuarded(command, args, options) {
	tell('');
	const child = spawn(command, args, { ...options, detached: true });
	if (child.pid !== undefined) {
		tell(`+${child.pid}`);
		child.once('exit', () => {
			killGroup(child.pid, 'SIGKILL');
			tell(`-${child.pid}`);
		});
	}
	return child;
}

/**
 * @param {number} pid leader of the group
 * @param {NodeJS.Signals} signal
 * @returns {boolean} whether there was anything to signal
 */
function killGroup(pid, signal) {
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		return false;
	}
}

/** @param {string} folder removed when this process ends without having removed it itself */
const guardFolder = (folder) => tell(`+${folder}`);

/** @param {string} folder */
const releaseFolder = (folder) => tell(`-${folder}`);

module.exports = { guardFolder, killGroup, releaseFolder, spawnGuarded };
