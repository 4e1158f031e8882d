'use strict';

/**
 * One placed call: a phone that rings.
 *
 * @typedef {object} Call
 * @property {string} id
 * @property {string} provider
 * @property {string} contact the number that is called, as the request wrote it
 * @property {string|undefined} marker what a test put into the request to tell its items apart
 * @property {string|null} status in the provider's own words; Mirai Minds has none while queued
 * @property {Array<string|null>} history every status so far
 * @property {Record<string, any>} request the fields the call was created with
 * @property {number} placedAt
 * @property {{ promptRef?: string, playId: string, asksForDigits: boolean }} [prompt] EnableX: the last
 *   one that was played
 * @property {boolean} [isHeld] EnableX
 * @property {{ name?: string }} [recording] EnableX: the one that runs
 * @property {string} [agentId] Ultravox: who talks
 * @property {string} [disconnectionReason] Retell
 * @property {string} [endedReason] Vapi
 * @property {number} [stepsDone] how far it was played
 * @property {boolean} [isEndedByHand]
 *
 * @typedef {Pick<Call, 'provider' | 'contact' | 'status' | 'request'> & { marker?: string }} Placing
 *
 * @typedef {ReturnType<typeof createLedger>} Ledger
 */

/**
 * Keeps every call that was placed, and counts what was placed twice.
 *
 * @param {{ clock: () => number, newCallId: (provider: string) => string }} settings
 */
function createLedger({ clock, newCallId }) {
	/** @type {Call[]} */
	const calls = [];
	/** @type {Map<string, Call>} */
	const byId = new Map();

	/**
	 * @param {Placing} placing
	 * @returns {Call}
	 */
	function place({ provider, contact, marker, status, request }) {
		const call = {
			id: newCallId(provider),
			provider,
			contact,
			marker,
			status,
			history: [status],
			request,
			placedAt: clock(),
		};
		calls.push(call);
		byId.set(`${provider} ${call.id}`, call);
		return call;
	}

	/**
	 * @param {string} provider
	 * @param {string|undefined} id
	 */
	const find = (provider, id) => byId.get(`${provider} ${id}`);

	/**
	 * @param {Call} call
	 * @param {string|null} status
	 */
	function move(call, status) {
		call.status = status;
		call.history.push(status);
	}

	/** How many calls were placed, by marker (by number where there is no marker). */
	function placed() {
		/** @type {Record<string, number>} */
		const counts = {};
		for (const { marker, contact } of calls) {
			const key = marker ?? contact;
			counts[key] = (counts[key] ?? 0) + 1;
		}
		return counts;
	}

	/** The markers (or numbers) that were rung more than once. */
	const placedTwice = () =>
		Object.entries(placed())
			.filter(([, count]) => count > 1)
			.map(([key]) => key);

	return { calls, place, find, move, placed, placedTwice };
}

module.exports = { createLedger };
