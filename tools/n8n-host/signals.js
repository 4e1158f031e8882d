'use strict';

const { constants } = require('node:os');

/** @type {Set<{ stop: () => Promise<void> }>} */
const running = new Set();
let installed = false;

/** @type {('SIGINT' | 'SIGTERM' | 'SIGHUP')[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Sees to it that Ctrl-C, SIGTERM and SIGHUP stop a host properly before this process ends.
 *
 * @param {{ stop: () => Promise<void> }} host
 */
function stopOnSignal(host) {
	running.add(host);
	if (installed) return;
	installed = true;
	for (const signal of SIGNALS) {
		process.once(signal, async () => {
			await Promise.allSettled([...running].map((each) => each.stop()));
			process.exit(128 + constants.signals[signal]);
		});
	}
}

/** @param {{ stop: () => Promise<void> }} host */
const forget = (host) => running.delete(host);

module.exports = { forget, stopOnSignal };
