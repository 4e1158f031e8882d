'use strict';

const { deflateSync, gzipSync } = require('node:zlib');
const { sendRaw } = require('../../tools/simulator/sender');
const { openEndpoint } = require('./endpoint');
const { genuine, newEvent, subjects } = require('./subjects');

let endpoint;
afterEach(async () => await endpoint.close());

const husky = subjects.find(({ id }) => id === 'huskyVoice');
const enableX = subjects.find(({ id }) => id === 'enableX');

/** A genuine delivery with other headers, and its body written differently. */
const changed = (subject, headers, encode = (body) => body) => {
	const { headers: own, body } = genuine(subject);
	return { headers: { ...own, ...headers }, body: encode(Buffer.from(body)) };
};

test.each(
	[
		'application/json',
		'application/json; charset=utf-8',
		'APPLICATION/JSON',
		'application/vnd.provider.event+json',
		'text/plain',
		'application/octet-stream',
		'application/x-www-form-urlencoded',
		'application/xml',
		'multipart/mixed; boundary=x',
		'nonsense',
		undefined,
	].flatMap((type) => [husky, enableX].map((subject) => /** @type {const} */ ([type, subject]))),
)('a genuine event is taken as %s', async (type, subject) => {
	endpoint = await openEndpoint(subject);
	const { headers, body } = genuine(subject);
	const { 'Content-Type': _, ...untyped } = headers;
	const typed = type === undefined ? untyped : { ...untyped, 'Content-Type': type };
	const answer = await endpoint.send({ headers: typed, body });
	expect([answer.status, JSON.parse(answer.text)]).toEqual([200, subject.acknowledgement]);
	expect(endpoint.executions).toHaveLength(1);
});

test.each([
	['gzip', gzipSync, 'application/json'],
	['gzip', gzipSync, 'application/octet-stream'],
	['deflate', deflateSync, 'application/json'],
	['deflate', deflateSync, 'application/octet-stream'],
])('a genuine event is taken in %s', async (encoding, encode, type) => {
	endpoint = await openEndpoint(husky);
	const headers = { 'Content-Encoding': encoding, 'Content-Type': type };
	for (const chunked of [false, true]) {
		const answer = await endpoint.send({ ...changed(husky, headers, encode), chunked });
		expect(answer.status).toBe(200);
	}
	expect(endpoint.executions).toHaveLength(2);
});

test.each(['application/json', 'application/octet-stream'])(
	'a genuine event is taken in pieces, however slow, as %s',
	async (type) => {
		endpoint = await openEndpoint(husky);
		const { headers, body } = changed(husky, { 'Content-Type': type });
		const head = Object.entries({
			...headers,
			Host: 'localhost',
			Connection: 'close',
			'Content-Length': body.length,
		}).map(([name, value]) => `${name}: ${value}\r\n`);
		const half = Math.floor(body.length / 2);
		const pieces = [
			`POST /webhook HTTP/1.1\r\n${head.join('')}\r\n`,
			body.subarray(0, half),
			body.subarray(half),
		];
		const answer = await sendRaw(endpoint.url, pieces, { pauseMs: 50 });
		expect(answer.toString()).toMatch(/^HTTP\/1.1 200 /);
		expect(endpoint.executions).toHaveLength(1);
	},
);

test('a body in pieces is taken as well as one with a length', async () => {
	endpoint = await openEndpoint(husky);
	const event = { ...newEvent(husky), padding: 'नमस्ते 👋 '.repeat(5000) };
	const answer = await endpoint.send({ ...genuine(husky, event), chunked: true });
	expect(answer.status).toBe(200);
	expect(endpoint.executions[0].payload).toEqual(event);
});

test.each([
	['a byte order mark', (text) => `\ufeff${text}`],
	['line breaks around it', (text) => `\r\n${text}\r\n`],
	['numbers that JavaScript would write anew', (text) => text.replace(/}$/, ',"n":1.0,"m":1e2}')],
])('a genuine body with %s is taken as it is', async (_, write) => {
	endpoint = await openEndpoint(husky, { options: { includeRawBody: true } });
	const body = write(JSON.stringify(newEvent(husky)));
	expect((await endpoint.send(genuine(husky, body))).status).toBe(200);
	expect(endpoint.executions[0].rawBody).toBe(body);
});

test.each([
	['an empty body', ''],
	['text', 'hello'],
	['half an object', '{"event_type":"call.ended"'],
	['a number', '1'],
	['null', 'null'],
	['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d])],
])('%s, signed, cannot be processed', async (_, body) => {
	endpoint = await openEndpoint(husky);
	const delivery = genuine(husky, Buffer.from(body));
	for (const type of ['application/octet-stream', 'text/plain']) {
		const { status, text } = await endpoint.send({
			...delivery,
			headers: { ...delivery.headers, 'Content-Type': type },
		});
		expect([status, text]).toEqual([422, '{"error":"unprocessable"}']);
	}
	expect(endpoint.executions).toEqual([]);
	expect(endpoint.failures).toEqual([]);
});

test.each([
	['a form with parts', { 'Content-Type': 'multipart/form-data; boundary=x' }, undefined],
	['what is not gzip', { 'Content-Encoding': 'gzip', 'Content-Type': 'text/html' }, undefined],
	['an encoding that n8n does not know', { 'Content-Encoding': 'br' }, gzipSync],
])('%s is refused', async (_, headers, encode) => {
	endpoint = await openEndpoint(husky);
	const type = { 'Content-Type': 'application/octet-stream' };
	const answer = await endpoint.send(changed(husky, { ...type, ...headers }, encode));
	expect([answer.status, answer.text]).toEqual([401, '{"error":"unauthorized"}']);
	expect(endpoint.executions).toEqual([]);
	expect(endpoint.failures).toEqual([]);
});

test('more than n8n takes is refused before it is sent', async () => {
	endpoint = await openEndpoint(husky);
	const headers = { ...genuine(husky).headers, 'Content-Type': 'text/html', Host: 'x' };
	const all = Object.entries({ ...headers, Connection: 'close', 'Content-Length': 17 * 2 ** 20 });
	const lines = all.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	const received = await sendRaw(endpoint.url, [`POST /webhook HTTP/1.1\r\n${lines}\r\n`]);
	expect(received.toString()).toMatch(/^HTTP\/1.1 401 .*\{"error":"unauthorized"\}$/s);
	expect(endpoint.failures).toEqual([]);
});

test('a body that breaks off starts nothing and holds nothing up', async () => {
	endpoint = await openEndpoint(husky);
	const delivery = genuine(husky);
	const head = `Host: x\r\nX-Husky-Signature: ${delivery.headers['X-Husky-Signature']}\r\n`;
	for (const type of ['application/json', 'application/octet-stream']) {
		await sendRaw(
			endpoint.url,
			[`POST /webhook HTTP/1.1\r\n${head}Content-Type: ${type}\r\nContent-Length: 500\r\n\r\n{"a"`],
			{ hangUp: true },
		);
	}
	expect(endpoint.executions).toEqual([]);
	expect(endpoint.failures).toEqual([]);
	expect((await endpoint.send(delivery)).text).toBe('{"received":true}');
});

test.each(['br', 'GZIP', 'zstd', 'gzip, br'])(
	'the reason for a body in the encoding %s is the encoding',
	async (encoding) => {
		endpoint = await openEndpoint(husky);
		const { headers, body } = genuine(husky);
		const answer = await endpoint.send({
			headers: {
				...headers,
				'Content-Type': 'application/octet-stream',
				'Content-Encoding': encoding,
			},
			body,
		});
		expect([answer.status, answer.text]).toEqual([401, '{"error":"unauthorized"}']);
		expect(endpoint.lines[0].fields).toMatchObject({ reason: 'content-encoding' });
		expect(endpoint.credentialFetches).toBe(0);
	},
);

test('signed bytes that are not UTF-8 are taken, and can be had exactly', async () => {
	endpoint = await openEndpoint(husky, { options: { includeRawBody: true } });
	const body = Buffer.from(
		'{"event_type":"call.completed","event_id":"e1","name":"caf\xe9"}',
		'latin1',
	);
	const delivery = genuine(husky, body);
	expect((await endpoint.send(delivery)).text).toBe('{"received":true}');
	expect(endpoint.executions[0]).toMatchObject({
		event: { id: 'e1' },
		payload: { name: 'caf\ufffd' },
		rawBodyBase64: body.toString('base64'),
	});
});
