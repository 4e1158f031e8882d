'use strict';

const { connect } = require('../host');

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

/**
 * For what n8n itself can only since version 2; docs/compatibility.md says what n8n 1 does.
 *
 * @param {jest.It | jest.Describe} block `test` or `describe`
 */
function sinceN8n2(block) {
	return process.env.N8N_VERSION?.startsWith('1.') ? block.skip : block;
}

module.exports = { sharedN8n, sinceN8n2 };
