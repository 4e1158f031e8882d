'use strict';

const { connect } = require('../../tools/n8n-host');

/**
 * A client of the n8n that all end-to-end tests share. A test that stops or kills n8n starts one of
 * its own instead.
 *
 * @returns {ReturnType<typeof connect>}
 */
async function sharedN8n() {
	const { url, owner, cookie } = JSON.parse(process.env.VOICE_CALL_SHARED_N8N);
	return await connect(url, owner, cookie);
}

module.exports = { sharedN8n };
