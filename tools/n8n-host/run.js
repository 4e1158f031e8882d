'use strict';

const { spawnGuarded } = require('./guard');

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean | 'stderr' }} [options] `show`
 *   passes the output through to this process as well, or only what goes to stderr
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when there is no such program
 */
function run(command, args, { cwd, env = process.env, show = false } = {}) {
	return new Promise((resolve) => {
		const child = spawnGuarded(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		/** @type {(target: NodeJS.WriteStream, shown: boolean) => (chunk: Buffer) => void} */
		const collect = (target, shown) => (chunk) => {
			output += chunk;
			if (shown) target.write(chunk);
		};
		child.stdout?.on('data', collect(process.stdout, show === true));
		child.stderr?.on('data', collect(process.stderr, show !== false));
		child.once('error', (error) => resolve({ code: 127, output: error.message }));
		child.once('close', (code, signal) => resolve({ code: signal ? 1 : Number(code), output }));
	});
}

module.exports = { run };
