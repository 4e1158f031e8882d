'use strict';

const { once } = require('node:events');
const http = require('node:http');
const { setTimeout: delay } = require('node:timers/promises');

const CHECK_INTERVAL_MS = 200;

/**
 * A reverse proxy with health checks, as large installations have one in front of n8n: it passes a
 * request on to a process whose readiness address answers 200, and answers 503 while none does.
 *
 * It matters because n8n listens long before it is ready: until its webhooks are registered it
 * answers them 404, which no provider retries, and for a moment even 200.
 *
 * @param {{ url: string }[]} hosts n8n processes; they take turns
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
async function startGate(hosts) {
	const agent = new http.Agent({ keepAlive: true });
	const stopping = new AbortController();
	const ready = new Set();
	const checks = hosts.map(async (host) => {
		while (!stopping.signal.aborted) {
			if (await isReady(host)) ready.add(host);
			else ready.delete(host);
			await delay(CHECK_INTERVAL_MS, undefined, { signal: stopping.signal }).catch(() => {});
		}
	});

	let turn = 0;
	const server = http.createServer((request, response) => {
		turn += 1;
		const candidates = hosts.filter((host) => ready.has(host));
		const host = candidates[turn % candidates.length];
		if (!host) return answer(response, 503);
		const { hostname, port } = new URL(host.url);
		const { method, url: path, rawHeaders } = request;
		const onward = http.request({ hostname, port, method, path, headers: rawHeaders, agent });
		onward.on('error', () => {
			ready.delete(host);
			if (response.headersSent) response.destroy();
			else answer(response, 502);
		});
		onward.on('response', (incoming) => {
			response.writeHead(incoming.statusCode ?? 502, incoming.rawHeaders);
			incoming.pipe(response);
		});
		response.on('close', () => onward.destroy());
		return request.pipe(onward);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}`,
		stop: async () => {
			stopping.abort();
			await Promise.all(checks);
			server.closeAllConnections();
			server.close();
			agent.destroy();
		},
	};
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function answer(response, status) {
	response.writeHead(status).end();
}

/** @param {{ url: string }} host */
async function isReady({ url }) {
	try {
		const signal = AbortSignal.timeout(2000);
		const response = await fetch(`${url}/healthz/readiness`, { signal });
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}

module.exports = { startGate };
