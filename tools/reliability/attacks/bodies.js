'use strict';

const { gzipSync } = require('node:zlib');
const { newSecrets } = require('../secrets');
const { SIGNATURE_HEADERS, genuine } = require('./forgeries');

const MEGABYTE = 1024 * 1024;
/** n8n takes 16 MB; the first bombs stay below, the second go beyond. */
const bombs = new Map([15, 60].map((size) => [size, gzipSync(Buffer.alloc(size * MEGABYTE))]));

/** @import { Attack, Random, Target } from './forgeries' */

/**
 * Headers that pass as genuine until the body is read.
 *
 * @param {Random} random
 * @param {Target} target
 */
function plausible(random, { provider, secrets }) {
	const { headers } = genuine(random, { provider, secrets });
	if (provider === 'enableX') return headers;
	const prefix = provider === 'voxifi' ? 'sha256=' : '';
	return { ...headers, [SIGNATURE_HEADERS[provider]]: prefix + random.hex(64) };
}

/** @type {(size: number) => Attack} */
const bomb = (size) => (random, target) => ({
	headers: { ...plausible(random, target), 'Content-Encoding': 'gzip' },
	body: bombs.get(size),
});

/**
 * Bodies that are hard to take.
 *
 * @type {Record<string, Attack>}
 */
const bodies = {
	'random bytes': (random, target) => ({
		headers: plausible(random, target),
		body: random.bytes(random.integer(4096)),
	}),
	'no body': (random, target) => ({ headers: plausible(random, target), body: '' }),
	'JSON that is no object': (random, target) => ({
		headers: plausible(random, target),
		body: random.pick(['null', '[]', '"x"', '1e999', '[[[[[[[[]]]]]]]]', 'true', '-0']),
	}),
	'deeply nested JSON': (random, target) => ({
		headers: plausible(random, target),
		body: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
	}),
	'JSON with names of every object': (random, target) => ({
		headers: plausible(random, target),
		body: `{"__proto__":{"event_type":"call.completed","event":{"type":"call.completed"}},"constructor":{"prototype":{"${random.hex(8)}":1}},"encrypted_data":{"__proto__":[]},"event_id":"${random.hex(12)}"}`,
	}),
	'a body in many chunks': (random, target) => ({
		headers: plausible(random, target),
		body: JSON.stringify({ event_id: random.hex(12), data: random.text(3000) }),
		chunked: true,
	}),
	'a compressed event of another secret': (random, target) => ({
		...genuine(random, { ...target, secrets: newSecrets(target.provider) }),
		gzip: true,
	}),
	'no gzip although it says so': (random, target) => ({
		headers: { ...plausible(random, target), 'Content-Encoding': 'gzip' },
		body: random.bytes(200),
	}),
};

/**
 * Bodies that cost n8n a hundred times as much as others, so they come seldom.
 *
 * @type {Record<string, Attack>}
 */
const heavyBodies = {
	'a gzip bomb within the limit': bomb(15),
	'a gzip bomb beyond the limit': bomb(60),
	'a megabyte of JSON': (random, target) => ({
		headers: plausible(random, target),
		body: `{"data":"${'x'.repeat(MEGABYTE)}"}`,
	}),
};

module.exports = { bodies, heavyBodies, plausible };
