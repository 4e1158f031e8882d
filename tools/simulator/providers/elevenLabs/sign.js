'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * @see https://elevenlabs.io/docs/eleven-api/resources/webhooks
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }, { now = Date.now(), timestamp } = {}) {
	const seconds = timestamp ?? String(Math.floor(Number(now) / 1000));
	const digest = hmacSha256Hex(signingSecret, `${seconds}.`, body);
	return { headers: { 'ElevenLabs-Signature': `t=${seconds},v0=${digest}` }, body };
}

module.exports = { sign };
