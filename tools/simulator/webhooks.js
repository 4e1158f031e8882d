'use strict';

/**
 * Sends the events of calls, signed, to where each provider sends them: HuskyVoice and Voxifi to
 * the endpoints that a person registered, EnableX to the call's `event_url`, Mirai Minds to its
 * `callbackUrl`. One delivery of a call follows the other.
 */

const { randomBytes } = require('node:crypto');
const { sampleEvent } = require('./events');
const { deliver } = require('./sender');
const { signedDelivery } = require('./sign');

/** Only Voxifi documents retries; nobody knows of the others, so they try once. */
const DOCUMENTED_RETRIES = { voxifi: 5 };

const factsOf = {
	enableX: ({ request }) => ({
		from: request.from,
		to: request.to,
		metadata: { owner_ref: request.owner_ref, custom_data: request.custom_data },
	}),
	huskyVoice: ({ request }) => ({ agentId: request.agent_id }),
	miraiMinds: ({ request }) => ({ metadata: request.metadata ?? {} }),
	voxifi: ({ request }) => ({ agentId: request.agentId, to: request.to }),
};

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
	const { retries, factor, timeoutMs } = settings.webhooks;
	const endpoints = { huskyVoice: [], voxifi: [] };
	/** @type {SentEvent[]} */
	const sent = [];
	const queues = new WeakMap();

	/**
	 * Registers an endpoint, as a person does in the provider's console.
	 *
	 * @param {'huskyVoice'|'voxifi'} provider
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
		const own = { enableX: 'event_url', miraiMinds: 'callbackUrl' }[call.provider];
		if (own !== undefined) return [call.request[own]].filter((url) => url !== undefined);
		return endpoints[call.provider]
			.filter(({ types }) => types === undefined || types.includes(type))
			.map(({ url }) => url);
	}

	function deliveryOf(provider, event) {
		const secrets = credentials[provider];
		const { encryption } = settings.enableX;
		if (provider !== 'enableX') return signedDelivery(provider, event, secrets, { now: clock() });
		if (encryption !== false) return signedDelivery(provider, event, secrets, encryption);
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
			...factsOf[provider](call),
			...facts,
		});
		const send = async (url) => {
			const { delivered, attempts } = await deliver(url, () => deliveryOf(provider, event), {
				retries: retries ?? DOCUMENTED_RETRIES[provider] ?? 0,
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
