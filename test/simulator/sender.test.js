'use strict';

const http = require('node:http');
const { gunzipSync } = require('node:zlib');
const { close, listen } = require('../loopback');
const { deliver, send, sendRaw } = require('../../tools/simulator/sender');

let closers = [];

/** A receiver whose answers are given by `answer(request, response, count)`. */
async function startReceiver(answer = (_request, response, _count) => response.end('ok')) {
	const requests = [];
	const server = http.createServer(async (request, response) => {
		const pieces = [];
		try {
			for await (const piece of request) pieces.push(piece);
		} catch {
			return; // the sender hung up
		}
		const { method, rawHeaders, headers } = request;
		requests.push({ method, rawHeaders, headers, body: Buffer.concat(pieces) });
		answer(request, response, requests.length);
	});
	const url = await listen(server);
	const stop = async () => await close(server);
	closers.push(stop);
	return { url: `${url}/hook`, requests, stop };
}

afterEach(async () => {
	await Promise.all(closers.map((stop) => stop()));
	closers = [];
});

describe('send', () => {
	test('keeps bytes, header order, header case and repeated headers', async () => {
		const { url, requests } = await startReceiver();
		const body = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
		const answer = await send(url, {
			body,
			headers: [
				['Content-Type', 'text/plain'],
				['X-Sig', 'one'],
				['x-SIG', 'two'],
			],
		});
		expect(answer).toMatchObject({ status: 200, text: 'ok' });
		expect(requests[0].method).toBe('POST');
		expect(requests[0].body).toEqual(body);
		expect(requests[0].rawHeaders).toEqual([
			'Host',
			new URL(url).host,
			'Content-Type',
			'text/plain',
			'X-Sig',
			'one',
			'x-SIG',
			'two',
			'Content-Length',
			'4',
			'Connection',
			'close',
		]);
	});

	test('repeats a header that is given as a list', async () => {
		const { url, requests } = await startReceiver();
		await send(url, { headers: { 'X-Sig': ['one', 'two'] } });
		expect(requests[0].rawHeaders.filter((text) => text === 'X-Sig')).toHaveLength(2);
	});

	test('sends chunks without a length', async () => {
		const { url, requests } = await startReceiver();
		const body = Buffer.alloc(2000, 'a');
		await send(url, { body, chunked: true });
		expect(requests[0].headers['transfer-encoding']).toBe('chunked');
		expect(requests[0].headers).not.toHaveProperty('content-length');
		expect(requests[0].body).toEqual(body);
	});

	test('compresses on demand', async () => {
		const { url, requests } = await startReceiver();
		await send(url, { body: '{"a":1}', gzip: true });
		expect(requests[0].headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(requests[0].body).toString()).toBe('{"a":1}');
	});

	test('sends another method', async () => {
		const { url, requests } = await startReceiver();
		await send(url, { method: 'PUT' });
		expect(requests[0].method).toBe('PUT');
	});

	test('keeps its connection open with an agent', async () => {
		const ports = new Set();
		const { url } = await startReceiver((request, response) => {
			ports.add(request.socket.remotePort);
			response.end();
		});
		const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
		await send(url, {}, { agent });
		await send(url, {}, { agent });
		agent.destroy();
		expect(ports.size).toBe(1);
	});

	test('rejects with ETIMEDOUT when no answer comes', async () => {
		const { url } = await startReceiver(() => {});
		await expect(send(url, {}, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
	});

	test('rejects when the answer breaks off', async () => {
		const { url } = await startReceiver((_request, response) => {
			response.writeHead(200, { 'Content-Length': '10' });
			response.write('half', () => response.destroy());
		});
		await expect(send(url, {})).rejects.toMatchObject({ code: 'ECONNRESET' });
	});
});

describe('deliver', () => {
	const fast = { factor: 0.001 };
	const answering = (...statuses) =>
		startReceiver((_request, response, count) => {
			response.statusCode = statuses[Math.min(count, statuses.length) - 1];
			response.end();
		});
	const statuses = ({ attempts }) => attempts.map(({ status, error }) => status ?? error);

	test('is done with the first 2xx', async () => {
		const { url } = await answering(204);
		const result = await deliver(url, { body: '{}' }, fast);
		expect(result.delivered).toBe(true);
		expect(statuses(result)).toEqual([204]);
	});

	test('retries 5xx and 429 until it is taken', async () => {
		const { url, requests } = await answering(500, 429, 503, 200);
		const result = await deliver(url, { body: '{"a":1}' }, fast);
		expect(result.delivered).toBe(true);
		expect(statuses(result)).toEqual([500, 429, 503, 200]);
		expect(requests.map(({ body }) => body.toString())).toEqual(Array(4).fill('{"a":1}'));
	});

	test('gives up after five retries', async () => {
		const { url } = await answering(503);
		const result = await deliver(url, {}, fast);
		expect(result.delivered).toBe(false);
		expect(statuses(result)).toEqual(Array(6).fill(503));
		expect(result.attempts.map(({ round }) => round)).toEqual([0, 1, 2, 3, 4, 5]);
	});

	test.each([
		[1, [1000, 2000, 4000, 8000, 16000]],
		[0.5, [500, 1000, 2000, 4000, 8000]],
	])('waits as documented, times %d', async (factor, expected) => {
		const { url } = await answering(503);
		const waits = [];
		await deliver(url, {}, { factor, wait: async (ms) => void waits.push(ms) });
		expect(waits).toEqual(expected);
	});

	test.each([400, 401, 404, 302])('takes %i as final', async (status) => {
		const { url } = await answering(status);
		const result = await deliver(url, {}, fast);
		expect(result.delivered).toBe(false);
		expect(statuses(result)).toEqual([status]);
	});

	test('retries a broken connection', async () => {
		const { url } = await startReceiver((request, response, count) => {
			if (count === 1) request.socket.resetAndDestroy();
			else response.end();
		});
		expect(statuses(await deliver(url, {}, fast))).toEqual(['ECONNRESET', 200]);
	});

	test('goes to the next target at once when one is down', async () => {
		const down = await startReceiver();
		await down.stop();
		const up = await startReceiver();
		const result = await deliver([down.url, up.url], {}, fast);
		expect(statuses(result)).toEqual(['ECONNREFUSED', 200]);
		expect(result.attempts.map(({ target, round }) => [target, round])).toEqual([
			[down.url, 0],
			[up.url, 0],
		]);
	});

	test('does not go to the next target on an answer', async () => {
		const first = await answering(503, 200);
		const second = await answering(200);
		expect(statuses(await deliver([first.url, second.url], {}, fast))).toEqual([503, 200]);
		expect(second.requests).toHaveLength(0);
	});

	test('builds each round anew from a function, and reports each attempt', async () => {
		const { url, requests } = await answering(500, 200);
		const seen = [];
		const onAttempt = ({ round }) => seen.push(round);
		await deliver(url, (round) => ({ body: `round ${round}` }), { ...fast, onAttempt });
		expect(requests.map(({ body }) => body.toString())).toEqual(['round 0', 'round 1']);
		expect(seen).toEqual([0, 1]);
	});

	test('stops waiting when told to', async () => {
		const { url } = await answering(500);
		const controller = new AbortController();
		const onAttempt = () => controller.abort();
		await expect(deliver(url, {}, { onAttempt, signal: controller.signal })).rejects.toThrow(
			'abort',
		);
	});
});

describe('sendRaw', () => {
	test('writes what no library would and returns what comes back', async () => {
		const { url } = await startReceiver();
		const answer = await sendRaw(url, ['NOT HTTP', ' AT ALL\r\n\r\n']);
		expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
	});

	test('hangs up in the middle of a body', async () => {
		const { url, requests } = await startReceiver();
		const head = 'POST /hook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n';
		const answer = await sendRaw(url, [head, '{"half":'], { pauseMs: 5, hangUp: true });
		expect(answer).toHaveLength(0);
		expect(requests).toHaveLength(0);
	});
});
