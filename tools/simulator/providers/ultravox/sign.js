'use strict';

const { hmacSha256Hex } = require('../../hmac');

/** Body first, then the text of the time: https://docs.ultravox.ai/webhooks/securing-webhooks */
function sign(body, { signingSecret }, { now = Date.now(), timestamp } = {}) {
	const moment = timestamp ?? new Date(Number(now)).toISOString().replace('Z', '000+00:00');
	return {
		headers: {
			'X-Ultravox-Webhook-Signature': hmacSha256Hex(signingSecret, body, moment),
			'X-Ultravox-Webhook-Timestamp': moment,
		},
		body,
	};
}

module.exports = { sign };
