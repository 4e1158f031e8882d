'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * The key is the whole text of the secret: https://github.com/MiraiMinds/docs (v2/webhooks.mdx)
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }, { now = Date.now(), timestamp } = {}) {
	const seconds = timestamp ?? String(Math.floor(Number(now) / 1000));
	const digest = hmacSha256Hex(signingSecret, `${seconds}.`, body);
	return { headers: { 'X-Mirai-Signature': `t=${seconds},v1=${digest}` }, body };
}

module.exports = { sign };
