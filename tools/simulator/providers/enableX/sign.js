'use strict';

const { createCipheriv, createHash } = require('node:crypto');

const IV_BYTES = 16;
const KEY_BYTES = new Map([
	['aes-128-cbc', 16],
	['aes128', 16],
	['aes-192-cbc', 24],
	['aes192', 24],
	['aes-256-cbc', 32],
	['aes256', 32],
]);

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

/**
 * @see https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/
 * @see https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs (libs/enxVoiceLib.js)
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { appId }, options = {}) {
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

module.exports = { deriveKeyAndIv, sign };
