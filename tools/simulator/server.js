'use strict';

/**
 * Stand-ins for the providers' APIs on one address of this machine. They check what a request must
 * have, keep calls, send signed events, and misbehave when told to.
 */

const { once, setMaxListeners } = require('node:events');
const http = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');
const { readExchange, writeAnswer } = require('./http-exchange');
const { createLedger } = require('./ledger');
const { createMisbehaviors } = require('./misbehavior');
const { createPlaying } = require('./playing');
const { createRouting } = require('./routing');
const { completeSettings, ofEach } = require('./settings');
const { silence } = require('./sound');
const { standIns } = require('./standIns');
const { createWebhooks } = require('./webhooks');

/**
 * @import { Exchange } from './http-exchange'
 * @import { Call, Placing } from './ledger'
 * @import { Misbehavior } from './misbehavior'
 * @import { PlayOptions } from './playing'
 * @import { SentEvent } from './webhooks'
 */

/**
 * What runs on its own ends with the simulator; anything else that goes wrong is a defect.
 *
 * @param {Error} error
 */
const ignoreAbort = (error) => {
	if (error.name !== 'AbortError') throw error;
};

/**
 * @param {string} url
 * @param {Record<string, import('./sign').Secrets>} credentials
 * @returns {Record<string, string>}
 */
const urlsAt = (url, credentials) =>
	Object.assign({}, ...Object.values(ofEach(({ urls }, id) => urls?.(url, credentials[id]))));

/**
 * @typedef {object} Simulator
 * @property {string} url
 * @property {Record<string, string>} urls base addresses: `huskyVoice`, `enableX`, `miraiMinds`, and
 *   `huskyVoiceInbound`, the secret inbound URL
 * @property {Record<string, import('./sign').Secrets>} credentials the made-up ones that it accepts, by
 *   provider
 * @property {Call[]} calls every call that was placed, in order
 * @property {Exchange[]} requests every request, in order
 * @property {SentEvent[]} sent every event that was sent
 * @property {() => Record<string, number>} placed calls by marker, or by number without one
 * @property {() => string[]} placedTwice markers or numbers that were rung more than once
 * @property {(misbehavior: Misbehavior) => { hits: () => number, stop: () => void }} misbehave
 * @property {() => void} behave forgets every misbehavior
 * @property {import('./webhooks').Subscribe} subscribe registers an endpoint for events (HuskyVoice, Voxifi)
 * @property {(call: Call|string, options?: PlayOptions) => Promise<SentEvent[]>} play lets a call go on;
 *   takes the call or its id
 * @property {(facts: { to: string, agentId?: string }) => Call} startVoxifiCall
 *   a call from Voxifi's console, which has no API
 * @property {number} pageSize how many entries the lists give at once, at most; may be changed
 * @property {Buffer} recording what a recording holds
 * @property {(provider: string, facts: { from: string, to: string, url?: string }) => Call} receiveCall
 *   somebody calls a number of the account, whose webhook is `url`
 * @property {(call: Call|string, digits: string) => Promise<SentEvent[]>} pressKeys
 *   in an EnableX call that asked for digits; takes the call or its id
 * @property {() => Promise<void>} settled when all that goes on by itself has been sent
 * @property {() => Promise<void>} stop
 */

/**
 * @param {import('./settings').Settings} [given]
 * @returns {Promise<Simulator>}
 */
async function startSimulator(given) {
	const settings = completeSettings(given);
	const stopping = new AbortController();
	const { signal } = stopping;
	setMaxListeners(0, signal); // as many as there are calls under way
	/** @type {Set<Promise<unknown>>} */
	const running = new Set();
	/** @type {Exchange[]} */
	const requests = [];

	/** @param {Promise<unknown>} work */
	function inBackground(work) {
		const tracked = work.catch(ignoreAbort).finally(() => running.delete(tracked));
		running.add(tracked);
	}

	const ledger = createLedger(settings);
	const { sent, sendEvent, subscribe } = createWebhooks({ settings, signal });
	const { play, playAtPace } = createPlaying({ settings, ledger, sendEvent, signal });
	const { misbehave, behave, take } = createMisbehaviors();

	/**
	 * Every call that is placed goes on by itself, if there is a pace.
	 *
	 * @param {Placing} facts
	 */
	function place(facts) {
		const call = ledger.place(facts);
		if (settings.pace !== null) inBackground(playAtPace(call, settings.pace));
		return call;
	}

	let url = '';
	/** @type {import('./standIns').Context} */
	const context = {
		settings,
		ledger: { ...ledger, place },
		baseUrl: () => url,
		mostPerPage: () => simulator.pageSize,
		report: (call, type, facts) => inBackground(sendEvent(call, type, facts)),
		subscribe,
	};
	const providers = Object.values(ofEach(({ createApi }) => createApi?.(context) ?? [])).flat();
	const routing = createRouting({ settings, providers });

	/** @param {Exchange} exchange */
	async function answerTo(exchange) {
		const { provider, route } = routing.find(exchange);
		const fault = take(exchange);
		if (fault === undefined) return routing.carryOut(exchange, provider, route);
		exchange.misbehavior = fault.how;
		const answer = fault.processed ? routing.carryOut(exchange, provider, route) : undefined;
		if (fault.delayMs !== undefined) await sleep(fault.delayMs, undefined, { signal });
		return fault.answer({ ...fault, answer, problem: provider.problem });
	}

	/**
	 * @param {http.IncomingMessage} request
	 * @param {http.ServerResponse} response
	 */
	async function serve(request, response) {
		const exchange = await readExchange(request, settings.clock());
		requests.push(exchange);
		const answer = await answerTo(exchange);
		exchange.status = answer === 'reset' ? answer : answer.status;
		writeAnswer(response, answer);
	}

	const server = http.createServer((request, response) => {
		serve(request, response).catch(() => request.socket.destroy());
	});
	server.listen(settings.port, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	url = `http://127.0.0.1:${port}`;

	async function settled() {
		while (running.size > 0) await Promise.all(running);
	}

	async function stop() {
		stopping.abort();
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeAllConnections();
		await closed;
		await settled();
	}

	/** @param {Call|string} callOrId */
	const callOf = (callOrId) => {
		const call = ledger.calls.find((one) => one === callOrId || one.id === callOrId);
		if (call === undefined) throw new Error(`No such call: ${callOrId}`);
		return call;
	};

	/** @type {Simulator} */
	const simulator = {
		url,
		pageSize: Infinity,
		recording: silence(),
		urls: urlsAt(url, settings.credentials),
		credentials: settings.credentials,
		calls: ledger.calls,
		requests,
		sent,
		placed: ledger.placed,
		placedTwice: ledger.placedTwice,
		misbehave,
		behave,
		subscribe,
		play: async (callOrId, options) => await play(callOf(callOrId), options),
		startVoxifiCall: (request) =>
			place({ provider: 'voxifi', contact: request.to, status: 'queued', request }),
		receiveCall(provider, facts) {
			const incoming = standIns[provider].incoming?.(facts);
			if (incoming === undefined) throw new Error(`${provider} takes no incoming calls`);
			const { from, to } = facts;
			const call = ledger.place({
				provider,
				contact: to,
				marker: `from ${from}`,
				...incoming.call,
			});
			inBackground(sendEvent(call, incoming.event));
			return call;
		},
		async pressKeys(callOrId, digits) {
			const call = callOf(callOrId);
			if (!call.prompt?.asksForDigits) throw new Error(`Nothing asks for digits in ${call.id}`);
			const { promptRef } = call.prompt;
			return await sendEvent(call, 'play:digitcollected', { promptRef, digits });
		},
		settled,
		stop,
	};
	return simulator;
}

module.exports = { startSimulator };
