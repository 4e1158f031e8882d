'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * Body first, then the milliseconds: https://docs.retellai.com/features/secure-webhook
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { apiKey }, { now = Date.now(), timestamp } = {}) {
	const moment = timestamp ?? String(Number(now));
	const digest = hmacSha256Hex(apiKey, body, moment);
	return { headers: { 'X-Retell-Signature': `v=${moment},d=${digest}` }, body };
}

module.exports = { sign };
