'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { workflowIds } = require('./endpoints');
const { executionsByMark, untilSettled } = require('./records');
const { reckon } = require('./reckoning');
const { startTraffic } = require('./traffic');

/**
 * @typedef {object} Load
 * @property {number} perSecond events
 * @property {number} seconds of each of three parts: before, during and after the fault
 * @property {number} [factor] scales the waits between retries
 * @property {number} [retries]
 *
 * @typedef {object} Fault
 * @property {() => Promise<unknown>} fault
 * @property {() => Promise<unknown>} mend
 * @property {() => Parameters<typeof executionsByMark>[2]} [earlier]
 */

/**
 * Sends events while something breaks and is mended, and says what became of them.
 *
 * @param {import('./records').Storage} storage
 * @param {(import('./traffic').Endpoint & { workflowId: string })[]} endpoints
 * @param {Load} load
 * @param {Fault} event
 * @returns {Promise<import('./reckoning').Reckoning>}
 */
async function underLoad(storage, endpoints, { seconds, ...load }, { fault, mend, earlier }) {
	const traffic = startTraffic(endpoints, load);
	let sent;
	try {
		await delay(seconds * 1000);
		await fault();
		await delay(seconds * 1000);
		await mend();
		await delay(seconds * 1000);
	} finally {
		sent = await traffic.stop();
	}
	const ids = workflowIds(endpoints);
	await untilSettled(storage, ids);
	return reckon(sent, await executionsByMark(storage, ids, earlier?.()));
}

module.exports = { underLoad };
