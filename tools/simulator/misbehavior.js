'use strict';

/**
 * What a provider can do wrong, on demand. `processed` says whether the request was carried out
 * nevertheless: after `error-after` or `reset-after` a phone rings although the client saw a failure.
 */

/** @import { Answer, Exchange } from './http-exchange' */

/**
 * What is known when the answer is made.
 *
 * @typedef {object} Situation
 * @property {(status: number, message: string) => Answer} problem an error in the provider's own form
 * @property {Answer} [answer] what would be answered, if the request was carried out
 * @property {number} [status]
 * @property {number|string|null} [retryAfter]
 * @property {string} [message]
 *
 * @typedef {object} Kind
 * @property {boolean} processed
 * @property {boolean} [needsAnswer]
 * @property {(situation: Situation) => Answer|'reset'} answer
 */

/** @param {number} status */
const html = (status) => ({
	status,
	headers: { 'Content-Type': 'text/html' },
	body: `<html><head><title>${status} Bad Gateway</title></head><body><center><h1>${status} Bad Gateway</h1></center></body></html>`,
});

/** @param {Answer} answer */
const half = ({ status, headers, body }) => {
	const text = JSON.stringify(body);
	return { status, headers, body: text.slice(0, Math.ceil(text.length / 2)) };
};

/** @param {Situation} situation */
const answerIn = ({ answer }) => {
	if (answer === undefined) throw new Error('The request was not carried out');
	return answer;
};

/** @type {Record<string, Kind>} */
const kinds = {
	// Late, but right. The request is carried out even when the client has gone by then.
	slow: { processed: true, needsAnswer: true, answer: answerIn },
	'error-before': {
		processed: false,
		answer: ({ problem, status = 500 }) => problem(status, 'Internal error'),
	},
	'error-after': {
		processed: true,
		answer: ({ problem, status = 500 }) => problem(status, 'Internal error'),
	},
	'rate-limited': {
		processed: false,
		answer: ({ problem, retryAfter = 1 }) => ({
			...problem(429, 'Too many requests'),
			...(retryAfter !== null && { headers: { 'Retry-After': String(retryAfter) } }),
		}),
	},
	'reset-before': { processed: false, answer: () => 'reset' },
	'reset-after': { processed: true, answer: () => 'reset' },
	'success-false': {
		processed: false,
		answer: ({ message = 'The call could not be placed' }) => ({
			status: 200,
			body: { success: false, message },
		}),
	},
	// EnableX decides by `state`, not by the HTTP status (https://github.com/EnableX/voice-api-outbound).
	'state-failed': {
		processed: false,
		answer: ({ message = 'The call could not be placed' }) => ({
			status: 200,
			body: { state: 'failed', msg: message },
		}),
	},
	html: { processed: false, answer: ({ status = 502 }) => html(status) },
	truncated: {
		processed: true,
		needsAnswer: true,
		answer: (situation) => half(answerIn(situation)),
	},
	'not-found': { processed: false, answer: ({ problem }) => problem(404, 'Not found') },
	unauthorized: { processed: false, answer: ({ problem }) => problem(401, 'Invalid credentials') },
	forbidden: { processed: false, answer: ({ problem }) => problem(403, 'Not allowed') },
};

/**
 * @param {Rule} rule
 * @param {Exchange} exchange
 */
const isMeant = (rule, exchange) =>
	rule.left > 0 &&
	(rule.route === '*' ||
		exchange.route === rule.route ||
		exchange.route.startsWith(`${rule.route}.`)) &&
	rule.when(exchange);

/**
 * @typedef {object} Misbehavior
 * @property {string} how `slow`, `error-before`, `error-after`, `rate-limited`, `reset-before`,
 *   `reset-after`, `success-false`, `state-failed`, `html`, `truncated`, `not-found`,
 *   `unauthorized` or `forbidden`
 * @property {string} [route] `huskyVoice.create`, a whole provider (`enableX`) or `*` (default)
 * @property {number} [times] the next so many requests; default 1, Infinity until stopped
 * @property {(request: Exchange) => boolean} [when] only requests it says yes to (they alone count)
 * @property {number} [delayMs] answer so much later, whatever the kind
 * @property {boolean} [processed] overrides whether the request is carried out
 * @property {number} [status] of the error kinds and of `html`
 * @property {number|string|null} [retryAfter] of `rate-limited`: the header; null leaves it out
 * @property {string} [message] of `success-false` and `state-failed`
 *
 * @typedef {Kind & Misbehavior & {
 *   route: string,
 *   when: (request: Exchange) => boolean,
 *   left: number,
 *   hits: number,
 * }} Rule
 */

/** Rules in the order they were given; the first that fits a request is used up by it. */
function createMisbehaviors() {
	/** @type {Rule[]} */
	const rules = [];

	/**
	 * @param {Misbehavior} misbehavior
	 * @returns {{ hits: () => number, stop: () => void }}
	 */
	function misbehave({ how, route = '*', times = 1, when = () => true, ...options }) {
		const kind = kinds[how];
		if (kind === undefined) throw new Error(`No such misbehavior: ${how}`);
		if (how === 'slow' && options.delayMs === undefined) throw new Error('slow needs delayMs');
		if (kind.needsAnswer && options.processed === false) {
			throw new Error(`${how} needs the request to be processed`);
		}
		/** @type {Rule} */
		const rule = { ...kind, ...options, how, route, when, left: times, hits: 0 };
		rules.push(rule);
		return { hits: () => rule.hits, stop: () => void (rule.left = 0) };
	}

	/** @param {Exchange} exchange */
	function take(exchange) {
		const rule = rules.find((candidate) => isMeant(candidate, exchange));
		if (rule === undefined) return undefined;
		rule.left -= 1;
		rule.hits += 1;
		return rule;
	}

	return { misbehave, take, behave: () => void (rules.length = 0) };
}

module.exports = { createMisbehaviors };
