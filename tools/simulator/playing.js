'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const { standIns } = require('./standIns');

const ENDED_BY_HAND = ['canceled', 'cancelled', 'aborted', 'deleted'];

/** Lets placed calls go on: queued, ringing, answered, over, with the events on the way. */
function createPlaying({ settings, ledger, sendEvent, signal }) {
	/**
	 * @param {import('./ledger').Call} call
	 * @param {object} [options]
	 * @param {string} [options.outcome] default: the simulator's
	 * @param {number} [options.stepMs] wait between two steps; default none
	 * @param {string} [options.until] stop at this status, e.g. `ringing`; play on with another call
	 * @returns {Promise<import('./webhooks').SentEvent[]>} the events that were sent
	 */
	async function play(call, { outcome = settings.outcome, stepMs = 0, until } = {}) {
		const ending = typeof outcome === 'function' ? outcome(call) : outcome;
		const sent = [];
		for (const { status, event, facts } of remaining(call, ending)) {
			if (stepMs > 0) await sleep(stepMs, undefined, { signal });
			if (wasEnded(call)) break;
			if (call.status !== status) ledger.move(call, status);
			call.stepsDone += 1;
			if (event !== undefined) sent.push(...(await sendEvent(call, event, facts)));
			if (status === until) break;
		}
		return sent;
	}

	function remaining(call, outcome) {
		call.stepsDone ??= 0;
		const steps = standIns[call.provider].progress[outcome];
		if (steps === undefined) throw new Error(`${call.provider} has no outcome ${outcome}`);
		return steps.slice(call.stepsDone);
	}

	/** Cancelled, aborted, deleted, or hung up by the other side in the middle. */
	function wasEnded(call) {
		const isHungUp = call.provider === 'enableX' && call.status === 'disconnected';
		return isHungUp || call.isEndedByHand === true || ENDED_BY_HAND.includes(call.status);
	}

	/** Plays a call at the simulator's pace, first of all waiting in the queue. */
	async function playAtPace(call, { queuedMs, stepMs }) {
		await sleep(queuedMs, undefined, { signal });
		await play(call, { stepMs });
	}

	return { play, playAtPace };
}

module.exports = { createPlaying };
