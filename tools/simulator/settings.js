'use strict';

const { standIns } = require('./standIns');

/**
 * @typedef {object} Limit a sliding window
 * @property {number} requests how many are taken per key
 * @property {number} windowMs HuskyVoice documents 60 in 60,000
 *
 * @typedef {object} Settings
 * @property {number} [port] default: any free one
 * @property {Limit|null} [limit] for every key of every provider; null takes any number.
 *   Only HuskyVoice documents a figure (https://docs.huskyvoice.ai/api/rate-limits/).
 * @property {Record<string, Limit|null>} [limits] other limits, by provider
 * @property {() => number} [clock] milliseconds since 1970, for the limit's window and for events
 * @property {{ queuedMs: number, stepMs: number }|null} [pace] how fast calls advance by themselves;
 *   null (default): only when the test says `play`
 * @property {string|((call: object) => string)} [outcome] how calls end; default `completed`
 * @property {(provider: string) => string} [newCallId]
 * @property {object} [credentials] made up unless given
 * @property {object} [huskyVoice] `agents` (list of known ids; default any), `indianNumbersOnly`,
 *   `bareAnswers` (create answers with nothing but the documented `data.call_id`), `scopes`
 * @property {object} [enableX] `numbers` (list of provisioned caller ids; default any), `errorShape`
 *   (`mixed`, `result-desc`, `result-msg` or `status-code`), `encryption` (options of `sign`, or
 *   `false` for plain events), `liveAnswers` (to what is done with a live call: `samples`, `status` or
 *   `result`), `liveMethods` (of play and hold; default PUT and POST)
 * @property {object} [miraiMinds] `abortReply` (`message` or `status`)
 * @property {{ retries?: number, repeatsAll?: boolean, factor?: number, timeoutMs?: number }} [webhooks]
 *   `retries` overrides the documented policy (Voxifi 5, the others none), `factor` scales its waits,
 *   `repeatsAll` repeats after a 4xx as well
 */

/** What each stand-in that plays calls says, by its id. */
const ofEach = (read) =>
	Object.fromEntries(
		Object.entries(standIns)
			.filter(([, standIn]) => standIn.progress !== undefined)
			.map(([id, standIn]) => [id, read(standIn, id)]),
	);

/**
 * @param {Settings} given
 * @returns {Required<Settings>}
 */
function completeSettings(given = {}) {
	return {
		port: 0,
		limit: { requests: 60, windowMs: 60_000 },
		limits: {},
		clock: Date.now,
		pace: null,
		outcome: 'completed',
		newCallId: (provider) => standIns[provider].newCallId(),
		webhooks: {},
		...given,
		credentials: ofEach(({ madeUpCredentials }, id) => ({
			...madeUpCredentials(),
			...given.credentials?.[id],
		})),
		...ofEach(({ settings }, id) => ({ ...settings, ...given[id] })),
	};
}

module.exports = { completeSettings, ofEach };
