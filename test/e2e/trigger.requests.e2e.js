'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { deflateSync, gzipSync } = require('node:zlib');
const { send, sendRaw } = require('../../tools/simulator/sender');
const { genuine, newEvent, subjectOf } = require('../VoiceCallTrigger/subjects');
const { isN8n1 } = require('./conditions');
const { sharedN8n } = require('./sharedN8n');
const { waitForRefusals } = require('./traces');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const { userFolder } = JSON.parse(process.env.VOICE_CALL_SHARED_N8N);
const husky = subjectOf('huskyVoice');
const RECEIVED = [200, '{"received":true}'];
const UNAUTHORIZED = [401, '{"error":"unauthorized"}'];
const UNPROCESSABLE = [422, '{"error":"unprocessable"}'];

describe('requests of all kinds to a real n8n', () => {
	let client;
	let published;
	let started = 0;

	beforeAll(async () => {
		client = await sharedN8n();
		published = await publishTriggerWorkflow(client, {
			provider: husky.id,
			credentialType: husky.credentialType,
			credentialData: husky.credential,
		});
	});

	afterAll(async () => await published?.remove());

	const post = async (delivery) => {
		const { status, text } = await send(published.url, delivery);
		if (status === 200) started += 1;
		return [status, text];
	};
	/** A genuine delivery with other headers, and its body written differently on the wire. */
	const changed = (headers, encode = asIs, event = newEvent(husky)) => {
		const delivery = genuine(husky, event);
		return {
			headers: { ...delivery.headers, ...headers },
			body: encode(Buffer.from(delivery.body)),
		};
	};

	test.each([
		'application/json; charset=utf-8',
		'application/vnd.provider.event+json',
		'text/plain',
		'application/octet-stream',
		'application/x-www-form-urlencoded',
		'multipart/mixed; boundary=x',
		'nonsense',
	])('a genuine event is taken as %s', async (type) => {
		expect(await post(changed({ 'Content-Type': type }))).toEqual(RECEIVED);
	});

	test('a genuine event is taken without a content type', async () => {
		const { headers, body } = genuine(husky);
		delete headers['Content-Type'];
		expect(await post({ headers, body })).toEqual(RECEIVED);
	});

	test.each([
		['gzip', gzipSync],
		['deflate', deflateSync],
	])('a genuine event is taken in %s, at once and in pieces', async (encoding, encode) => {
		for (const type of ['application/json', 'application/octet-stream']) {
			const headers = { 'Content-Encoding': encoding, 'Content-Type': type };
			expect(await post(changed(headers, encode))).toEqual(RECEIVED);
			expect(await post({ ...changed(headers, encode), chunked: true })).toEqual(RECEIVED);
		}
	});

	test('a long event in small pieces is taken', async () => {
		const event = { ...newEvent(husky), transcript: 'नमस्ते 👋 '.repeat(20_000) };
		expect(await post({ ...genuine(husky, event), chunked: true })).toEqual(RECEIVED);
	});

	test.each(['application/json', 'application/octet-stream'])(
		'a genuine event is taken from a slow sender as %s',
		async (type) => {
			const { headers, body } = changed({ 'Content-Type': type, Connection: 'close' });
			const { host, pathname } = new URL(published.url);
			const lines = Object.entries({ ...headers, Host: host, 'Content-Length': body.length });
			const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
			/** @type {(string | Buffer)[]} */
			const pieces = [`POST ${pathname} HTTP/1.1\r\n${head}\r\n`];
			for (let at = 0; at < body.length; at += 50) pieces.push(body.subarray(at, at + 50));
			const answer = await sendRaw(published.url, pieces, { pauseMs: 100, timeoutMs: 30_000 });
			expect(answer.toString()).toMatch(/^HTTP\/1.1 200 OK/);
			started += 1;
		},
	);

	test.each([
		['an empty body', ''],
		['a number', '17'],
		['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d])],
	])('%s, signed, cannot be processed', async (_, body) => {
		const delivery = genuine(husky, Buffer.from(body));
		const headers = { ...delivery.headers, 'Content-Type': 'application/octet-stream' };
		expect(await post({ ...delivery, headers })).toEqual(UNPROCESSABLE);
	});

	test('an empty body that says it is JSON cannot be processed either', async () => {
		expect(await post(genuine(husky, ''))).toEqual(UNPROCESSABLE);
	});

	test.each([
		['a form with parts', 'multipart/form-data; boundary=x', {}, withPart],
		['a compression unknown to n8n', 'text/html', { 'Content-Encoding': 'br' }, gzipSync],
		['what is not compressed', 'text/html', { 'Content-Encoding': 'gzip' }, asIs],
	])('%s cannot be verified', async (_, type, headers, encode) => {
		const delivery = changed({ 'Content-Type': type, ...headers }, encode);
		expect(await post(delivery)).toEqual(UNAUTHORIZED);
	});

	test.each([
		['JSON that breaks off', 422, 'application/json', (body) => body.subarray(0, 9)],
		['a form that is none', isN8n1 ? 401 : 400, 'multipart/form-data; boundary=x', asIs],
	])('%s is answered by n8n itself, with %i', async (_, status, type, encode) => {
		expect((await post(changed({ 'Content-Type': type }, encode)))[0]).toBe(status);
	});

	test.each([
		['text/html', /^HTTP\/1.1 401 .*\{"error":"unauthorized"\}$/s],
		['application/json', /^HTTP\/1.1 500 /],
	])('more than n8n takes, as %s, is answered before it is sent', async (type, answer) => {
		const { host, pathname } = new URL(published.url);
		const { headers } = changed({ 'Content-Type': type, Host: host, Connection: 'close' });
		const all = Object.entries({ ...headers, 'Content-Length': 17 * 2 ** 20 });
		const lines = all.map(([name, value]) => `${name}: ${value}\r\n`).join('');
		const received = await sendRaw(published.url, [`POST ${pathname} HTTP/1.1\r\n${lines}\r\n`]);
		expect(received.toString()).toMatch(answer);
	});

	test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('%s is not listened to', async (method) => {
		const { status } = await send(published.url, { ...genuine(husky), method });
		expect(status).toBe(404);
	});

	test('a sender that hangs up in the middle starts nothing', async () => {
		const { host, pathname } = new URL(published.url);
		for (const type of ['application/json', 'application/octet-stream']) {
			const { headers } = changed({ 'Content-Type': type, Host: host, 'Content-Length': 500 });
			const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
			const head = `POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n{"half":`;
			await sendRaw(published.url, [head], { hangUp: true });
		}
	});

	test('a sender that hangs up before the answer finds its event taken once', async () => {
		for (let round = 0; round < 5; round += 1) {
			const delivery = genuine(husky);
			const line = new AbortController();
			const sent = send(published.url, delivery, { signal: line.signal });
			setTimeout(() => line.abort(), round * 20);
			await sent.catch(() => undefined);
			const { status } = await send(published.url, delivery);
			expect(status).toBe(200);
			started += 1;
		}
	});

	test('a flood of forged events is answered and logged once in a while', async () => {
		const logged = async (count) => {
			const lines = await waitForRefusals(userFolder, published.workflow.id, count);
			return lines.filter(({ reason }) => reason === 'header-missing');
		};
		const forged = { ...genuine(husky), headers: { 'Content-Type': 'application/json' } };
		const begun = Date.now();
		const answers = await Promise.all(Array.from({ length: 30 }, () => post(forged)));
		const seconds = Math.ceil((Date.now() - begun) / 1000);
		expect(new Set(answers.map(String))).toEqual(new Set([String(UNAUTHORIZED)]));

		// The next line, a second later, tells how many were left out.
		await delay(1100);
		await post(forged);
		const told = async () => {
			const lines = await logged(1);
			return lines.reduce((sum, { metadata }) => sum + 1 + (metadata.suppressed ?? 0), 0);
		};
		for (let tries = 0; (await told()) < 31 && tries < 100; tries += 1) await delay(50);
		expect(await told()).toBe(31);
		expect((await logged(1)).length).toBeLessThanOrEqual(seconds + 2);
	});

	test('each event taken is one execution, and none failed', async () => {
		const executions = await client.waitForExecutions(published.workflow.id, started);
		expect(executions.map(({ status }) => status)).toEqual(Array(started).fill('success'));
	});
});

/** @param {Buffer} body */
function asIs(body) {
	return body;
}

/** @param {Buffer} body */
function withPart(body) {
	return Buffer.from(`--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${body}\r\n--x--\r\n`);
}
