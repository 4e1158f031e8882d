'use strict';

const { plausible } = require('./bodies');

/** @import { Random, Target } from './forgeries' */

/** @param {string[]} texts */
const lines = (...texts) => `${texts.join('\r\n')}\r\n\r\n`;

/**
 * The head of a request that passes as genuine until its body is read.
 *
 * @param {Random} random
 * @param {Target} target
 * @param {{ path: string, host: string }} place
 * @param {string[]} more headers
 */
function head(random, target, { path, host }, ...more) {
	const headers = Object.entries(plausible(random, target)).map(
		([name, value]) => `${name}: ${value}`,
	);
	return lines(`POST ${path} HTTP/1.1`, `Host: ${host}`, ...headers, ...more);
}

/**
 * What no HTTP library would send: the pieces to write on a socket, with a pause between them.
 *
 * @typedef {{ pieces: (string | Buffer)[], pauseMs?: number, hangUp?: boolean }} Writing
 *
 * @type {Record<string, (random: Random, target: Target,
 *   place: { path: string, host: string }) => Writing>}
 */
const wire = {
	'a body that stops half-way': (random, target, place) => ({
		pieces: [head(random, target, place, 'Content-Length: 5000'), random.text(100)],
		hangUp: true,
	}),
	'a slow body that breaks off': (random, target, place) => ({
		pieces: [head(random, target, place, 'Content-Length: 600'), '{"a":', '"b",', '"c":1'],
		pauseMs: 30,
		hangUp: true,
	}),
	'chunks that lie about their length': (random, target, place) => ({
		pieces: [head(random, target, place, 'Transfer-Encoding: chunked'), 'ffff\r\n{}\r\n0\r\n\r\n'],
		hangUp: true,
	}),
	'both a length and chunks': (random, target, place) => ({
		pieces: [
			head(random, target, place, 'Content-Length: 4', 'Transfer-Encoding: chunked'),
			'2\r\n{}\r\n0\r\n\r\n',
		],
	}),
	'bytes that are no HTTP': (random) => ({
		pieces: [random.bytes(20 + random.integer(400)), '\r\n\r\n'],
	}),
	'a header with control characters': (random, target, place) => ({
		pieces: [
			head(random, target, place, `X-Noise: a\u0000b${random.text(4)}`, 'Content-Length: 0'),
		],
	}),
	'a request inside the body': (random, target, place) => {
		const inner = head(random, target, place, 'Content-Length: 0');
		const outer = [`Content-Length: ${inner.length}`, 'Connection: close'];
		return { pieces: [head(random, target, place, ...outer) + inner] };
	},
};

module.exports = { wire };
