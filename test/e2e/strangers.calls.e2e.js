'use strict';

/**
 * What people met elsewhere, at the Voice Call node of a real n8n: each with what is right. The same at the
 * lowest level: test/VoiceCall.
 */

const http = require('node:http');
const { close, listen } = require('../loopback');
const { itemsOf } = require('../../tools/n8n-host');
const {
	calls,
	credentialsFor,
	credentialTypeOf,
	startSimulator,
	ways: all,
} = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

const byKey = 'HuskyVoice by API key';
const ways = Object.keys(calls);

describe('inputs of strangers, at the Voice Call node of a real n8n', () => {
	let client;
	let simulator;
	/** A server that is nobody's stand-in: it says what a test wants. */
	let server;
	let url;
	let answer;

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator({ limit: null });
		server = http.createServer((request, response) => answer(request, response));
		url = await listen(server);
	});
	afterAll(async () => {
		await simulator?.stop();
		if (server) await close(server);
	});

	const says = (status, body, headers) => (_, response) => {
		response.writeHead(status, headers ?? { 'Content-Type': 'application/json' });
		response.end(typeof body === 'string' ? body : JSON.stringify(body));
	};
	/** The credential of a way, at the server of this file. */
	const elsewhere = (way, address = url) => {
		const type = credentialTypeOf(calls[way]());
		const data = credentialsFor(simulator)[type];
		return data.baseUrl === undefined
			? { secretInboundUrl: `${address}/v1/hooks/${simulator.credentials.huskyVoice.inboundToken}` }
			: { ...data, baseUrl: type === 'huskyVoiceApi' ? `${address}/v1` : address };
	};
	const run = async (way, parameters = {}, options = {}) => {
		const published = await publishCallWorkflow(client, {
			simulator,
			parameters: { ...calls[way](), ...parameters },
			...options,
		});
		try {
			return await published.run(options.items, { timeoutMs: 60_000 });
		} finally {
			await published.remove();
		}
	};

	test.each([
		['+44 (0)20 7946 0958', /has a \(0\).*Write \+442079460958/s],
		['+49 30 1234567/68', /is not a phone number/],
		['+1 415 555 0123 ext. 5', /is not a phone number/],
		['+1 415 555 0123, +1 415 555 0124', /is not a phone number/],
		['\u202e+14155550123', /invisible characters/],
	])('%s is refused and rings nobody', async (contactNumber, expected) => {
		const before = simulator.requests.length;
		const { message, description } = errorOf(await run(byKey, { contactNumber }));
		expect(`${message} ${description}`).toMatch(expected);
		expect(description).toMatch(/Nothing was sent\.$/);
		expect(simulator.requests).toHaveLength(before);
	});

	// Where the node first asks for the call, that answer is what is judged.
	const canceledAtOnce = ways.filter(
		(way) => all[way].cancelRoute === undefined && all[way].statusAfter[1] !== null,
	);
	test.each(canceledAtOnce)(
		'%s: a cancel that is answered with an error is not done',
		async (way) => {
			answer = says(200, { error: 'call already ended' });
			const parameters = { operation: 'cancel', callId: 'c1' };
			const refused = errorOf(await run(way, parameters, { credentialData: elsewhere(way) }));
			expect(refused.message).toMatch(/did not (?:cancel|hang up).*call already ended/);

			answer = says(200, { hello: 'world' });
			const unclear = errorOf(
				await run(
					way,
					{ ...parameters, options: { timeout: 2 } },
					{ credentialData: elsewhere(way) },
				),
			);
			expect(unclear.message).toMatch(/It is not known whether/);
		},
	);

	test.each(ways)('%s: an answer that comes drop by drop is unclear in time', async (way) => {
		answer = async (_, response) => {
			response.writeHead(200, { 'Content-Type': 'application/json' });
			const drops = setInterval(() => response.write('      '), 1500);
			response.on('close', () => clearInterval(drops));
		};
		// The answer never ends: that the execution does shows that the whole request has a limit.
		const execution = await run(
			way,
			{ options: { timeout: 2 } },
			{ credentialData: elsewhere(way) },
		);
		expect(errorOf(execution).message).toMatch(/It is not known whether/);
		expect(errorOf(execution).description).toMatch(/No answer came within 2 seconds/);
	});

	test.each(ways)('%s: an address that speaks no TLS was sent nothing', async (way) => {
		const credentialData = elsewhere(way, url.replace('http:', 'https:'));
		const { message, description } = errorOf(await run(way, {}, { credentialData }));
		expect(message).toMatch(/could not be reached, so nothing was sent/);
		expect(description).toMatch(/The connection failed \((?:EPROTO|ERR_SSL_\w+)\)/);
	});

	test('numbers beyond 2^53 are exact in both directions', async () => {
		let received = '';
		answer = async (request, response) => {
			for await (const chunk of request) received += chunk;
			says(200, '{"status": "initiate", "callId": 9007199254740993}')(request, response);
		};
		const execution = await run(
			'Mirai Minds',
			{ payload: '{"id": 981820079255243537}' },
			{ credentialData: elsewhere('Mirai Minds') },
		);
		expect(received).toContain('"id":981820079255243537');
		expect(itemsOf(execution, NODE)[0].callId).toBe('9007199254740993');
	});

	describe('the test of a credential, against a server that is not the provider', () => {
		const tested = async (way, data) => {
			const type = credentialTypeOf(calls[way]());
			const saved = await client.createCredential({ name: `Test ${way}`, type, data });
			try {
				return await client.testCredential({ id: saved.id, name: saved.name, type, data });
			} finally {
				await client.deleteCredential(saved.id);
			}
		};
		const probed = [byKey, 'Mirai Minds'];
		const strangers = [
			['a plain 404', 404, 'Not Found', { 'Content-Type': 'text/plain' }],
			['a page', 200, '<html>Welcome</html>', { 'Content-Type': 'text/html' }],
			['an empty object', 200, {}],
			['another’s 404', 404, { message: 'no route' }],
			['another’s 401', 401, { detail: 'no' }],
			['a list', 200, []],
			['a redirect', 302, '', { Location: 'https://example.com' }],
		].flatMap(([name, status, body, headers]) =>
			probed.map((way) => ({ way, name, status, body, headers })),
		);

		test.each(strangers)('$way: $name proves nothing', async ({ way, status, body, headers }) => {
			answer = says(status, body, headers);
			expect(await tested(way, elsewhere(way))).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/could not be checked/),
			});
		});

		test('a wrong key at an address without /v1 is not accepted', async () => {
			const data = { apiKey: 'made-' + 'up', baseUrl: simulator.url };
			expect(await tested(byKey, data)).toMatchObject({ status: 'Error' });
		});
	});
});
