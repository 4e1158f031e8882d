'use strict';

const http = require('node:http');
const { setTimeout: delay } = require('node:timers/promises');

/**
 * A server on this machine that keeps what it is sent, in place of a CRM, a chat model and the like.
 *
 * @param {(received: Received, all: Received[]) => { status?: number, body?: object }} [answer]
 *
 * @typedef {object} Received
 * @property {string} method
 * @property {string} path
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {any} body parsed JSON
 */
async function startRecorder(answer = () => ({})) {
	const received = [];
	const server = http.createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const text = Buffer.concat(chunks).toString('utf8');
		const { method, url: path, headers } = request;
		const one = { method, path, headers, body: text === '' ? undefined : JSON.parse(text) };
		received.push(one);
		const { status = 200, body = {} } = answer(one, received);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		received,
		/** Waits until so many requests have come. */
		waitFor: async (count, timeoutMs = 60_000) => {
			const deadline = Date.now() + timeoutMs;
			while (received.length < count) {
				if (Date.now() > deadline) {
					throw new Error(`Waited for ${count} requests, ${received.length} came`);
				}
				await delay(100);
			}
			return received;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { startRecorder };
