'use strict';

const { createPrivateKey, sign: signBytes } = require('node:crypto');

/** What an Ed25519 private key has before its 32 bytes, as DER (RFC 8410). */
const DER = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Ed25519 over time, pipe and body:
 * https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks
 *
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { privateSeed }, { now = Date.now(), timestamp } = {}) {
	const seconds = timestamp ?? String(Math.floor(Number(now) / 1000));
	const der = Buffer.concat([DER, Buffer.from(privateSeed, 'hex')]);
	const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
	const message = Buffer.concat([Buffer.from(`${seconds}|`), body]);
	return {
		headers: {
			'telnyx-signature-ed25519': signBytes(null, message, key).toString('base64'),
			'telnyx-timestamp': seconds,
		},
		body,
	};
}

module.exports = { sign };
