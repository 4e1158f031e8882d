'use strict';

const {
	ask,
	bearer,
	createByHook,
	createHuskyVoice,
	huskyVoiceCall,
} = require('../../tools/simulator/client');
const { startSimulator } = require('../../tools/simulator/server');

let simulator;
const start = async (settings) => (simulator = await startSimulator(settings));
const callUrl = (id) => `${simulator.urls.huskyVoice}/calls/${encodeURIComponent(id)}`;
const get = (id) => ask(callUrl(id), { method: 'GET', headers: bearer(simulator) });
const cancel = (id) => ask(`${callUrl(id)}/cancel`, { headers: bearer(simulator) });
const plain = ({ credentials }) => ({ 'x-api-key': credentials.huskyVoice.apiKey });
/** @param {Record<string, string>} [headers] */
const erase = (id, headers = plain(simulator)) => ask(callUrl(id), { method: 'DELETE', headers });
const created = async () => (await createHuskyVoice(simulator)).json.data.call_id;

afterEach(async () => await simulator.stop());

describe('POST /v1/calls', () => {
	test('places a call and wraps its id in data', async () => {
		await start();
		const answer = await createHuskyVoice(simulator);
		expect(answer.status).toBe(201);
		expect(answer.json.data).toEqual({
			call_id: simulator.calls[0].id,
			status: 'queued',
			agent_id: 'agent_123',
		});
		expect(simulator.calls[0]).toMatchObject({ contact: '+919876543210', status: 'queued' });
	});

	test('answers with the documented id alone when told to be bare', async () => {
		await start({ huskyVoice: { bareAnswers: true } });
		const { json } = await createHuskyVoice(simulator);
		expect(json).toEqual({ data: { call_id: simulator.calls[0].id } });
	});

	test.each([
		['no agent', { agent_id: undefined }, 'agent_id'],
		['a blank agent', { agent_id: ' ' }, 'agent_id'],
		['no number', { contact_number: undefined }, 'contact_number'],
		['a local number', { contact_number: '9876543210' }, 'contact_number'],
		['a number with blanks', { contact_number: '+91 98765 43210' }, 'contact_number'],
		['letters', { contact_number: '+91CALLNOW' }, 'contact_number'],
		['a number as a number', { contact_number: 919876543210 }, 'contact_number'],
		['a name that is no text', { contact_name: 1 }, 'contact_name'],
		['an address that is no text', { contact_email: {} }, 'contact_email'],
		['a list as additional_info', { additional_info: [] }, 'additional_info'],
	])('refuses %s', async (_what, change, field) => {
		await start();
		const { status, json } = await createHuskyVoice(simulator, { ...huskyVoiceCall, ...change });
		expect(status).toBe(400);
		expect(json.error.code).toBe('VALIDATION_ERROR');
		expect(json.error.message).toContain(field);
		expect(simulator.calls).toHaveLength(0);
	});

	test('takes foreign numbers, as the samples do, unless told not to', async () => {
		const foreign = { ...huskyVoiceCall, contact_number: '+1234567890' };
		await start();
		expect((await createHuskyVoice(simulator, foreign)).status).toBe(201);
		await simulator.stop();
		await start({ huskyVoice: { indianNumbersOnly: true } });
		expect((await createHuskyVoice(simulator, foreign)).status).toBe(400);
		expect((await createHuskyVoice(simulator)).status).toBe(201);
	});

	test('knows its agents when given a list', async () => {
		await start({ huskyVoice: { agents: ['agent_9'] } });
		expect((await createHuskyVoice(simulator)).status).toBe(400);
		const known = { ...huskyVoiceCall, agent_id: 'agent_9' };
		expect((await createHuskyVoice(simulator, known)).status).toBe(201);
	});

	test.each([
		['no key', {}],
		['a wrong key', { Authorization: 'Bearer sk_live_wrong' }],
		['a key without Bearer', { 'x-api-key': 'anything' }],
	])('refuses %s', async (_what, headers) => {
		await start();
		const url = `${simulator.urls.huskyVoice}/calls`;
		const { status, json } = await ask(url, { headers, json: huskyVoiceCall });
		expect(status).toBe(401);
		expect(json.error.code).toBe('UNAUTHORIZED');
		expect(simulator.calls).toHaveLength(0);
	});

	test('does not take x-api-key, which only the page on deleting shows', async () => {
		await start();
		const headers = { 'x-api-key': simulator.credentials.huskyVoice.apiKey };
		const url = `${simulator.urls.huskyVoice}/calls`;
		expect((await ask(url, { headers, json: huskyVoiceCall })).status).toBe(401);
	});

	test('refuses a key without the scope', async () => {
		await start({ huskyVoice: { scopes: ['calls:read'] } });
		const { status, json } = await createHuskyVoice(simulator);
		expect(status).toBe(403);
		expect(json.error.message).toContain('calls:create');
	});

	/** @type {[what: string, request: Parameters<typeof ask>[1]][]} */
	const unreadable = [
		[
			'form data',
			{ headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
		],
		['no content type', { body: Buffer.from(JSON.stringify(huskyVoiceCall)) }],
		['broken JSON', { headers: { 'Content-Type': 'application/json' }, body: '{"agent_id":' }],
		['a JSON list', { json: [huskyVoiceCall] }],
	];
	test.each(unreadable)('refuses %s', async (_what, request) => {
		await start();
		const headers = { ...bearer(simulator), ...request.headers };
		const answer = await ask(`${simulator.urls.huskyVoice}/calls`, { ...request, headers });
		expect(answer.status).toBe(400);
		expect(simulator.calls).toHaveLength(0);
	});

	test('has no such route for another method', async () => {
		await start();
		const url = `${simulator.urls.huskyVoice}/calls`;
		const { status, json } = await ask(url, {
			method: 'PUT',
			headers: bearer(simulator),
			json: {},
		});
		expect(status).toBe(404);
		expect(json.error.code).toBe('NOT_FOUND');
	});
});

describe('Idempotency-Key', () => {
	const key = { 'Idempotency-Key': 'execution-1-item-0' };

	test('gives the same call for the same key, which rings once', async () => {
		await start();
		const first = await createHuskyVoice(simulator, huskyVoiceCall, key);
		const second = await createHuskyVoice(simulator, huskyVoiceCall, key);
		expect(second.status).toBe(201);
		expect(second.json).toEqual(first.json);
		expect(simulator.calls).toHaveLength(1);
		expect(simulator.placedTwice()).toEqual([]);
	});

	test('refuses the same key with another body', async () => {
		await start();
		await createHuskyVoice(simulator, huskyVoiceCall, key);
		const other = { ...huskyVoiceCall, contact_number: '+919876543211' };
		expect((await createHuskyVoice(simulator, other, key)).status).toBe(409);
		expect(simulator.calls).toHaveLength(1);
	});

	test('is not used up by a refused request', async () => {
		await start();
		await createHuskyVoice(simulator, {}, key);
		expect((await createHuskyVoice(simulator, huskyVoiceCall, key)).status).toBe(201);
	});

	test('without it two requests are two calls, and the count shows it', async () => {
		await start();
		await createHuskyVoice(simulator);
		await createHuskyVoice(simulator);
		expect(simulator.placed()).toEqual({ '+919876543210': 2 });
		expect(simulator.placedTwice()).toEqual(['+919876543210']);
	});

	test('calls are counted by marker where there is one', async () => {
		await start();
		const marked = (marker) => ({ ...huskyVoiceCall, additional_info: { marker } });
		await createHuskyVoice(simulator, marked('item-1'));
		await createHuskyVoice(simulator, marked('item-2'));
		expect(simulator.placed()).toEqual({ 'item-1': 1, 'item-2': 1 });
		expect(simulator.placedTwice()).toEqual([]);
	});
});

describe('GET /v1/calls/:id', () => {
	test('tells the status', async () => {
		await start();
		const id = await created();
		expect((await get(id)).json.data).toMatchObject({ call_id: id, status: 'queued' });
		await simulator.play(id, { until: 'ringing' });
		expect((await get(id)).json.data.status).toBe('ringing');
	});

	test('does not know a nonsense id, once the key is right', async () => {
		await start();
		expect((await get('nonsense')).status).toBe(404);
		expect((await ask(callUrl('nonsense'), { method: 'GET' })).status).toBe(401);
	});

	test('decodes an id in the path', async () => {
		await start({ newCallId: () => 'call/1 ü?' });
		expect((await get(await created())).json.data.call_id).toBe('call/1 ü?');
	});
});

describe('POST /v1/calls/:id/cancel', () => {
	test('cancels what is queued, flat, and again without harm', async () => {
		await start();
		const id = await created();
		const first = await cancel(id);
		expect(first.status).toBe(200);
		expect(first.json).toEqual({
			success: true,
			call_id: id,
			status: 'cancelled',
			message: expect.any(String),
		});
		expect((await cancel(id)).json).toEqual(first.json);
		expect(simulator.calls[0].history).toEqual(['queued', 'cancelled']);
	});

	test('refuses what has begun, and says its state', async () => {
		await start();
		const id = await created();
		await simulator.play(id, { until: 'in_progress' });
		const { status, json } = await cancel(id);
		expect(status).toBe(409);
		expect(json.error.message).toContain('in_progress');
	});

	test('does not know a nonsense id', async () => {
		await start();
		expect((await cancel('nonsense')).status).toBe(404);
	});
});

describe('DELETE /v1/calls/:id', () => {
	test('erases a completed call, wrapped in data', async () => {
		await start();
		const id = await created();
		await simulator.play(id);
		const { status, json } = await erase(id);
		expect(status).toBe(200);
		expect(json).toEqual({ data: { call_id: id, deleted: true } });
		expect((await get(id)).status).toBe(404);
		expect((await erase(id)).status).toBe(404);
	});

	test('takes x-api-key, as its page shows, and no other', async () => {
		await start();
		const id = await created();
		await simulator.play(id);
		expect((await erase(id, { 'x-api-key': 'wrong' })).status).toBe(401);
		expect((await erase(id, bearer(simulator))).status).toBe(401);
		expect((await erase(id, { ...bearer(simulator), ...plain(simulator) })).status).toBe(200);
	});

	test('does not find a call that is not completed', async () => {
		await start();
		const { status, json } = await erase(await created());
		expect(status).toBe(404);
		expect(json.error.code).toBe('NOT_FOUND');
	});
});

describe('POST /v1/hooks/:token', () => {
	const hook = (json) => ask(simulator.urls.huskyVoiceInbound, { json });

	test('places a call, flat', async () => {
		await start();
		const { status, json } = await createByHook(simulator);
		expect(status).toBe(200);
		expect(json).toEqual({
			success: true,
			call_id: simulator.calls[0].id,
			status: 'queued',
			message: expect.any(String),
		});
	});

	test('cancels it', async () => {
		await start();
		const { call_id: id } = (await createByHook(simulator)).json;
		const { json } = await hook({ action: 'call.cancel', data: { call_id: id } });
		expect(json).toMatchObject({ success: true, call_id: id, status: 'cancelled' });
	});

	test('erases it once it is completed', async () => {
		await start();
		const { call_id: id } = (await createByHook(simulator)).json;
		const request = { action: 'call.delete', data: { call_id: id } };
		expect((await hook(request)).status).toBe(404);
		await simulator.play(id);
		expect((await hook(request)).json).toEqual({ success: true, call_id: id, deleted: true });
		expect((await hook(request)).status).toBe(404);
	});

	test('knows no idempotency', async () => {
		await start();
		await createByHook(simulator);
		await createByHook(simulator);
		expect(simulator.placedTwice()).toEqual(['+919876543210']);
	});

	test('refuses a wrong token', async () => {
		await start();
		const url = `${simulator.urls.huskyVoice}/hooks/wrong`;
		const { status, json } = await ask(url, { json: { action: 'call.create', data: {} } });
		expect(status).toBe(401);
		expect(json.error.code).toBe('UNAUTHORIZED');
	});

	test.each([
		['no action', { data: {} }],
		['no data', { action: 'call.create' }],
		['an unknown action', { action: 'call.explode', data: {} }],
		['a call without a number', { action: 'call.create', data: { agent_id: 'agent_123' } }],
		['a cancel without an id', { action: 'call.cancel', data: {} }],
		['a delete without an id', { action: 'call.delete', data: {} }],
	])('refuses %s', async (_what, json) => {
		await start();
		expect((await hook(json)).status).toBe(400);
		expect(simulator.calls).toHaveLength(0);
	});
});

test('records each request with its raw headers and bytes', async () => {
	await start();
	await createHuskyVoice(simulator, huskyVoiceCall, { 'X-Mine': 'as written' });
	const [request] = simulator.requests;
	expect(request).toMatchObject({
		method: 'POST',
		path: '/v1/calls',
		route: 'huskyVoice.create',
		status: 201,
		params: [],
	});
	expect(request.body.toString()).toBe(JSON.stringify(huskyVoiceCall));
	expect(request.rawHeaders).toContain('as written');
});
