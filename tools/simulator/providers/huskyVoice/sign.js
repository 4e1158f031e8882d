'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * @see https://docs.huskyvoice.ai/api/auth-setup/
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }) {
	return { headers: { 'X-Husky-Signature': hmacSha256Hex(signingSecret, body) }, body };
}

module.exports = { sign };
