'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const { standIns } = require('./standIns');

/**
 * @import { Call } from './ledger'
 * @import { SentEvent } from './webhooks'
 */

/**
 * @typedef {object} PlayOptions
 * @property {string|((call: Call) => string)} [outcome] default: the simulator's
 * @property {number} [stepMs] wait between two steps; default none
 * @property {string} [until] stop at this status, e.g. `ringing`; play on with another call
 */

/** @type {(string|null)[]} */
const ENDED_BY_HAND = ['canceled', 'cancelled', 'aborted', 'deleted'];

/**
 * Lets placed calls go on: queued, ringing, answered, over, with the events on the way.
 *
 * @param {object} parts
 * @param {import('./settings').CompleteSettings} parts.settings
 * @param {import('./ledger').Ledger} parts.ledger
 * @param {import('./webhooks').SendEvent} parts.sendEvent
 * @param {AbortSignal} parts.signal
 */
function createPlaying({ settings, ledger, sendEvent, signal }) {
	/**
	 * @param {Call} call
	 * @param {PlayOptions} [options]
	 * @returns {Promise<SentEvent[]>} the events that were sent
	 */
	async function play(call, { outcome = settings.outcome, stepMs = 0, until } = {}) {
		const ending = typeof outcome === 'function' ? outcome(call) : outcome;
		/** @type {SentEvent[]} */
		const sent = [];
		for (const { status, event, facts } of remaining(call, ending)) {
			if (stepMs > 0) await sleep(stepMs, undefined, { signal });
			if (wasEnded(call)) break;
			if (call.status !== status) ledger.move(call, status);
			call.stepsDone = (call.stepsDone ?? 0) + 1;
			if (event !== undefined) sent.push(...(await sendEvent(call, event, facts)));
			if (status === until) break;
		}
		return sent;
	}

	/**
	 * @param {Call} call
	 * @param {string} outcome
	 */
	function remaining(call, outcome) {
		const steps = standIns[call.provider].progress?.[outcome];
		if (steps === undefined) throw new Error(`${call.provider} has no outcome ${outcome}`);
		return steps.slice(call.stepsDone ?? 0);
	}

	/**
	 * Cancelled, aborted, deleted, or hung up by the other side in the middle.
	 *
	 * @param {Call} call
	 */
	function wasEnded(call) {
		const isHungUp = call.provider === 'enableX' && call.status === 'disconnected';
		return isHungUp || call.isEndedByHand === true || ENDED_BY_HAND.includes(call.status);
	}

	/**
	 * Plays a call at the simulator's pace, first of all waiting in the queue.
	 *
	 * @param {Call} call
	 * @param {import('./settings').Pace} pace
	 */
	async function playAtPace(call, { queuedMs, stepMs }) {
		await sleep(queuedMs, undefined, { signal });
		await play(call, { stepMs });
	}

	return { play, playAtPace };
}

module.exports = { createPlaying };
