'use strict';

/**
 * What counts as done: answers of a server that says whatever a test wants, over HTTP, and is no
 * stand-in for anybody.
 */

const { createServer } = require('node:http');
const { VoiceCall } = require('../../nodes/VoiceCall/VoiceCall.node');
const { close, listen } = require('../loopback');
const { runNode } = require('./runNode');
const { byId } = require('./standIn');

let server;
let url;
let answer;
let received;

beforeEach(async () => {
	received = [];
	server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		received.push(Buffer.concat(chunks).toString());
		await answer(request, response);
	});
	url = await listen(server);
});
afterEach(async () => await close(server));

const says =
	(status, body, headers = {}) =>
	(_, response) => {
		response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
		response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
	};

const pair = { publicKey: `pk_${'0'.repeat(32)}`, privateKey: `sk_${'0'.repeat(64)}` };
const WAYS = {
	enableX: () => ({
		type: 'enableXApi',
		data: { appId: 'the app id', appKey: 'the app key', baseUrl: url },
		create: { from: '+14155550100', to: '+14155550123' },
		id: 'voice_id',
	}),
	huskyVoice: () => ({
		type: 'huskyVoiceApi',
		data: { apiKey: 'the api key', baseUrl: `${url}/v1` },
		more: { authentication: 'apiKey' },
		create: { agentId: 'agent_1', contactNumber: '+919876543210' },
		id: 'call_id',
	}),
	miraiMinds: () => ({
		type: 'miraiMindsApi',
		data: { ...pair, workspace: 'w', baseUrl: url },
		create: { assistantId: byId('a'), phoneNumber: '+919876543210' },
		id: 'callId',
	}),
};
const providers = Object.keys(WAYS);

async function reasonOf(provider, operation, parameters, options = {}) {
	const { type, data, more = {}, create } = WAYS[provider]();
	const fields = operation === 'create' ? create : { callId: 'c1' };
	const [item] = await runNode({
		parameters: { provider, ...more, operation, ...fields, ...parameters },
		credentials: { [type]: data },
		settings: { onError: 'continueRegularOutput' },
		...options,
	});
	return item.json.success === true ? 'done' : item.json.error.reason;
}

describe.each(providers)('%s', (provider) => {
	test.each([
		['an error in a text', { error: 'call already ended' }, 'refused'],
		['an error with a code', { error: { code: 'CONFLICT' } }, 'refused'],
		['a list of errors', { errors: [{ message: 'no' }] }, 'refused'],
		['success that is false', { success: false }, 'refused'],
		['a status of failure', { status: 'failed' }, 'refused'],
		['an error within data', { data: { error: 'no' } }, 'refused'],
		['nothing at all', {}, 'unclear'],
		['something else', { hello: 'world' }, 'unclear'],
		['a status that is false', { status: false, message: 'no such call' }, 'refused'],
		['an error in a result', { result: { success: false } }, 'refused'],
		['that it was not canceled', { canceled: false }, 'refused'],
		['a list', [{ error: 'no' }], 'unclear'],
		['an empty body', '', 'unclear'],
		['a page', '<html>OK</html>', 'unclear'],
	])('200 with %s is no cancel', async (_name, body, expected) => {
		answer = says(200, body);
		expect(await reasonOf(provider, 'cancel')).toBe(expected);
	});

	test('a cancel that names another call is unclear, one that names it is done', async () => {
		const { id } = WAYS[provider]();
		answer = says(200, { [id]: 'another' });
		expect(await reasonOf(provider, 'cancel')).toBe('unclear');
		answer = says(200, { [id]: 'c1' });
		expect(await reasonOf(provider, 'cancel')).toBe('done');
	});

	test('a cancel that is answered with a call that goes on is not done', async () => {
		const { id } = WAYS[provider]();
		for (const word of ['ringing', 'queued']) {
			const state = provider === 'enableX' ? { state: word } : { status: word };
			answer = says(200, { [id]: 'c1', ...state });
			expect(await reasonOf(provider, 'cancel')).toBe('unclear');
		}
	});

	test('a create that has an ID and an error as well is unclear: it may ring', async () => {
		const { id } = WAYS[provider]();
		for (const words of [{ errorMessage: 'Carrier timeout' }, { data: { isSuccess: false } }]) {
			answer = says(200, { [id]: 'c1', ...words });
			expect(await reasonOf(provider, 'create')).toBe('unclear');
		}
	});

	test('a create that failed is a failure, though the call has an ID', async () => {
		const { id } = WAYS[provider]();
		answer = says(200, { [id]: 'c1', status: 'failed' });
		expect(await reasonOf(provider, 'create')).toBe('refused');
	});

	test.each(['error', 'rejected', 'Failed'])(
		'a create that is %s is no success',
		async (status) => {
			const { id } = WAYS[provider]();
			answer = says(200, { [id]: 'c1', status });
			expect(await reasonOf(provider, 'create')).not.toBe('done');
		},
	);

	test.each([
		[301, 'unclear'],
		[302, 'unclear'],
		[303, 'unclear'],
		[307, 'refused'],
		[308, 'refused'],
	])('a create that is answered with a redirect %i is %s', async (status, expected) => {
		answer = says(status, undefined, { Location: `${url}/elsewhere` });
		const tries = await reasonOf(provider, 'create');
		expect(tries).toBe(expected);
	});

	test('an answer that comes drop by drop is unclear when the time is up', async () => {
		answer = async (_, response) => {
			response.writeHead(200, { 'Content-Type': 'application/json' });
			const drops = setInterval(() => response.write(' '), 200);
			response.on('close', () => clearInterval(drops));
		};
		const reason = await reasonOf(provider, 'cancel', { options: { timeout: 1 } });
		expect(reason).toBe('unclear');
	});

	test('a number beyond 2^53 in an answer stays what it is', async () => {
		const { type, data, more = {}, create, id } = WAYS[provider]();
		answer = says(200, `{"${id}": 9007199254740993}`);
		const [item] = await runNode({
			parameters: { provider, ...more, operation: 'create', ...create },
			credentials: { [type]: data },
		});
		expect(item.json.callId).toBe('9007199254740993');
	});
});

describe.each([
	['accept', {}],
	['play', { text: 'Hello' }],
	['connect', { from: '+14155550100', to: '+14155550123' }],
	['hold', {}],
	['resume', {}],
	['record', {}],
	['stopRecording', {}],
])('EnableX, %s', (operation, fields) => {
	test.each([
		['a word of success', 200, { status: 'success' }, 'done'],
		['a result of 0', 200, { result: 0 }, 'done'],
		['that it began', 200, { state: 'initiated' }, 'done'],
		['that the prompt began', 200, { playstate: 'initiated' }, 'done'],
		['the call', 200, { voice_id: 'c1', state: 'bridged' }, 'done'],
		['nothing, with 204', 204, undefined, 'done'],
		['another call', 200, { voice_id: 'c2', status: 'success' }, 'unclear'],
		['that the call is over', 200, { voice_id: 'c1', state: 'disconnected' }, 'unclear'],
		['nothing', 200, {}, 'unclear'],
		['an empty body', 200, '', 'unclear'],
		['a page', 200, '<html>OK</html>', 'unclear'],
		['another word', 200, { status: 'queued' }, 'unclear'],
		['a result that is not 0', 200, { result: 6110, msg: 'No' }, 'refused'],
		['a failure', 200, { voice_id: 'c1', state: 'failed' }, 'refused'],
		['a prompt that failed', 200, { voice_id: 'c1', playstate: 'failed' }, 'refused'],
		['an error', 200, { status: 'error', error_code: 'X' }, 'refused'],
		['a conflict', 409, { result: 1, desc: 'It is over' }, 'refused'],
		['an error of its own', 500, { status: 'error' }, 'unclear'],
	])('an answer that says %s', async (_, status, body, expected) => {
		answer = says(status, body);
		expect(await reasonOf('enableX', operation, fields)).toBe(expected);
		expect(received).toHaveLength(1);
	});
});

test('a number beyond 2^53 in a JSON field is sent as it was entered', async () => {
	answer = says(200, { callId: 'c1', status: 'queued' });
	const payload =
		'{"id": 981820079255243537, "text": "981820079255243537", "n": [-9007199254740993, 1.5]}';
	await reasonOf('miraiMinds', 'create', { payload });
	expect(received[0]).toContain('"id":981820079255243537,');
	expect(received[0]).toContain('"text":"981820079255243537"');
	expect(received[0]).toContain('[-9007199254740993,1.5]');
});

test('an On Connect that is left as it is sends nothing', async () => {
	answer = says(200, { voice_id: 'v1', state: 'initiated' });
	await reasonOf('enableX', 'create', {});
	expect(JSON.parse(received[0])).not.toHaveProperty('action_on_connect');
});

test('a test URL is no address for events', async () => {
	const eventUrl = 'https://n8n.example.com/webhook-test/1/voice-call';
	expect(await reasonOf('enableX', 'create', { additionalFields: { eventUrl } })).toBe('badInput');
	expect(received).toEqual([]);
});

describe('the test of a credential passes only on the provider’s own answer', () => {
	const { request } = require('./probe');
	const testOf = async (provider) => {
		const { type, data } = WAYS[provider]();
		const test = new VoiceCall().methods.credentialTest[type];
		return await test.call({ helpers: { request } }, { id: '1', name: 'x', type, data });
	};
	const huskyNotFound = { success: false, error: { code: 'NOT_FOUND', message: 'Call not found' } };

	test.each([
		['huskyVoice', 404, huskyNotFound, 'OK'],
		['huskyVoice', 404, 'Not Found', 'Error'],
		['huskyVoice', 404, { message: 'no route' }, 'Error'],
		['huskyVoice', 404, { error: { code: 'route_not_found', message: 'no' } }, 'Error'],
		['huskyVoice', 404, { error: { code: 'NOT_FOUND' } }, 'Error'],
		['huskyVoice', 200, '<html></html>', 'Error'],
		['huskyVoice', 200, {}, 'Error'],
		['huskyVoice', 401, { error: { code: 'UNAUTHORIZED', message: 'no' } }, 'Error'],
		['huskyVoice', 302, undefined, 'Error'],
		['miraiMinds', 200, { status_code: 200, data: [] }, 'OK'],
		['miraiMinds', 200, [], 'Error'],
		['miraiMinds', 200, { ok: true }, 'Error'],
		['miraiMinds', 401, { status_code: 401, message: 'no' }, 'Error'],
		['miraiMinds', 404, { status_code: 404, message: 'no' }, 'Error'],
		['miraiMinds', 500, { status_code: 500, message: 'no' }, 'Error'],
	])('%s, HTTP %i %j: %s', async (provider, status, body, expected) => {
		answer = says(status, body);
		const { status: verdict, message } = await testOf(provider);
		expect([verdict, message]).toEqual([expected, expect.stringMatching(/^[A-Z].+\.$/)]);
		expect(message).not.toMatch(/the api key|sk_0/);
	});
});
