'use strict';

const http = require('node:http');
const { setTimeout: delay } = require('node:timers/promises');
const { close, listen } = require('../loopback');

/**
 * A server on this machine that keeps what it is sent, in place of a CRM, a chat model and the like.
 *
 * @param {(received: Received, all: Received[]) => { status?: number, body?: object }} [answer]
 *
 * @typedef {object} Received
 * @property {string} method
 * @property {string} path
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {any} body parsed JSON; the bytes of anything else
 */
async function startRecorder(answer = () => ({})) {
	const received = [];
	const server = http.createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		const bytes = Buffer.concat(chunks);
		const { method, url: path, headers } = request;
		const isFile = /^(?:audio|application\/octet-stream)/.test(headers['content-type'] ?? '');
		const parsed = () => (bytes.length === 0 ? undefined : JSON.parse(bytes.toString('utf8')));
		const one = { method, path, headers, body: isFile ? bytes : parsed() };
		received.push(one);
		const { status = 200, body = {} } = answer(one, received);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	});
	return {
		url: await listen(server),
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
		stop: async () => await close(server),
	};
}

module.exports = { startRecorder };
