'use strict';

/**
 * Signs deliveries as the four providers do. Written from the providers' pages alone; it shares
 * nothing with the code under test.
 *
 * - HuskyVoice AI: https://docs.huskyvoice.ai/api/auth-setup/
 * - Voxifi: https://docs.voxifi.io/webhooks/security.html
 * - Mirai Minds: https://docs.miraiminds.co/developers/webhook-signature
 * - EnableX: https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/ and
 *   https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs (libs/enxVoiceLib.js)
 */

const { createCipheriv, createHash, createHmac } = require('node:crypto');

const IV_BYTES = 16;
const KEY_BYTES = new Map([
	['aes-128-cbc', 16],
	['aes128', 16],
	['aes-192-cbc', 24],
	['aes192', 24],
	['aes-256-cbc', 32],
	['aes256', 32],
]);

const hmacSha256Hex = (secret, ...parts) => {
	const hmac = createHmac('sha256', Buffer.from(secret, 'utf8'));
	for (const part of parts) hmac.update(part);
	return hmac.digest('hex');
};

/**
 * OpenSSL's EVP_BytesToKey with MD5, one round and no salt: what Node's old `createDecipher` did,
 * which EnableX's samples call (https://nodejs.org/api/deprecations.html#DEP0106).
 *
 * @param {string} password the App ID
 * @param {number} keyBytes length of the key
 * @returns {{ key: Buffer, iv: Buffer }}
 */
function deriveKeyAndIv(password, keyBytes) {
	const wanted = keyBytes + IV_BYTES;
	let digest = Buffer.alloc(0);
	let derived = Buffer.alloc(0);
	while (derived.length < wanted) {
		digest = createHash('md5').update(digest).update(password, 'utf8').digest();
		derived = Buffer.concat([derived, digest]);
	}
	return { key: derived.subarray(0, keyBytes), iv: derived.subarray(keyBytes, wanted) };
}

function signHuskyVoice(body, { signingSecret }) {
	return { headers: { 'X-Husky-Signature': hmacSha256Hex(signingSecret, body) }, body };
}

function signVoxifi(body, { signingSecret }, { now = Date.now(), timestamp } = {}) {
	const seconds = timestamp ?? String(Math.floor(Number(now) / 1000));
	const digest = hmacSha256Hex(signingSecret, `${seconds}.`, body);
	return {
		headers: { 'X-Webhook-Signature': `sha256=${digest}`, 'X-Webhook-Timestamp': seconds },
		body,
	};
}

function signMiraiMinds(body, { publicKey, privateKey }) {
	return {
		headers: { 'x-signature': hmacSha256Hex(privateKey, body), 'x-public-key': publicKey },
		body,
	};
}

function signEnableX(body, { appId }, options = {}) {
	const { cipher = 'aes-256-cbc', format = 'hex', encoding = 'utf8' } = options;
	const { algorithmHeader = 'x-algoritm' } = options;
	const keyBytes = KEY_BYTES.get(cipher.toLowerCase());
	if (keyBytes === undefined) throw new Error(`No such EnableX cipher here: ${cipher}`);
	const { key, iv } = deriveKeyAndIv(appId, keyBytes);
	const encryptor = createCipheriv(`aes-${keyBytes * 8}-cbc`, key, iv);
	const encrypted = Buffer.concat([encryptor.update(body), encryptor.final()]);
	return {
		headers: { [algorithmHeader]: cipher, 'x-format': format, 'x-encoding': encoding },
		body: Buffer.from(JSON.stringify({ encrypted_data: encrypted.toString(format) })),
	};
}

const signers = {
	enableX: signEnableX,
	huskyVoice: signHuskyVoice,
	miraiMinds: signMiraiMinds,
	voxifi: signVoxifi,
};

/**
 * Signs one body.
 *
 * @param {'enableX'|'huskyVoice'|'miraiMinds'|'voxifi'} provider
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
	const signer = signers[provider];
	if (signer === undefined) throw new Error(`No such provider: ${provider}`);
	return signer(Buffer.from(body), secrets, options);
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

module.exports = { deriveKeyAndIv, sign, signedDelivery };
