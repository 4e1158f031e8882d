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
 * @property {object} request the fields the call was created with
 * @property {number} placedAt
 * @property {{ promptRef?: string, playId: string, asksForDigits: boolean }} [prompt] EnableX: the last
 *   one that was played
 * @property {boolean} [isHeld] EnableX
 * @property {{ name?: string }} [recording] EnableX: the one that runs
 */

/** Keeps every call that was placed, and counts what was placed twice. */
function createLedger({ clock, newCallId }) {
	const calls = [];
	const byId = new Map();

	/** @returns {Call} */
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

	const find = (provider, id) => byId.get(`${provider} ${id}`);

	function move(call, status) {
		call.status = status;
		call.history.push(status);
	}

	/** How many calls were placed, by marker (by number where there is no marker). */
	function placed() {
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
