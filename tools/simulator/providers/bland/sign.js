'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * @see https://docs.bland.ai/tutorials/webhook-signing
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }) {
	return { headers: { 'X-Webhook-Signature': hmacSha256Hex(signingSecret, body) }, body };
}

module.exports = { sign };
