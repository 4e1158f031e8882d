'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { sampleEvent } = require('../simulator/events');
const { send } = require('../simulator/sender');
const { signedDelivery } = require('../simulator/sign');
const { webhookOf } = require('../simulator/webhookOf');

/** @import { Call } from '../simulator/ledger' */

/** The event that ends an EnableX call, and the one that a forger claims in its place. */
const GENUINE = 'disconnected';
const FORGED = 'failed';
const FORGER = { appId: 'an_app_id_of_somebody_else' };
const PATIENCE_MS = 60_000;

/**
 * Ends an EnableX call that an execution waits for: sends a forged event, then the result, then the result
 * again.
 *
 * @param {Call} call
 * @param {import('../simulator/sign').Secrets} secrets
 * @returns {Promise<{ forgedAccepted: boolean }>} whether the forged event was answered 2xx
 */
async function endCall(call, secrets) {
	/** @param {string} type */
	const event = (type) =>
		sampleEvent(call.provider, type, { callId: call.id, at: new Date(), to: call.contact });
	const result = event(GENUINE);
	const forged = await sendToSleeper(call, event(FORGED), FORGER);
	await sendToSleeper(call, result, secrets);
	await sendOnce(call, result, secrets);
	return { forgedAccepted: forged >= 200 && forged < 300 };
}

/** @typedef {(call: Call, event: object, secrets: import('../simulator/sign').Secrets) => Promise<number>} Send */

/** @type {Send} */
const sendOnce = async (call, event, secrets) => {
	const delivery = signedDelivery(call.provider, event, secrets);
	return (await send(String(webhookOf(call)), delivery)).status;
};

/**
 * Sends until n8n has put the execution to sleep: before that, it answers 409.
 *
 * @type {Send}
 */
const sendToSleeper = async (call, event, secrets) => {
	for (const deadline = Date.now() + PATIENCE_MS; ; await delay(50)) {
		const status = await sendOnce(call, event, secrets);
		if (status !== 409 || Date.now() > deadline) return status;
	}
};

/**
 * What came of the calls that executions waited for.
 *
 * @typedef {object} Waited
 * @property {number} calls that were to be placed
 * @property {number} lost of them: no item holds the genuine result
 * @property {number} twice of them: placed twice, or in more than one item
 * @property {number} forgedAccepted of them: the forged event was answered 2xx, or is in an item
 *
 * @param {string[]} marks one for each call
 * @param {object} came
 * @param {Call[]} came.calls that were placed
 * @param {Record<string, any>[]} came.items that the Voice Call node gave out
 * @param {Set<string>} came.accepted marks of the calls whose forged event was answered 2xx
 * @returns {Waited}
 */
function reckonWaits(marks, { calls, items, accepted }) {
	const markOf = new Map(calls.map(({ id, marker }) => [id, marker]));
	/** @param {string} type */
	const countsOf = (type) => {
		/** @type {Map<string, number>} */
		const counts = new Map();
		for (const { callId, event, input } of items) {
			if (event?.type !== type || markOf.get(callId) !== input.id) continue;
			counts.set(input.id, (counts.get(input.id) ?? 0) + 1);
		}
		return counts;
	};
	const genuine = countsOf(GENUINE);
	const forged = countsOf(FORGED);
	const placed = countsOfMarks(calls);
	/** @param {(mark: string) => boolean} holds */
	const number = (holds) => marks.filter(holds).length;
	return {
		calls: marks.length,
		lost: number((mark) => !genuine.has(mark)),
		twice: number((mark) => (genuine.get(mark) ?? 0) > 1 || (placed.get(mark) ?? 0) > 1),
		forgedAccepted: number((mark) => accepted.has(mark) || forged.has(mark)),
	};
}

/** @param {Call[]} calls */
function countsOfMarks(calls) {
	/** @type {Map<string, number>} */
	const counts = new Map();
	for (const { marker = '' } of calls) counts.set(marker, (counts.get(marker) ?? 0) + 1);
	return counts;
}

module.exports = { endCall, reckonWaits };
