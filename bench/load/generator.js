'use strict';

const { fork } = require('node:child_process');
const path = require('node:path');

/**
 * The process that sends deliveries.
 *
 * @typedef {object} Generator
 * @property {(...streams: import('./drive').Stream[]) => Promise<import('./drive').Outcome[]>} send
 *   sends all streams at the same time; the first one decides when it is over
 * @property {() => void} stop
 */

/** @returns {Generator} */
function startGenerator() {
	const child = fork(path.join(__dirname, 'process.js'), { stdio: 'inherit' });
	const waiting = new Map();
	let count = 0;

	/** @param {{ id: number, outcomes: import('./drive').Outcome[], error?: string }} message */
	const hear = ({ id, outcomes, error }) => {
		const { resolve, reject } = waiting.get(id);
		waiting.delete(id);
		if (error) reject(new Error(error));
		else resolve(outcomes);
	};
	child.on('message', hear);
	child.once('exit', () => {
		for (const { reject } of waiting.values()) reject(new Error('The sender of load has ended'));
	});

	return {
		send: (...streams) =>
			new Promise((resolve, reject) => {
				count += 1;
				waiting.set(count, { resolve, reject });
				child.send({ id: count, streams });
			}),
		stop: () => {
			if (child.connected) child.disconnect();
		},
	};
}

module.exports = { startGenerator };
