'use strict';

/**
 * Signs deliveries as the providers do. Each provider's own file is written from its pages alone; it
 * shares nothing with the code under test.
 */

const { standIns } = require('./standIns');

/**
 * Signs one body.
 *
 * @typedef {Record<string, string>} Secrets `{signingSecret}` (HuskyVoice, Voxifi), `{publicKey,
 *   privateKey}` (Mirai Minds), `{appId}` (EnableX)
 *
 * @typedef {object} SignOptions
 * @property {number|Date} [now] the time of signing, a Date or milliseconds since 1970
 * @property {string} [timestamp] the header's exact text, in place of `now`
 * @property {string} [id] Standard Webhooks: of the message
 * @property {string} [cipher] EnableX: aes-128-cbc, aes-192-cbc or aes-256-cbc (default)
 * @property {'hex'|'base64'} [format] EnableX: how the ciphertext is written; default hex
 * @property {string} [encoding] EnableX: the `x-encoding` header; default utf8
 * @property {string} [algorithmHeader] EnableX: default `x-algoritm`, the spelling on the wire
 *
 * @typedef {{ headers: Record<string, string>, body: Buffer }} Signed headers in the provider's case,
 *   and the bytes to send (the same bytes, save for EnableX)
 *
 * @typedef {(body: Buffer, secrets: Secrets, options?: SignOptions) => Signed} Sign
 *
 * @param {string} provider its id
 * @param {Buffer|string} body the exact bytes that are sent (EnableX: that are encrypted)
 * @param {Secrets} secrets
 * @param {SignOptions} [options]
 * @returns {Signed}
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
 * @param {Secrets} secrets
 * @param {SignOptions} [options]
 * @returns {Signed}
 */
function signedDelivery(provider, event, secrets, options) {
	const bytes = Buffer.isBuffer(event) || typeof event === 'string' ? event : JSON.stringify(event);
	const { headers, body } = sign(provider, bytes, secrets, options);
	return { headers: { 'Content-Type': 'application/json', ...headers }, body };
}

module.exports = { sign, signedDelivery };
