'use strict';

/**
 * Sends the events of calls, signed, to where each provider sends them: to the address that the call
 * was created with, or to the endpoints that a person registered. One delivery of a call follows the
 * other.
 */

const { randomBytes } = require('node:crypto');
const { sampleEvent } = require('./events');
const { deliver } = require('./sender');
const { secretsOf } = require('./secretsOf');
const { signedDelivery } = require('./sign');
const { standIns } = require('./standIns');
const { webhookOf } = require('./webhookOf');

/**
 * @import { Facts } from './events'
 * @import { Call } from './ledger'
 *
 * @typedef {object} Endpoint
 * @property {string|string[]} url several are tried in turn
 * @property {string[]} [types] the events that it wants; all where nothing is said
 * @property {Record<string, any>} [secrets] what its deliveries are signed with, where not the account's
 *
 * @typedef {object} SentEvent
 * @property {string} provider
 * @property {string} callId
 * @property {string} type
 * @property {Record<string, any>} event
 * @property {string|string[]} url where it went
 * @property {boolean} delivered
 * @property {import('./sender').Attempt[]} attempts
 *
 * @typedef {ReturnType<typeof createWebhooks>['sendEvent']} SendEvent
 *
 * @typedef {ReturnType<typeof createWebhooks>['subscribe']} Subscribe
 */

/** @param {{ settings: import('./settings').CompleteSettings, signal: AbortSignal }} parts */
function createWebhooks({ settings, signal }) {
	const { credentials, clock } = settings;
	const { retries, repeatsAll, factor, timeoutMs } = settings.webhooks;
	/** @type {Record<string, Endpoint[]>} */
	const endpoints = Object.fromEntries(Object.keys(standIns).map((id) => [id, []]));
	/** @type {SentEvent[]} */
	const sent = [];
	/** @type {WeakMap<Call, Promise<unknown>>} */
	const queues = new WeakMap();

	/**
	 * Registers an endpoint, as a person does in the provider's console.
	 *
	 * @param {string} provider
	 * @param {string|string[]} url several are targets of one endpoint, tried in turn
	 * @param {string[]} [types] the events to send; default all
	 * @param {Record<string, any>} [secrets] what its deliveries are signed with; default the account's
	 * @returns {() => void} takes the endpoint away again
	 */
	function subscribe(provider, url, types, secrets) {
		const endpoint = { url, types, secrets };
		endpoints[provider].push(endpoint);
		return () => {
			endpoints[provider] = endpoints[provider].filter((other) => other !== endpoint);
		};
	}

	/**
	 * @param {Call} call
	 * @param {string} type
	 * @returns {Endpoint[]}
	 */
	function endpointsFor(call, type) {
		const own = webhookOf(call, type);
		if (own !== undefined) return [{ url: own }];
		return endpoints[call.provider].filter(
			({ types }) => types === undefined || types.includes(type),
		);
	}

	/**
	 * @param {Call} call
	 * @param {string} type
	 * @param {Record<string, any>} event
	 * @param {Record<string, any>} [secrets]
	 */
	function deliveryOf(call, type, event, secrets = secretsOf(credentials, call, type)) {
		const { provider } = call;
		const { signingOptions = () => ({ now: clock() }) } = standIns[provider];
		const options = signingOptions(settings);
		if (options !== false) return signedDelivery(provider, event, secrets, options);
		return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(event) };
	}

	/**
	 * Sends one event of a call to every endpoint that wants it, after the call's earlier ones.
	 *
	 * @param {Call} call
	 * @param {string} type
	 * @param {Facts} [facts]
	 * @returns {Promise<SentEvent[]>}
	 */
	function sendEvent(call, type, facts) {
		const earlier = queues.get(call) ?? Promise.resolve();
		const entries = earlier.catch(() => {}).then(async () => await sendNow(call, type, facts));
		queues.set(call, entries);
		return entries;
	}

	/**
	 * @param {Call} call
	 * @param {string} type
	 * @param {Facts} [facts]
	 * @returns {Promise<SentEvent[]>}
	 */
	async function sendNow(call, type, facts = {}) {
		const { provider, id } = call;
		const event = sampleEvent(provider, type, {
			callId: id,
			eventId: `evt_${randomBytes(6).toString('hex')}`,
			at: new Date(clock()),
			...standIns[provider].factsOf?.(call),
			...facts,
		});
		/** @param {Endpoint} endpoint */
		const send = async ({ url, secrets }) => {
			const { delivered, attempts } = await deliver(
				url,
				() => deliveryOf(call, type, event, secrets),
				{
					retries: retries ?? standIns[provider].retries ?? 0,
					repeatsAll,
					factor,
					timeoutMs,
					signal,
				},
			);
			const entry = { provider, callId: id, type, event, url, delivered, attempts };
			sent.push(entry);
			return entry;
		};
		return await Promise.all(endpointsFor(call, type).map(send));
	}

	return { sent, sendEvent, subscribe };
}

module.exports = { createWebhooks };
