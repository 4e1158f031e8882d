'use strict';

const { createHash, createHmac } = require('node:crypto');

/**
 * Id, timestamp and body with dots between, with the decoded secret:
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }, { now = Date.now(), timestamp, id } = {}) {
	const seconds = timestamp ?? String(Math.floor(Number(now) / 1000));
	// The same body is the same message, on every attempt.
	const message = id ?? `msg_${createHash('sha256').update(body).digest('hex').slice(0, 24)}`;
	const key = Buffer.from(signingSecret.replace(/^whsec_/, ''), 'base64');
	const hmac = createHmac('sha256', key).update(`${message}.${seconds}.`).update(body);
	return {
		headers: {
			'webhook-id': message,
			'webhook-timestamp': seconds,
			'webhook-signature': `v1,${hmac.digest('base64')}`,
		},
		body,
	};
}

module.exports = { sign };
