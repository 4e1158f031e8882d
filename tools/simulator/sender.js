'use strict';

/**
 * Posts deliveries as a provider does: the bytes and headers exactly as given, and, with `deliver`,
 * with Voxifi's retries (https://docs.voxifi.io/webhooks/delivery-monitoring.html).
 */

const http = require('node:http');
const https = require('node:https');
const { setTimeout: sleep } = require('node:timers/promises');
const { gzipSync } = require('node:zlib');
const { sendRaw } = require('./raw-socket');

const RETRY_WAITS_SECONDS = [1, 2, 4, 8, 16];
const ANSWER_TIMEOUT_MS = 30_000;
const CHUNK_BYTES = 512;

/**
 * @typedef {object} Delivery
 * @property {Buffer|string} [body]
 * @property {Record<string, string|string[]>|Array<[string, string]>} [headers] sent in this order
 *   and case; a list as value, or a repeated pair, gives repeated headers
 * @property {string} [method] default POST
 * @property {boolean} [chunked] send the body in chunks, without a length
 * @property {boolean} [gzip] compress the body and say so in Content-Encoding
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body
 * @property {string} text the body as UTF-8
 *
 * @typedef {object} Attempt
 * @property {string} target
 * @property {number} round 0 is the first try, 1 to 5 are the retries
 * @property {number} [status] absent when the connection broke
 * @property {string} [text] the answer's body
 * @property {string} [error] code of the connection's error, e.g. ECONNREFUSED, ETIMEDOUT
 * @property {number} startedAt milliseconds since 1970
 */

/**
 * @param {Delivery['headers']} [headers]
 * @returns {[string, string][]}
 */
const headerPairs = (headers = {}) => {
	if (Array.isArray(headers)) return headers.map(([name, value]) => [name, value]);
	return Object.entries(headers).flatMap(([name, value]) =>
		[value].flat().map((single) => /** @type {[string, string]} */ ([name, single])),
	);
};

/**
 * The body as it goes over the wire and the flat header list that Node sends untouched.
 *
 * @param {Delivery} delivery
 * @param {string} host
 */
function encode({ body = '', headers, chunked, gzip }, host) {
	const bytes = gzip ? gzipSync(Buffer.from(body)) : Buffer.from(body);
	const pairs = headerPairs(headers);
	/** @param {string} wanted */
	const has = (wanted) => pairs.some(([name]) => name.toLowerCase() === wanted);
	if (!has('host')) pairs.unshift(['Host', host]);
	if (gzip && !has('content-encoding')) pairs.push(['Content-Encoding', 'gzip']);
	if (chunked) pairs.push(['Transfer-Encoding', 'chunked']);
	else if (!has('content-length')) pairs.push(['Content-Length', String(bytes.length)]);
	return { bytes, rawHeaders: pairs.flat() };
}

/**
 * Sends one request.
 *
 * @typedef {object} SendOptions
 * @property {number} [timeoutMs] wait for the whole answer; default 30 s, as Voxifi
 * @property {import('node:http').Agent|false} [agent] to keep connections open under load; by default
 *   each request has a connection of its own
 * @property {AbortSignal} [signal] breaks the connection off
 *
 * @param {string} url
 * @param {Delivery} delivery
 * @param {SendOptions} [options]
 * @returns {Promise<Answer>}
 * @throws {Error} with `code` when the connection breaks (ECONNREFUSED, ECONNRESET, ...) or when no
 *   answer came in time (ETIMEDOUT)
 */
function send(url, delivery, { timeoutMs = ANSWER_TIMEOUT_MS, agent = false, signal } = {}) {
	const target = new URL(url);
	const { bytes, rawHeaders } = encode(delivery, target.host);
	const { request } = target.protocol === 'https:' ? https : http;
	return new Promise((resolve, reject) => {
		const outgoing = request(target, {
			method: delivery.method ?? 'POST',
			headers: rawHeaders,
			agent,
			signal,
		});
		const timer = setTimeout(() => {
			outgoing.destroy(Object.assign(new Error('No answer in time'), { code: 'ETIMEDOUT' }));
		}, timeoutMs);
		/** @param {Error} error */
		const fail = (error) => {
			clearTimeout(timer);
			reject(error);
		};
		outgoing.on('error', fail);
		outgoing.on('response', (incoming) => {
			/** @type {Buffer[]} */
			const pieces = [];
			incoming.on('error', fail);
			incoming.on('data', (piece) => pieces.push(piece));
			incoming.on('end', () => {
				clearTimeout(timer);
				const body = Buffer.concat(pieces);
				const { statusCode: status = 0, headers } = incoming;
				resolve({ status, headers, body, text: body.toString('utf8') });
			});
		});
		if (delivery.chunked) {
			for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
				outgoing.write(bytes.subarray(at, at + CHUNK_BYTES));
			}
			outgoing.end();
		} else {
			outgoing.end(bytes);
		}
	});
}

/** @param {number} status */
const isSuccess = (status) => status >= 200 && status < 300;
/** @param {number} status */
const isRetried = (status) => status >= 500 || status === 429;

/**
 * One try at one target; a broken connection is a result, not an exception.
 *
 * @param {string} target
 * @param {number} round
 * @param {Delivery} delivery
 * @param {SendOptions} options
 * @returns {Promise<Attempt>}
 */
async function tryOnce(target, round, delivery, options) {
	const attempt = { target, round, startedAt: Date.now() };
	try {
		const { status, text } = await send(target, delivery, options);
		return { ...attempt, status, text };
	} catch (error) {
		const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
		return { ...attempt, error: code ?? message };
	}
}

/**
 * Delivers like Voxifi: a retry after 1, 2, 4, 8 and 16 seconds on 5xx, 429, a broken connection or
 * no answer; every other answer is final. With several targets, a broken connection is followed at
 * once by a try at the next one, as behind a load balancer.
 *
 * @typedef {object} Persistence
 * @property {number} [retries] default 5
 * @property {boolean} [repeatsAll] every answer but a success is followed by a retry, as several
 *   platforms document it
 * @property {number} [factor] scales the waits: 0.001 turns seconds into milliseconds
 * @property {(attempt: Attempt) => void} [onAttempt]
 * @property {(ms: number) => Promise<void>} [wait] in place of real waiting
 *
 * @param {string|string[]} targets
 * @param {Delivery|((round: number) => Delivery)} delivery a function signs anew for each round
 * @param {SendOptions & Persistence} [options] its `signal` ends everything; the promise then rejects
 * @returns {Promise<{ delivered: boolean, attempts: Attempt[] }>} not delivered means: given up
 *   (Voxifi's dead letter queue)
 */
async function deliver(targets, delivery, options = {}) {
	const { retries = RETRY_WAITS_SECONDS.length, factor = 1, onAttempt, signal } = options;
	const isRepeated = options.repeatsAll ? () => true : isRetried;
	const { wait = (ms) => sleep(ms, undefined, { signal }) } = options;
	/** @type {Attempt[]} */
	const attempts = [];
	for (let round = 0; round <= retries; round += 1) {
		if (round > 0) {
			const seconds = RETRY_WAITS_SECONDS[Math.min(round, RETRY_WAITS_SECONDS.length) - 1];
			await wait(seconds * 1000 * factor);
		}
		signal?.throwIfAborted();
		const current = typeof delivery === 'function' ? delivery(round) : delivery;
		for (const target of [targets].flat()) {
			const attempt = await tryOnce(target, round, current, options);
			signal?.throwIfAborted();
			attempts.push(attempt);
			onAttempt?.(attempt);
			if (attempt.status === undefined) continue;
			if (isSuccess(attempt.status)) return { delivered: true, attempts };
			if (!isRepeated(attempt.status)) return { delivered: false, attempts };
			break;
		}
	}
	return { delivered: false, attempts };
}

module.exports = { deliver, send, sendRaw };
