'use strict';

/**
 * What n8n gives a credential test to send requests with, as far as the tests ask: the answer with its
 * status, whatever that is, and no redirect followed.
 */
async function request({ method, uri, headers, timeout }) {
	const signal = AbortSignal.timeout(timeout);
	const response = await fetch(uri, { method, headers, redirect: 'manual', signal });
	return { statusCode: response.status, body: await response.text() };
}

module.exports = { request };
