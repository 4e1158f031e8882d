'use strict';

const { ask, basic, createEnableX, enableXCall } = require('../../tools/simulator/client');
const { startSimulator } = require('../../tools/simulator/server');

let simulator;
const start = async (settings) => (simulator = await startSimulator(settings));
const hangUp = (id) =>
	ask(`${simulator.urls.enableX}/call/${id}`, { method: 'DELETE', headers: basic(simulator) });

afterEach(async () => await simulator.stop());

describe('POST /voice/v1/call', () => {
	test('places a call', async () => {
		await start();
		const { status, json } = await createEnableX(simulator);
		expect(status).toBe(200);
		expect(json).toEqual({
			result: 0,
			voice_id: simulator.calls[0].id,
			state: 'initiated',
			from: '+918045678900',
			to: '+919876543210',
			timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
		});
	});

	test('takes numbers without the plus, as the samples write them', async () => {
		await start();
		const digits = { from: '918045678900', to: '919876543210' };
		expect((await createEnableX(simulator, digits)).status).toBe(200);
	});

	test('counts by marker in custom_data, else by owner_ref', async () => {
		await start();
		await createEnableX(simulator, { ...enableXCall, owner_ref: 'order-1' });
		await createEnableX(simulator, { ...enableXCall, custom_data: { marker: 'order-2' } });
		expect(simulator.placed()).toEqual({ 'order-1': 1, 'order-2': 1 });
	});

	test.each([
		['no from', { from: undefined }, 'from'],
		['no to', { to: undefined }, 'to'],
		['letters', { to: '+91CALLNOW' }, 'to'],
		['a broken event_url', { event_url: 'not a url' }, 'event_url'],
		['an empty action', { action_on_connect: {} }, 'action_on_connect'],
		['a text as action', { action_on_connect: 'play' }, 'action_on_connect'],
	])('refuses %s', async (_what, change, field) => {
		await start();
		const { status, json } = await createEnableX(simulator, { ...enableXCall, ...change });
		expect(status).toBe(400);
		expect(json).toEqual({
			status: 'error',
			error_code: 'INVALID_PARAM',
			message: expect.stringContaining(field),
			request_id: expect.any(String),
		});
		expect(simulator.calls).toHaveLength(0);
	});

	test('takes a prompt to play', async () => {
		await start();
		const action = { play: { text: 'Hello', language: 'en-US', voice: 'female' } };
		const answer = await createEnableX(simulator, { ...enableXCall, action_on_connect: action });
		expect(answer.status).toBe(200);
	});

	test('refuses a caller id that is not provisioned', async () => {
		await start({ enableX: { numbers: ['+911111111111'] } });
		const { status, json } = await createEnableX(simulator);
		expect(status).toBe(404);
		expect(json).toEqual({ result: 6118, msg: 'Phone number not found' });
	});

	test.each([
		['no credentials', {}],
		['wrong ones', { Authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }],
		['a bearer token', { Authorization: 'Bearer a' }],
	])('refuses %s', async (_what, headers) => {
		await start();
		const { status } = await ask(`${simulator.urls.enableX}/call`, { headers, json: enableXCall });
		expect(status).toBe(401);
		expect(simulator.calls).toHaveLength(0);
	});
});

describe('DELETE /voice/v1/call/:id', () => {
	test('hangs up a live call', async () => {
		await start();
		const { json } = await createEnableX(simulator);
		await simulator.play(json.voice_id, { until: 'connected' });
		const answer = await hangUp(json.voice_id);
		expect(answer.status).toBe(200);
		expect(answer.json).toEqual({ result: 0, voice_id: json.voice_id, state: 'disconnected' });
	});

	test('refuses a call that is over, and says its state', async () => {
		await start();
		const { json } = await createEnableX(simulator);
		await simulator.play(json.voice_id, { outcome: 'failed' });
		const answer = await hangUp(json.voice_id);
		expect(answer.status).toBe(409);
		expect(answer.json.desc).toContain('failed');
	});

	test('a call that was hung up does not go on', async () => {
		await start();
		const { json } = await createEnableX(simulator);
		await hangUp(json.voice_id);
		await simulator.play(json.voice_id);
		expect(simulator.calls[0].history).toEqual(['queued', 'disconnected']);
	});

	test('does not know a nonsense id', async () => {
		await start();
		const { status, json } = await hangUp('nonsense');
		expect(status).toBe(404);
		expect(json).toEqual({ result: 404, msg: 'Call not found' });
	});
});

test.each([
	['result-desc', { result: 404, error: 'NOT_FOUND', desc: 'Call not found' }],
	['result-msg', { result: 404, msg: 'Call not found' }],
	[
		'status-code',
		{
			status: 'error',
			error_code: 'NOT_FOUND',
			message: 'Call not found',
			request_id: expect.any(String),
		},
	],
])('can give every error in the shape %s', async (errorShape, expected) => {
	await start({ enableX: { errorShape } });
	expect((await hangUp('nonsense')).json).toEqual(expected);
});

test('a 500 says state failed', async () => {
	await start();
	simulator.misbehave({ how: 'error-before', route: 'enableX.create' });
	const { status, json } = await createEnableX(simulator);
	expect(status).toBe(500);
	expect(json.state).toBe('failed');
});
