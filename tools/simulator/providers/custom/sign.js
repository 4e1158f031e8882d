'use strict';

const { hmacSha256Hex } = require('../../hmac');

/**
 * The plain shape: a header with nothing but the hexadecimal HMAC of the body.
 *
 * @type {import('../../sign').Sign}
 */
function sign(body, { signingSecret }) {
	return { headers: { 'X-Custom-Signature': hmacSha256Hex(signingSecret, body) }, body };
}

module.exports = { sign };
