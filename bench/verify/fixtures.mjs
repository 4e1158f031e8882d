import { createHash, createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
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

/** A key pair of Ed25519, made of the same text. */
export const ed25519 = (() => {
	const seed = createHash('sha256').update(SECRET).digest();
	const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
	const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
	const publicKey = createPublicKey(key);
	return {
		seed: seed.toString('hex'),
		publicKey,
		publicText: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
		sign: (bytes) => sign(null, bytes, key).toString('base64'),
	};
})();

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
