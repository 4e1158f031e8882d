'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * @see https://docs.voxifi.io/webhooks/security.html
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }, { now = Date.now(), timestamp } = {}) {
	const seconds = timestamp ?? String(Math.floor(Number(now) / 1000));
	const digest = hmacSha256Hex(signingSecret, `${seconds}.`, body);
	return {
		headers: { 'X-Webhook-Signature': `sha256=${digest}`, 'X-Webhook-Timestamp': seconds },
		body,
	};
}

module.exports = { sign };
