'use strict';

const { randomBytes, randomUUID } = require('node:crypto');

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
 *   `false` for plain events)
 * @property {object} [miraiMinds] `abortReply` (`message` or `status`)
 * @property {{ retries?: number, factor?: number, timeoutMs?: number }} [webhooks] `retries`
 *   overrides the documented policy (Voxifi 5, the others none), `factor` scales its waits
 */

const hex = (bytes) => randomBytes(bytes).toString('hex');

/** Made-up credentials in the providers' forms, new ones each time. */
const madeUpCredentials = () => ({
	huskyVoice: { apiKey: `sk_live_${hex(12)}`, inboundToken: hex(16), signingSecret: hex(24) },
	enableX: { appId: hex(12), appKey: hex(18) },
	miraiMinds: { publicKey: `pk_${hex(16)}`, privateKey: `sk_${hex(32)}`, workspace: hex(12) },
	voxifi: { signingSecret: hex(24) },
});

const newCallId = (provider) => {
	if (provider === 'enableX') return randomUUID();
	return `${provider === 'miraiMinds' ? 'c' : 'call'}_${hex(6)}`;
};

const SCOPES = ['calls:create', 'calls:read', 'calls:cancel', 'calls:delete'];

/**
 * @param {Settings} given
 * @returns {Required<Settings>}
 */
function completeSettings(given = {}) {
	const madeUp = madeUpCredentials();
	const credentials = Object.fromEntries(
		Object.entries(madeUp).map(([provider, own]) => [
			provider,
			{ ...own, ...given.credentials?.[provider] },
		]),
	);
	return {
		port: 0,
		limit: { requests: 60, windowMs: 60_000 },
		limits: {},
		clock: Date.now,
		pace: null,
		outcome: 'completed',
		newCallId,
		webhooks: {},
		...given,
		credentials,
		huskyVoice: {
			agents: null,
			indianNumbersOnly: false,
			bareAnswers: false,
			scopes: SCOPES,
			...given.huskyVoice,
		},
		enableX: { numbers: null, errorShape: 'mixed', encryption: {}, ...given.enableX },
		miraiMinds: { abortReply: 'message', ...given.miraiMinds },
	};
}

module.exports = { completeSettings };
