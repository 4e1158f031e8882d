'use strict';

const { once } = require('node:events');
const http = require('node:http');

/**
 * As much of GitHub's API as the Github Trigger asks for on activation: it takes every webhook, and tells
 * the secret that n8n registered it with.
 *
 * @returns {Promise<{ url: string, webhookSecret: Promise<string>, stop: () => Promise<void> }>}
 * @see https://docs.github.com/en/rest/repos/webhooks
 */
async function startGitHubStandIn() {
	let tell;
	/** n8n listens before it registers, so whoever wants the secret has to wait for it. */
	const webhookSecret = new Promise((resolve) => (tell = resolve));
	const server = http.createServer(async (request, response) => {
		const body = Buffer.concat(await request.toArray());
		if (request.method === 'POST') tell(JSON.parse(body.toString()).config.secret);
		response.writeHead(201, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ id: 1, active: true, events: ['issues'] }));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		webhookSecret,
		stop: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

module.exports = { startGitHubStandIn };
