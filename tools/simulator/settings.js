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
 * @property {Pace|null} [pace] how fast calls advance by themselves; null (default): only when the
 *   test says `play`
 * @property {string|((call: import('./ledger').Call) => string)} [outcome] how calls end; default
 *   `completed`
 * @property {(provider: string) => string} [newCallId]
 * @property {Record<string, import('./sign').Secrets>} [credentials] made up unless given, by provider
 * @property {Partial<HuskyVoiceSettings>} [huskyVoice]
 * @property {Partial<EnableXSettings>} [enableX]
 * @property {Partial<MiraiMindsSettings>} [miraiMinds]
 * @property {Partial<TelnyxSettings>} [telnyx]
 * @property {{ retries?: number, repeatsAll?: boolean, factor?: number, timeoutMs?: number }} [webhooks]
 *   `retries` overrides the documented policy (Voxifi 5, the others none), `factor` scales its waits,
 *   `repeatsAll` repeats after a 4xx as well
 *
 * @typedef {object} Pace
 * @property {number} queuedMs how long a call waits in the queue
 * @property {number} stepMs how long each of its steps takes
 *
 * @typedef {object} HuskyVoiceSettings
 * @property {string[]|null} agents the known ids; default any
 * @property {boolean} indianNumbersOnly
 * @property {boolean} bareAnswers create answers with nothing but the documented `data.call_id`
 * @property {string[]} scopes of the API key
 *
 * @typedef {object} EnableXSettings
 * @property {string[]|null} numbers the provisioned caller ids; default any
 * @property {string} errorShape `mixed`, `result-desc`, `result-msg` or `status-code`
 * @property {import('./sign').SignOptions|false} encryption options of `sign`, or `false` for plain events
 * @property {'samples'|'status'|'result'} liveAnswers to what is done with a live call
 * @property {string[]} liveMethods of play and hold; default PUT and POST
 *
 * @typedef {object} MiraiMindsSettings
 * @property {string} abortReply `message` or `status`
 * @property {{ _id: string, name: string }[]} assistants
 *
 * @typedef {object} TelnyxSettings
 * @property {'answered'|'refused'} repeats what a command is answered whose ID is known: the same again, or an
 *   error
 *
 * @typedef {Required<Omit<Settings, 'huskyVoice'|'enableX'|'miraiMinds'|'telnyx'>> & {
 *   huskyVoice: HuskyVoiceSettings,
 *   enableX: EnableXSettings,
 *   miraiMinds: MiraiMindsSettings,
 *   telnyx: TelnyxSettings,
 * }} CompleteSettings
 */

/**
 * What each stand-in that plays calls says, by its id.
 *
 * @template T
 * @param {(standIn: import('./standIns').StandIn, id: string) => T} read
 * @returns {Record<string, T>}
 */
const ofEach = (read) =>
	Object.fromEntries(
		Object.entries(standIns)
			.filter(([, standIn]) => standIn.progress !== undefined)
			.map(([id, standIn]) => [id, read(standIn, id)]),
	);

/**
 * @param {Settings} [given]
 * @returns {CompleteSettings}
 */
function completeSettings(given = {}) {
	/** @type {Record<string, any>} */
	const ofProvider = given;
	const ofStandIns = ofEach(({ settings }, id) => ({ ...settings, ...ofProvider[id] }));
	const complete = {
		port: 0,
		limit: { requests: 60, windowMs: 60_000 },
		limits: {},
		clock: Date.now,
		pace: null,
		outcome: 'completed',
		newCallId,
		webhooks: {},
		...given,
		credentials: ofEach(({ madeUpCredentials }, id) => ({
			...madeUpCredentials?.(),
			...given.credentials?.[id],
		})),
	};
	return /** @type {CompleteSettings} */ ({ ...complete, ...ofStandIns });
}

/** @param {string} provider */
function newCallId(provider) {
	const id = standIns[provider].newCallId?.();
	if (id === undefined) throw new Error(`${provider} takes no calls`);
	return id;
}

module.exports = { completeSettings, ofEach };
