'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { eventTypes, sampleEvent, uniqueFacts } = require('../simulator/events');
const { deliver } = require('../simulator/sender');
const { signedDelivery } = require('../simulator/sign');

/**
 * Where one provider sends its events.
 *
 * @typedef {object} Endpoint
 * @property {string} provider
 * @property {string[]} targets one after the other when a connection breaks; the first one changes
 *   from event to event, as a load balancer does it
 * @property {import('../simulator/sign').Secrets} secrets see the signer; whoever replaces them while traffic runs, changes what
 *   the next delivery is signed with
 *
 * One event and what became of it.
 *
 * @typedef {object} Sent
 * @property {string} provider
 * @property {string} mark twelve hex digits that only this event has, in its call id
 * @property {Record<string, any>} event
 * @property {boolean} delivered whether it was answered 2xx in the end
 * @property {import('../simulator/sender').Attempt[]} attempts
 */

let turn = 0;

/**
 * The events that a second delivery of does not run again. What a provider sends again on purpose is not
 * among them: what Mirai Minds' assistant asks for, and EnableX's events without a time.
 *
 * @param {string} provider
 */
function guardedTypes(provider) {
	return eventTypes(provider).filter((type) => {
		if (provider === 'miraiMinds') return !type.startsWith('action');
		return provider !== 'enableX' || sampleEvent(provider, type).timestamp !== undefined;
	});
}

/**
 * Sends one new event the way Voxifi does it, with its retries; each retry is signed anew.
 *
 * @param {Endpoint} endpoint
 * @typedef {Parameters<typeof deliver>[2]} DeliverOptions
 *
 * @param {DeliverOptions} [options]
 * @returns {Promise<Sent>}
 */
async function sendEvent(endpoint, options) {
	const { provider } = endpoint;
	turn += 1;
	const types = guardedTypes(provider);
	const facts = uniqueFacts();
	const event = sampleEvent(provider, types[turn % types.length], facts);
	const at = turn % endpoint.targets.length;
	const targets = [...endpoint.targets.slice(at), ...endpoint.targets.slice(0, at)];
	const sign = () => signedDelivery(provider, event, endpoint.secrets);
	const { delivered, attempts } = await deliver(targets, sign, options);
	return { provider, mark: facts.callId.replace('call_', ''), event, delivered, attempts };
}

/**
 * Steady traffic: a new event at fixed times, whether or not earlier ones have been answered.
 *
 * @param {Endpoint[]} endpoints take turns
 * @param {DeliverOptions & { perSecond: number }} options
 * @returns {{ stop: () => Promise<Sent[]> }} `stop` ends it and waits for the last retries
 */
function startTraffic(endpoints, { perSecond, ...options }) {
	const stopping = new AbortController();
	/** @type {Promise<Sent>[]} */
	const underway = [];
	const interval = 1000 / perSecond;
	const started = Date.now();
	const loop = (async () => {
		for (let count = 0; !stopping.signal.aborted; count += 1) {
			underway.push(sendEvent(endpoints[count % endpoints.length], options));
			const next = started + (count + 1) * interval - Date.now();
			if (next > 0) await delay(next, undefined, { signal: stopping.signal }).catch(() => {});
		}
	})();
	return {
		stop: async () => {
			stopping.abort();
			await loop;
			return await Promise.all(underway);
		},
	};
}

/**
 * Sends a number of events, so many at a time.
 *
 * @param {Endpoint[]} endpoints take turns
 * @param {DeliverOptions & { count: number, concurrency?: number }} options
 * @returns {Promise<Sent[]>}
 */
async function sendMany(endpoints, { count, concurrency = 4, ...options }) {
	/** @type {Sent[]} */
	const sent = [];
	let begun = 0;
	const one = async () => {
		while (begun < count) {
			const endpoint = endpoints[begun % endpoints.length];
			begun += 1;
			sent.push(await sendEvent(endpoint, options));
		}
	};
	await Promise.all(Array.from({ length: concurrency }, one));
	return sent;
}

module.exports = { sendEvent, sendMany, startTraffic };
