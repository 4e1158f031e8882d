'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * @see https://docs.miraiminds.co/developers/webhook-signature
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { publicKey, privateKey }) {
	return {
		headers: { 'x-signature': hmacSha256Hex(privateKey, body), 'x-public-key': publicKey },
		body,
	};
}

module.exports = { sign };
