'use strict';

/**
 * Signs deliveries as the providers do. Each provider's own file is written from its pages alone; it
 * shares nothing with the code under test.
 */

const { standIns } = require('./standIns');

/**
 * Signs one body.
 *
 * @param {string} provider its id
 * @param {Buffer|string} body the exact bytes that are sent (EnableX: that are encrypted)
 * @param {object} secrets `{signingSecret}` (HuskyVoice, Voxifi), `{publicKey, privateKey}` (Mirai
 *   Minds), `{appId}` (EnableX)
 * @param {object} [options]
 * @param {number|Date} [options.now] Voxifi: the time of signing, a Date or milliseconds since 1970
 * @param {string} [options.timestamp] Voxifi: the header's exact text, in place of `now`
 * @param {string} [options.cipher] EnableX: aes-128-cbc, aes-192-cbc or aes-256-cbc (default)
 * @param {'hex'|'base64'} [options.format] EnableX: how the ciphertext is written; default hex
 * @param {string} [options.encoding] EnableX: the `x-encoding` header; default utf8
 * @param {string} [options.algorithmHeader] EnableX: default `x-algoritm`, the spelling on the wire
 * @returns {{ headers: Record<string, string>, body: Buffer }} headers in the provider's case, and
 *   the bytes to send (the same bytes, save for EnableX)
 */
function sign(provider, body, secrets, options) {
	const standIn = standIns[provider];
	if (standIn?.sign === undefined) throw new Error(`No such provider: ${provider}`);
	return standIn.sign(Buffer.from(body), secrets, options);
}

/**
 * A delivery that the sender can post: the event as compact JSON (or the bytes as they are), signed.
 *
 * @param {string} provider
 * @param {object|string|Buffer} event an object is written as compact JSON
 * @param {object} secrets as for `sign`
 * @param {object} [options] as for `sign`
 * @returns {{ headers: Record<string, string>, body: Buffer }}
 */
function signedDelivery(provider, event, secrets, options) {
	const bytes = Buffer.isBuffer(event) || typeof event === 'string' ? event : JSON.stringify(event);
	const { headers, body } = sign(provider, bytes, secrets, options);
	return { headers: { 'Content-Type': 'application/json', ...headers }, body };
}

module.exports = { sign, signedDelivery };
