'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * Body first, then the text of the time: https://docs.ultravox.ai/webhooks/securing-webhooks. One signature for
 * each secret of the webhook.
 *
 * @param {Buffer} body
 * @param {{ signingSecret?: any, secrets?: any }} known one secret, or a list of them
 * @param {import('../../sign').SignOptions} [options]
 */
function sign(body, { signingSecret, secrets }, { now = Date.now(), timestamp } = {}) {
	const moment = timestamp ?? new Date(Number(now)).toISOString().replace('Z', '000+00:00');
	/** @type {string[]} */
	const each = secrets ?? [signingSecret];
	return {
		headers: {
			'X-Ultravox-Webhook-Signature': each
				.map((secret) => hmacSha256Hex(secret, body, moment))
				.join(','),
			'X-Ultravox-Webhook-Timestamp': moment,
		},
		body,
	};
}

module.exports = { sign };
