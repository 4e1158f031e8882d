'use strict';

const { spawn } = require('node:child_process');
const path = require('node:path');

/** @type {ReturnType<typeof startGuard> | undefined} */
let guard;

function startGuard() {
	const child = spawn(process.execPath, [path.join(__dirname, 'guardProcess.js')], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
		env: {},
		cwd: '/',
	});
	child.unref();
	// A pipe to a child is a socket, which types do not know.
	const pipe = /** @type {import('node:net').Socket} */ (child.stdin);
	pipe.on('error', () => {});
	pipe.unref();
	return { child, pipe };
}

/** @param {string} line see guardProcess.js */
function tell(line) {
	if (!guard || guard.child.exitCode !== null) guard = startGuard();
	guard.pipe.write(`${line}\n`);
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
	const { pid } = child;
	if (pid !== undefined) {
		tell(`+${pid}`);
		child.once('exit', () => {
			killGroup(pid, 'SIGKILL');
			tell(`-${pid}`);
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
