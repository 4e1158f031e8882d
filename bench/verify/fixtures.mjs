import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { kinds } = require('../load/deliveries.js');
const { sampleEvent } = require('../../tools/simulator/events.js');

/**
 * One way of checking a delivery. Each function checks once; all start from what a server has in
 * hand, the body's bytes.
 *
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} label
 * @property {boolean} ours
 * @property {() => boolean | Promise<boolean>} genuine
 * @property {() => boolean | Promise<boolean>} forged well-formed, but signed with something else
 * @property {() => boolean} [condemned] a header alone tells
 */

/** Made up for measuring; plain text, as providers' secrets are. */
export const SECRET = ['made', 'up', 'for', 'measuring'].join(' ');

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const { d, x } = privateKey.export({ format: 'jwk' });

/** A key pair of Ed25519, as Telnyx and its portal write it and as Node.js reads it. */
export const ed25519 = {
	seed: Buffer.from(d, 'base64url').toString('hex'),
	publicText: Buffer.from(x, 'base64url').toString('base64'),
	publicKey,
	/** @param {Buffer} bytes */
	sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
};

/** A digest that fits nothing. */
export const WRONG = '0'.repeat(64);

/** @param {...(string | Buffer)} parts */
export function hmacHex(...parts) {
	const hmac = createHmac('sha256', SECRET);
	for (const part of parts) hmac.update(part);
	return hmac.digest('hex');
}

/**
 * An event of HuskyVoice as JSON of about this size, ASCII only (which suits those that work on
 * text best).
 *
 * @param {number} bytes
 */
export function huskyVoiceBody(bytes) {
	return kinds.genuine({ bytes, secrets: { signingSecret: SECRET } })().body;
}

/**
 * An event of EnableX as JSON of exactly this size.
 *
 * @param {number} bytes
 */
export function enableXBody(bytes) {
	const event = sampleEvent('enableX', 'connected');
	const missing = bytes - JSON.stringify({ ...event, note: '' }).length;
	return Buffer.from(JSON.stringify({ ...event, note: 'x'.repeat(Math.max(0, missing)) }));
}

/**
 * A delivery as Node's HTTP server gives it: names in lower case, a list of values for each, and all as it came.
 *
 * @param {import('../../tools/simulator/sign.js').Signed} sent
 */
export function received({ headers, body }) {
	const distinct = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]);
	return {
		headers: Object.fromEntries(distinct),
		rawHeaders: Object.entries(headers).flat(),
		body,
	};
}
