'use strict';

/**
 * Asks as the platforms do while somebody is on the line, and reads the answer as they document it: by
 * shape and by time. Each provider's own file is written from its pages alone; it shares nothing with
 * the code under test.
 */

const { sign } = require('./sign');
const { send } = require('./sender');
const { standIns } = require('./standIns');

/**
 * @typedef {object} LiveStandIn
 * @property {number} limitSeconds how long the platform waits
 * @property {(facts: LiveFacts) => Record<string, any>} ask the body of a request, a new one each time
 * @property {import('./sign').Sign} [sign]
 *   where live requests are proved in another way than events
 * @property {string} [query] what the platform's user put behind the URL
 * @property {(answer: Heard, asked: any) => unknown} read what the platform makes of an answer; throws
 *   where it cannot use it
 *
 * @typedef {import('./events').Facts & {
 *   args?: object,
 *   tools?: { id: string, name: string, args: object, flat?: boolean }[],
 * }} LiveFacts what is asked: of a tool `args`, or several `tools`
 *
 * @typedef {object} Heard
 * @property {number} status
 * @property {string} type the content type, without its parameters
 * @property {Record<string, any>} headers
 * @property {string} text
 * @property {() => any} json the body parsed; throws for anything but JSON
 *
 * @typedef {object} LiveOutcome
 * @property {Record<string, any>} asked
 * @property {number} seconds until the answer, or until the platform gave up
 * @property {any} [understood] what the platform makes of the answer
 * @property {string} [problem] why it can do nothing with it
 * @property {number} [status]
 * @property {string} [text]
 * @property {Record<string, any>} [headers]
 */

/** @param {string} provider */
function liveRequests(provider) {
	return Object.keys(standIns[provider].live ?? {});
}

/** @param {string} provider @param {string} name @returns {LiveStandIn} */
function liveOf(provider, name) {
	const found = standIns[provider].live?.[name];
	if (found === undefined) throw new Error(`${provider} has no live request ${name}`);
	return found;
}

/**
 * A request as it goes over the wire.
 *
 * @param {string} provider
 * @param {string} name one of `liveRequests(provider)`
 * @param {import('./sign').Secrets} secrets
 * @param {LiveFacts} [facts] what is asked
 */
function liveDelivery(provider, name, secrets, facts = {}) {
	const live = liveOf(provider, name);
	const asked = live.ask(facts);
	const bytes = Buffer.from(JSON.stringify(asked));
	const signed = live.sign?.(bytes, secrets) ?? sign(provider, bytes, secrets);
	const headers = { 'Content-Type': 'application/json', ...signed.headers };
	return { asked, delivery: { headers, body: signed.body } };
}

/**
 * Asks, and hears the answer as the platform does: `understood` is what it makes of it, `problem` why it
 * can do nothing with it. An answer after the platform's limit is none.
 *
 * @param {string} url
 * @param {string} provider
 * @param {string} name
 * @param {import('./sign').Secrets} secrets
 * @param {LiveFacts} [facts]
 * @param {{ limitSeconds?: number, agent?: import('node:http').Agent }} [options] another limit, as a
 *   person may set it at the platform
 * @returns {Promise<LiveOutcome>}
 */
async function askLive(url, provider, name, secrets, facts, options = {}) {
	const live = liveOf(provider, name);
	const { asked, delivery } = liveDelivery(provider, name, secrets, facts);
	const { limitSeconds = live.limitSeconds, agent } = options;
	const started = performance.now();
	const target = live.query === undefined ? url : `${url}?${live.query}`;
	let answer;
	try {
		answer = await send(target, delivery, { timeoutMs: limitSeconds * 1000, agent });
	} catch (error) {
		const { code } = /** @type {NodeJS.ErrnoException} */ (error);
		if (code !== 'ETIMEDOUT') throw error;
		return { asked, seconds: limitSeconds, problem: 'no answer in time' };
	}
	const seconds = (performance.now() - started) / 1000;
	const heard = heardFrom(answer);
	const told = { asked, seconds, status: heard.status, text: heard.text, headers: heard.headers };
	try {
		return { ...told, understood: live.read(heard, asked) };
	} catch (error) {
		return { ...told, problem: /** @type {Error} */ (error).message };
	}
}

/** @param {import('./sender').Answer} answer @returns {Heard} */
function heardFrom({ status, headers, text }) {
	return {
		status,
		headers,
		text,
		type: (headers['content-type'] ?? '').split(';')[0].trim(),
		json() {
			if (text === '') throw new Error('an empty body');
			return JSON.parse(text);
		},
	};
}

module.exports = { askLive, liveDelivery, liveRequests };
