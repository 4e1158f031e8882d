'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * With the defaults of an HMAC credential: https://docs.vapi.ai/server-url/server-authentication
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }, { now = Date.now(), timestamp } = {}) {
	const moment = timestamp ?? String(Number(now));
	return {
		headers: {
			'x-signature': hmacSha256Hex(signingSecret, `${moment}.`, body),
			'x-timestamp': moment,
		},
		body,
	};
}

module.exports = { sign };
