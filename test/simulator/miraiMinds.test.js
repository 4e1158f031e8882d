'use strict';

const { ask, createMiraiMinds, keyPair, miraiMindsCall } = require('../../tools/simulator/client');
const { startSimulator } = require('../../tools/simulator/server');

let simulator;
const start = async (settings) => (simulator = await startSimulator(settings));
const abort = (json) =>
	ask(`${simulator.urls.miraiMinds}/v2/call/abort`, { headers: keyPair(simulator), json });
const created = async () => (await createMiraiMinds(simulator)).json.callId;

afterEach(async () => await simulator.stop());

describe('POST /v2/call/initiate', () => {
	test('places a call', async () => {
		await start();
		const { status, json } = await createMiraiMinds(simulator);
		expect(status).toBe(200);
		expect(json).toEqual({ status: 'initiate', callId: simulator.calls[0].id });
		expect(simulator.calls[0].status).toBe(null);
	});

	test('takes what the draft requires and what the reference requires', async () => {
		await start();
		const { payload, ...short } = miraiMindsCall;
		const full = { ...short, payload, callbackUrl: 'https://hooks.example.com/mirai' };
		expect((await createMiraiMinds(simulator, short)).status).toBe(200);
		expect((await createMiraiMinds(simulator, full)).status).toBe(200);
	});

	test('counts by marker in metadata', async () => {
		await start();
		await createMiraiMinds(simulator, { ...miraiMindsCall, metadata: { marker: 'item-7' } });
		expect(simulator.placed()).toEqual({ 'item-7': 1 });
	});

	test.each([
		['no number', { phoneNumber: undefined }, 'phoneNumber'],
		['letters', { phoneNumber: '+91CALLNOW' }, 'phoneNumber'],
		['no assistant', { assistant: undefined }, 'assistant'],
		['a text as payload', { payload: '{}' }, 'payload'],
		['a list as metadata', { metadata: [] }, 'metadata'],
		['a callback without TLS', { callbackUrl: 'http://hooks.example.com' }, 'callbackUrl'],
		['a broken callback', { callbackUrl: 'hooks' }, 'callbackUrl'],
		['a priority that is no boolean', { priority: 'high' }, 'priority'],
	])('refuses %s', async (_what, change, field) => {
		await start();
		const { status, json } = await createMiraiMinds(simulator, { ...miraiMindsCall, ...change });
		expect(status).toBe(400);
		expect(json).toEqual({ code: 400, message: expect.stringContaining(field) });
		expect(simulator.calls).toHaveLength(0);
	});

	test.each(['x-public-key', 'x-private-key'])('refuses a wrong %s', async (name) => {
		await start();
		const headers = { ...keyPair(simulator), [name]: 'wrong' };
		const url = `${simulator.urls.miraiMinds}/v2/call/initiate`;
		const { status, json } = await ask(url, { headers, json: miraiMindsCall });
		expect(status).toBe(401);
		expect(json.status_code).toBe(401);
	});

	test('refuses another workspace', async () => {
		await start();
		const { workspace, ...headers } = keyPair(simulator);
		const url = `${simulator.urls.miraiMinds}/v2/call/initiate`;
		expect(workspace).toMatch(/^[0-9a-f]{24}$/);
		expect((await ask(url, { headers, json: miraiMindsCall })).status).toBe(403);
	});
});

describe('PUT /v2/call/:id', () => {
	const update = (callId, json) =>
		ask(`${simulator.urls.miraiMinds}/v2/call/${callId}`, {
			method: 'PUT',
			headers: keyPair(simulator),
			json,
		});

	test('replaces the payload of a call that was not attempted yet', async () => {
		await start();
		const { status, json } = await update(await created(), { payload: { name: 'Raj' } });
		expect(status).toBe(200);
		expect(json).toEqual({ status_code: 200, message: 'Call updated successfully' });
		expect(simulator.calls[0].request.payload).toEqual({ name: 'Raj' });
	});

	test('refuses one that was, one without a payload, and a nonsense id', async () => {
		await start();
		const callId = await created();
		expect((await update(callId, {})).status).toBe(400);
		expect((await update('nonsense', { payload: {} })).status).toBe(404);
		await simulator.play(callId, { until: 'in-progress' });
		expect((await update(callId, { payload: {} })).json).toEqual({
			code: 400,
			message: expect.stringContaining('in-progress'),
		});
	});
});

test('lists the assistants of the workspace', async () => {
	await start();
	const list = (headers) =>
		ask(`${simulator.urls.miraiMinds}/v1/admin/assistant/list`, { method: 'GET', headers });
	const { json } = await list(keyPair(simulator));
	expect(json.data[0]).toEqual({ _id: '65f0c0ffee0123456789abcd', name: 'Reception' });
	expect((await list({})).status).toBe(401);
});

describe('POST /v2/call/abort', () => {
	test('aborts what is queued', async () => {
		await start();
		const { status, json } = await abort({ callId: await created() });
		expect(status).toBe(200);
		expect(json).toEqual({ message: 'Call aborted successfully' });
		expect(simulator.calls[0].status).toBe('aborted');
	});

	test('can answer as the draft does', async () => {
		await start({ miraiMinds: { abortReply: 'status' } });
		const callId = await created();
		expect((await abort({ callId })).json).toEqual({ status: 'aborted', callId });
	});

	test.each(['busy', 'no-answer', 'failed', 'validation-failed', 'rescheduled'])(
		'aborts between attempts, after %s',
		async (outcome) => {
			await start();
			const callId = await created();
			await simulator.play(callId, { outcome });
			expect((await abort({ callId })).status).toBe(200);
		},
	);

	test.each(['in-progress', 'ended', 'completed'])('refuses a call that is %s', async (until) => {
		await start();
		const callId = await created();
		await simulator.play(callId, { until });
		const { status, json } = await abort({ callId });
		expect(status).toBe(400);
		expect(json.message).toContain(until);
	});

	test('refuses a second abort, a nonsense id and no id', async () => {
		await start();
		const callId = await created();
		await abort({ callId });
		expect((await abort({ callId })).status).toBe(400);
		expect((await abort({ callId: 'nonsense' })).status).toBe(404);
		expect((await abort({})).status).toBe(400);
	});
});
