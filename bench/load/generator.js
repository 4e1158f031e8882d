'use strict';

const { fork } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');

/**
 * The process that sends deliveries.
 *
 * @typedef {object} Generator
 * @property {(...streams: import('./drive').Stream[]) => Promise<import('./drive').Outcome[]>} send
 *   sends all streams at the same time, the first of which decides when it is over; ask for one sending after
 *   the other
 * @property {() => void} stop
 */

/** @returns {Generator} */
function startGenerator() {
	const child = fork(path.join(__dirname, 'process.js'), { stdio: 'inherit' });
	const ended = once(child, 'exit').then(() => [{ error: 'The sender of load has ended' }]);
	return {
		send: async (...streams) => {
			child.send(streams);
			const [{ outcomes, error }] = await Promise.race([once(child, 'message'), ended]);
			if (error) throw new Error(error);
			return outcomes;
		},
		stop: () => {
			if (child.connected) child.disconnect();
		},
	};
}

module.exports = { startGenerator };
