'use strict';

const { createHmac } = require('node:crypto');

/**
 * The hexadecimal HMAC-SHA256 of the parts, one after the other.
 *
 * @param {string} secret
 * @param {...(string | Buffer)} parts
 */
const hmacSha256Hex = (secret, ...parts) => {
	const hmac = createHmac('sha256', Buffer.from(secret, 'utf8'));
	for (const part of parts) hmac.update(part);
	return hmac.digest('hex');
};

module.exports = { hmacSha256Hex };
