'use strict';

/**
 * Sends the events of calls, signed, to where each provider sends them: to the address that the call
 * was created with, or to the endpoints that a person registered. One delivery of a call follows the
 * other.
 */

const { randomBytes } = require('node:crypto');
const { sampleEvent } = require('./events');
const { deliver } = require('./sender');
const { signedDelivery } = require('./sign');
const { standIns } = require('./standIns');

/**
 * @typedef {object} SentEvent
 * @property {string} provider
 * @property {string} callId
 * @property {string} type
 * @property {object} event
 * @property {string} url
 * @property {boolean} delivered
 * @property {import('./sender').Attempt[]} attempts
 */

function createWebhooks({ settings, signal }) {
	const { credentials, clock } = settings;
	const { retries, repeatsAll, factor, timeoutMs } = settings.webhooks;
	const endpoints = Object.fromEntries(Object.keys(standIns).map((id) => [id, []]));
	/** @type {SentEvent[]} */
	const sent = [];
	const queues = new WeakMap();

	/**
	 * Registers an endpoint, as a person does in the provider's console.
	 *
	 * @param {string} provider
	 * @param {string|string[]} url several are targets of one endpoint, tried in turn
	 * @param {string[]} [types] the events to send; default all
	 * @returns {() => void} takes the endpoint away again
	 */
	function subscribe(provider, url, types) {
		const endpoint = { url, types };
		endpoints[provider].push(endpoint);
		return () => {
			endpoints[provider] = endpoints[provider].filter((other) => other !== endpoint);
		};
	}

	function urlsFor(call, type) {
		const { webhookOf } = standIns[call.provider];
		const own = webhookOf?.(call.request);
		if (own !== undefined) return [own];
		return endpoints[call.provider]
			.filter(({ types }) => types === undefined || types.includes(type))
			.map(({ url }) => url);
	}

	function deliveryOf(provider, event) {
		const { signingOptions = () => ({ now: clock() }) } = standIns[provider];
		const options = signingOptions(settings);
		if (options !== false) return signedDelivery(provider, event, credentials[provider], options);
		return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(event) };
	}

	/** Sends one event of a call to every endpoint that wants it, after the call's earlier ones. */
	function sendEvent(call, type, facts) {
		const earlier = queues.get(call) ?? Promise.resolve();
		const entries = earlier.catch(() => {}).then(async () => await sendNow(call, type, facts));
		queues.set(call, entries);
		return entries;
	}

	async function sendNow(call, type, facts = {}) {
		const { provider, id } = call;
		const event = sampleEvent(provider, type, {
			callId: id,
			eventId: `evt_${randomBytes(6).toString('hex')}`,
			at: new Date(clock()),
			...standIns[provider].factsOf(call),
			...facts,
		});
		const send = async (url) => {
			const { delivered, attempts } = await deliver(url, () => deliveryOf(provider, event), {
				retries: retries ?? standIns[provider].retries ?? 0,
				repeatsAll,
				factor,
				timeoutMs,
				signal,
			});
			const entry = { provider, callId: id, type, event, url, delivered, attempts };
			sent.push(entry);
			return entry;
		};
		return await Promise.all(urlsFor(call, type).map(send));
	}

	return { sent, sendEvent, subscribe };
}

module.exports = { createWebhooks };
