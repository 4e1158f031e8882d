'use strict';

const { packPackage, startN8n } = require('../../tools/n8n-host');

/** Starts the n8n that all end-to-end tests share, with the packed package installed. */
module.exports = async function startSharedN8n() {
	// The log goes into a file as well, where tests can read it with its fields.
	const env = { N8N_LOG_OUTPUT: 'console,file' };
	const host = await startN8n({ tarball: await packPackage(), env });
	globalThis.sharedN8n = host;
	const { url, owner, userFolder } = host;
	// One session for all test files: n8n takes a handful of logins a minute only.
	const cookie = (await host.signIn()).cookie();
	process.env.VOICE_CALL_SHARED_N8N = JSON.stringify({ url, owner, cookie, userFolder });
};
