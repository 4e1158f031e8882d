'use strict';

/** Forms that the user fills in: what they accept, and what becomes of one that cannot be right. */

const { createHmac, generateKeyPairSync, sign: signBytes } = require('node:crypto');
const { openEndpoint } = require('./endpoint');
const { subjectOf } = require('./subjects');

const custom = subjectOf('custom');
const vapi = subjectOf('vapi');
const secret = custom.credential.signingSecret;
const body = JSON.stringify({
	event: { type: 'call.done', id: 'e1' },
	data: { call: { id: 'c1' } },
});
const now = () => Math.floor(Date.now() / 1000);
const hmac = (
	text,
	{ hash = 'sha256', key = secret, encoding = /** @type {'hex' | 'base64'} */ ('hex') } = {},
) => createHmac(hash, key).update(text).digest(encoding);

let endpoint;
afterEach(async () => await endpoint.close());

const send = async (subject, parameters, headers, sent = body) => {
	endpoint = await openEndpoint(subject, parameters);
	return await endpoint.send({
		headers: { 'Content-Type': 'application/json', ...headers },
		body: sent,
	});
};

const own = (more) => ({ customShape: 'own', customHeader: 'X-Own', ...more });

test.each([
	['plain', { customShape: 'plain', customHeader: 'X-Mac' }, () => ({ 'X-Mac': hmac(body) })],
	[
		'GitHub style',
		{ customShape: 'gitHub', customHeader: '' },
		() => ({ 'X-Hub-Signature-256': `sha256=${hmac(body)}` }),
	],
	[
		'Stripe style',
		{ customShape: 'stripe', customHeader: '' },
		() => ({ 'Stripe-Signature': `t=${now()},v1=${hmac(`${now()}.${body}`)},v0=other` }),
	],
	[
		'Slack style',
		{ customShape: 'slack', customHeader: '' },
		() => ({
			'X-Slack-Signature': `v0=${hmac(`v0:${now()}:${body}`)}`,
			'X-Slack-Request-Timestamp': String(now()),
		}),
	],
	[
		'a shared secret',
		{ customShape: 'sharedSecret', customHeader: 'X-Secret' },
		() => ({ 'X-Secret': secret }),
	],
	[
		'SHA-512 in base64 over body and time',
		own({
			customAlgorithm: 'hmac-sha512',
			customEncoding: 'base64',
			customSigned: '{body}{timestamp}',
			customTimestampHeader: 'X-Time',
			customTimestampUnit: 'ms',
		}),
		() => {
			const time = String(Date.now());
			return {
				'X-Own': hmac(body + time, { hash: 'sha512', encoding: 'base64' }),
				'X-Time': time,
			};
		},
	],
	[
		'a list with spaces and a signed ID',
		own({
			customSeparator: ' ',
			customPrefix: 'v1,',
			customEncoding: 'base64',
			customSigned: '{id}.{body}',
			customIdHeader: 'X-ID',
		}),
		() => ({ 'X-Own': `v0,x v1,${hmac(`m1.${body}`, { encoding: 'base64' })}`, 'X-ID': 'm1' }),
	],
	[
		'a hexadecimal secret',
		own({ customKey: 'hex', customSigned: '{body}' }),
		() => ({ 'X-Own': hmac(body, { key: Buffer.from(secret, 'hex') }) }),
	],
])('takes what is signed in the shape: %s', async (_name, parameters, headers) => {
	const answer = await send(custom, parameters, headers());
	expect([answer.status, answer.text]).toEqual([200, '{"received":true}']);
	const forged = await endpoint.send({
		headers: { 'Content-Type': 'application/json', ...headers(), 'X-Secret': `${secret}x` },
		body: parameters.customShape === 'sharedSecret' ? body : `${body} `,
	});
	expect(forged.status).toBe(401);
	expect(endpoint.executions).toHaveLength(1);
});

test('takes an Ed25519 signature, and no HMAC made with the public key', async () => {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
	const parameters = own({
		customAlgorithm: 'ed25519',
		customKey: 'base64',
		customEncoding: 'base64',
		customSigned: '{body}',
	});
	endpoint = await openEndpoint(custom, parameters);
	endpoint.credential = { signingSecret: raw };
	const sent = (signature) =>
		endpoint.send({
			headers: { 'Content-Type': 'application/json', 'X-Own': signature },
			body,
		});
	expect(
		(await sent(signBytes(null, Buffer.from(body), privateKey).toString('base64'))).status,
	).toBe(200);
	const confused = hmac(body, {
		hash: 'sha512',
		key: Buffer.from(raw, 'base64'),
		encoding: 'base64',
	});
	expect((await sent(confused)).status).toBe(401);
});

test('finds type, ID and call where the form says', async () => {
	const paths = {
		customTypePath: 'event.type',
		customEventIdPath: 'event.id',
		customCallIdPath: 'data.call.id',
	};
	await send(custom, { ...paths }, { 'X-Custom-Signature': hmac(body) });
	expect(endpoint.executions[0]).toMatchObject({
		event: { type: 'call.done', id: 'e1' },
		call: { id: 'c1', status: 'unknown' },
		delivery: { key: 'call.done/e1', scheme: 'hmac-sha256' },
	});
});

test.each([
	['a template without the body', own({ customSigned: '{timestamp}' }), /\{timestamp\}/],
	[
		'an unsigned timestamp',
		own({ customTimestampHeader: 'X-Time' }),
		/does not hold \{timestamp\}/,
	],
	['an unknown placeholder', own({ customSigned: '{body}{url}' }), /\{url\}/],
	['no header', { customShape: 'plain', customHeader: '' }, /Signature Header is empty/],
	['an unknown algorithm', own({ customAlgorithm: 'md5' }), /Algorithm/],
	['an unknown shape', { customShape: 'x' }, /Signature Format/],
	['a shape that is none', { customShape: null }, /Signature Format/],
	['an unknown encoding', own({ customEncoding: 'base32' }), /Signature Encoding/],
	['an unknown separator', own({ customSeparator: ';' }), /Separator/],
	[
		'an unknown unit',
		own({
			customSigned: '{timestamp}{body}',
			customTimestampHeader: 'X-Time',
			customTimestampUnit: 'min',
		}),
		/Timestamp Unit/,
	],
	['an unknown form of the secret', own({ customKey: 'rot13' }), /Secret Encoding/],
	[
		'a public key as text',
		own({ customAlgorithm: 'ed25519', customKey: 'text' }),
		/public key of 32 bytes/,
	],
	[
		'signature and time in one header without a separator',
		own({
			customSigned: '{timestamp}.{body}',
			customTimestampHeader: 'X-Own',
			customTimestampPrefix: 't=',
			customPrefix: 'v1=',
		}),
		/Two things stand in x-own/,
	],
	[
		'signature and time in one header with one prefix',
		own({
			customSeparator: ',',
			customSigned: '{timestamp}.{body}',
			customTimestampHeader: 'X-Own',
			customTimestampPrefix: 't=',
		}),
		/cannot be told apart by their prefixes/,
	],
	[
		'a prefix with the separator in it',
		own({ customSeparator: ' ', customPrefix: 'v1 =' }),
		/holds what separates the pieces/,
	],
])(
	'%s: a sentence at publishing, 503 and a log line after it',
	async (_name, parameters, words) => {
		const answer = await send(custom, parameters, { 'X-Custom-Signature': hmac(body) });
		expect([answer.status, answer.text]).toEqual([503, '{"error":"unavailable"}']);
		expect(endpoint.lines).toHaveLength(1);
		expect(endpoint.lines[0]).toMatchObject({ level: 'error' });
		expect(endpoint.lines[0].message).toMatch(/settings-malformed/);
		expect(endpoint.lines[0].message).toMatch(words);
		await expect(endpoint.activate('activate')).rejects.toThrow(words);
		expect(endpoint.failures).toEqual([]);
	},
);

test.each([
	['a word before it', 'Bearer ', `Bearer ${secret}`],
	['a word before it, entered without the space', 'Token', `Token ${secret}`],
	['a mark before it', ' key= ', `key=${secret}`],
])('a shared secret with %s', async (_name, customPrefix, value) => {
	const parameters = { customShape: 'sharedSecret', customHeader: 'Authorization', customPrefix };
	expect((await send(custom, parameters, { Authorization: value })).status).toBe(200);
});

test.each([
	[
		own({ customKey: 'hex', customSigned: '{body}' }),
		'zz-not-a-key',
		/current secret in the credential is not hexadecimal\./,
	],
	[
		own({ customKey: 'base64', customSigned: '{body}' }),
		'zz-not-a-key!',
		/current secret in the credential is not base64 after whsec_\./,
	],
	[
		own({ customAlgorithm: 'ed25519', customKey: 'hex', customSigned: '{body}' }),
		'abcd',
		/current public key in the credential is not hexadecimal of 32 bytes\./,
	],
])('a secret that spells no key: %j', async (parameters, signingSecret, words) => {
	endpoint = await openEndpoint(custom, parameters);
	endpoint.credential = { signingSecret };
	const signature = 'ab'.repeat(parameters.customAlgorithm === 'ed25519' ? 64 : 32);
	const headers = { 'Content-Type': 'application/json', 'X-Own': signature };
	const answer = await endpoint.send({ headers, body });
	expect([answer.status, answer.text]).toEqual([503, '{"error":"unavailable"}']);
	expect(endpoint.lines).toHaveLength(1);
	expect(endpoint.lines[0].message).toMatch(words);
	expect(JSON.stringify(endpoint.lines)).not.toContain(signingSecret);
	await expect(endpoint.activate('activate')).rejects.toThrow(words);
	expect((await endpoint.sendTest({ headers, body })).status).toBe(503);
	expect(endpoint.failures.at(-1).message).toMatch(words);
});

test.each([
	['standardWebhooks', { standardWebhooksKey: 'whsk' }, /Key Type/],
	['standardWebhooks', { standardWebhooksHeaders: 'hook' }, /Header Names/],
	['vapi', { vapiAlgorithm: 'md5' }, /Algorithm/],
	['vapi', { vapiProof: 'none' }, /Proved By/],
	['vapi', { vapiSignatureEncoding: 'base32' }, /Signature Encoding/],
])('%s with %j: what no form offers is no default', async (id, parameters, words) => {
	const answer = await send(subjectOf(id), parameters, {});
	expect(answer.status).toBe(503);
	expect(endpoint.lines[0].message).toMatch(words);
	await expect(endpoint.activate('activate')).rejects.toThrow(words);
});

test.each([
	['900', 200],
	[900, 200],
	['15 minutes', 503],
	[null, 503],
	[0, 503],
	[-5, 503],
	[{}, 503],
])('a tolerance of %j for an event of ten minutes ago: %d', async (timestampTolerance, status) => {
	const then = now() - 600;
	const parameters = { customShape: 'stripe', customHeader: '', options: { timestampTolerance } };
	const answer = await send(custom, parameters, {
		'Stripe-Signature': `t=${then},v1=${hmac(`${then}.${body}`)}`,
	});
	expect(answer.status).toBe(status);
});

test.each([
	[
		'the older secret',
		{ vapiProof: 'sharedSecret' },
		{ 'X-Vapi-Secret': vapi.credential.signingSecret },
	],
	[
		'a bearer token',
		{ vapiProof: 'bearer' },
		{ Authorization: `Bearer ${vapi.credential.signingSecret}` },
	],
])('Vapi: %s', async (_name, parameters, headers) => {
	const report = JSON.stringify({ message: { type: 'hang', call: { id: 'c1' } } });
	expect((await send(vapi, parameters, headers, report)).status).toBe(200);
	expect(endpoint.executions[0].delivery.scheme).toBe('shared-secret');
	const [[name, value]] = Object.entries(headers);
	expect((await endpoint.send({ headers: { [name]: `${value}x` }, body: report })).status).toBe(
		401,
	);
});
