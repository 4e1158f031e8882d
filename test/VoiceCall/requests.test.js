'use strict';

const { runNode } = require('./runNode');
const { calls, credentialsFor, credentialTypeOf, startSimulator } = require('./standIn');

/** What goes out for each operation, held against what the providers document. */
describe('Voice Call sends', () => {
	let simulator;
	let credentials;

	beforeAll(async () => {
		simulator = await startSimulator({ limit: null });
		credentials = credentialsFor(simulator);
	});
	beforeEach(() => {
		simulator.requests.length = 0;
	});
	afterAll(async () => await simulator.stop());

	const run = async (parameters, more = {}) => {
		const type = credentialTypeOf(parameters);
		const [item] = await runNode({
			parameters,
			credentials: { [type]: credentials[type] },
			...more,
		});
		return item;
	};
	const sent = () => {
		expect(simulator.requests).toHaveLength(1);
		const { method, path, headers, body } = simulator.requests[0];
		return { method, path, headers, body: body.length > 0 ? JSON.parse(body) : undefined };
	};
	const placed = async (parameters) => {
		const { json } = await run(parameters);
		simulator.requests.length = 0;
		return json.callId;
	};

	test('HuskyVoice, create by inbound URL', async () => {
		const item = await run({
			...calls['HuskyVoice by inbound URL'](),
			contactNumber: ' +91 98765-43210 ',
			additionalFields: {
				contactName: 'Raj Patel',
				contactEmail: 'raj@example.com',
				additionalInfoJson: '{"company": "Example", "size": 3, "marker": "lost"}',
				additionalInfo: {
					pairs: [
						{ key: 'marker', value: 'kept' },
						{ key: '', value: 'x' },
					],
				},
				customFields: '{"language": "hi"}',
			},
		});
		const { method, path, headers, body } = sent();
		expect({ method, path }).toEqual({
			method: 'POST',
			path: `/v1/hooks/${simulator.credentials.huskyVoice.inboundToken}`,
		});
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			accept: 'application/json',
		});
		expect(headers).not.toHaveProperty('authorization');
		expect(headers).not.toHaveProperty('idempotency-key');
		expect(body).toEqual({
			action: 'call.create',
			data: {
				agent_id: 'agent_123',
				contact_number: '+919876543210',
				contact_name: 'Raj Patel',
				contact_email: 'raj@example.com',
				additional_info: { company: 'Example', size: 3, marker: 'kept' },
				language: 'hi',
			},
		});
		const { id } = simulator.calls.at(-1);
		expect(item).toEqual({
			json: {
				success: true,
				provider: 'huskyVoice',
				callId: id,
				status: 'queued',
				message: 'Call queued successfully',
				response: {
					success: true,
					call_id: id,
					status: 'queued',
					message: 'Call queued successfully',
				},
			},
			pairedItem: { item: 0 },
		});
	});

	test('HuskyVoice, create by inbound URL with the two required fields alone', async () => {
		await run({ ...calls['HuskyVoice by inbound URL'](), additionalFields: {} });
		expect(sent().body).toEqual({
			action: 'call.create',
			data: { agent_id: 'agent_123', contact_number: '+919876543210' },
		});
	});

	test('HuskyVoice, cancel by inbound URL', async () => {
		const parameters = calls['HuskyVoice by inbound URL']();
		const callId = await placed(parameters);
		const { json } = await run({ ...parameters, operation: 'cancel', callId });
		const { method, path, body } = sent();
		expect({ method, path, body }).toEqual({
			method: 'POST',
			path: `/v1/hooks/${simulator.credentials.huskyVoice.inboundToken}`,
			body: { action: 'call.cancel', data: { call_id: callId } },
		});
		expect(json).toMatchObject({ success: true, callId, status: 'canceled' });
	});

	test('HuskyVoice, create by API key', async () => {
		const item = await run(calls['HuskyVoice by API key']());
		const { method, path, headers, body } = sent();
		expect({ method, path }).toEqual({ method: 'POST', path: '/v1/calls' });
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			authorization: `Bearer ${simulator.credentials.huskyVoice.apiKey}`,
			'idempotency-key': expect.stringMatching(/^n8n-[0-9a-f]{40}$/),
		});
		expect(body).toEqual({
			agent_id: 'agent_123',
			contact_number: '+919876543210',
			additional_info: { marker: 'm' },
		});
		expect(item.json).toMatchObject({
			success: true,
			callId: simulator.calls.at(-1).id,
			status: 'queued',
			message: 'HuskyVoice AI accepted the call',
		});
	});

	test('HuskyVoice, create by API key with an idempotency key of the person', async () => {
		await run({
			...calls['HuskyVoice by API key'](),
			additionalFields: { idempotencyKey: ' lead 42 ' },
		});
		expect(sent().headers['idempotency-key']).toBe('lead 42');
	});

	test.each([
		['cancel', 'POST', '/cancel', { success: true, status: 'canceled' }],
		['get', 'GET', '', { success: true, status: 'queued' }],
	])('HuskyVoice, %s by API key', async (operation, method, rest, expected) => {
		const parameters = calls['HuskyVoice by API key']();
		const callId = await placed(parameters);
		const { json } = await run({ ...parameters, operation, callId });
		const request = sent();
		expect(request).toMatchObject({ method, path: `/v1/calls/${callId}${rest}`, body: undefined });
		expect(request.headers.authorization).toBe(`Bearer ${simulator.credentials.huskyVoice.apiKey}`);
		expect(request.headers).not.toHaveProperty('idempotency-key');
		expect(json).toMatchObject({ ...expected, provider: 'huskyVoice', callId });
	});

	test('HuskyVoice, delete by API key', async () => {
		const parameters = calls['HuskyVoice by API key']();
		const callId = await placed(parameters);
		await simulator.play(callId, { outcome: 'completed' });
		const item = await run({ ...parameters, operation: 'delete', callId });
		expect(sent()).toMatchObject({
			method: 'DELETE',
			path: `/v1/calls/${callId}`,
			body: undefined,
		});
		expect(item).toEqual({ json: { deleted: true, callId }, pairedItem: { item: 0 } });
	});

	test('HuskyVoice, a bare answer to create', async () => {
		const bare = await startSimulator({ huskyVoice: { bareAnswers: true } });
		try {
			const parameters = calls['HuskyVoice by API key']();
			const own = { huskyVoiceApi: credentialsFor(bare).huskyVoiceApi };
			const [{ json }] = await runNode({ parameters, credentials: own });
			expect(json).toMatchObject({ success: true, callId: bare.calls[0].id, status: 'queued' });
		} finally {
			await bare.stop();
		}
	});

	test('EnableX, create', async () => {
		const action = { play: { text: 'Hello', language: 'en-US', voice: 'female', prompt_ref: '1' } };
		const item = await run({
			...calls.EnableX(),
			onConnect: 'text',
			text: 'Hello',
			promptRef: '1',
			additionalFields: {
				name: 'Reminder',
				ownerRef: 'lead 42',
				eventUrl: 'https://n8n.example.com/webhook/x/voice-call',
				autoRecord: true,
				customFields: '{"custom_data": {"lead": 42}}',
			},
		});
		const { appId, appKey } = simulator.credentials.enableX;
		const { method, path, headers, body } = sent();
		expect({ method, path }).toEqual({ method: 'POST', path: '/voice/v1/call' });
		expect(headers.authorization).toBe(
			`Basic ${Buffer.from(`${appId}:${appKey}`).toString('base64')}`,
		);
		expect(headers['content-type']).toBe('application/json');
		expect(body).toEqual({
			name: 'Reminder',
			owner_ref: 'lead 42',
			from: '+14155550100',
			to: '+14155550123',
			auto_record: true,
			event_url: 'https://n8n.example.com/webhook/x/voice-call',
			action_on_connect: action,
			custom_data: { lead: 42 },
		});
		expect(item.json).toMatchObject({
			success: true,
			provider: 'enableX',
			callId: simulator.calls.at(-1).id,
			status: 'initiated',
		});
	});

	test('EnableX, numbers as digits only', async () => {
		await run({ ...calls.EnableX(), additionalFields: { numberFormat: 'digits' } });
		expect(sent().body).toEqual({ from: '14155550100', to: '14155550123' });
	});

	test('EnableX, cancel', async () => {
		const callId = await placed(calls.EnableX());
		const { json } = await run({ ...calls.EnableX(), operation: 'cancel', callId });
		expect(sent()).toMatchObject({
			method: 'DELETE',
			path: `/voice/v1/call/${callId}`,
			body: undefined,
		});
		expect(json).toMatchObject({ success: true, provider: 'enableX', callId, status: 'completed' });
	});

	test('Mirai Minds, create', async () => {
		const item = await run({
			...calls['Mirai Minds'](),
			callbackUrl: 'https://n8n.example.com/webhook/x/voice-call',
			payload: '{"name": "Raj"}',
			additionalFields: { priority: true, metadata: '{"lead": 42}', customFields: '{"x": 1}' },
		});
		const { publicKey, privateKey, workspace } = simulator.credentials.miraiMinds;
		const { method, path, headers, body } = sent();
		expect({ method, path }).toEqual({ method: 'POST', path: '/v2/call/initiate' });
		expect(headers).toMatchObject({
			'x-public-key': publicKey,
			'x-private-key': privateKey,
			workspace,
			'content-type': 'application/json',
		});
		expect(body).toEqual({
			phoneNumber: '+919876543210',
			assistant: '65f0c0ffee',
			payload: { name: 'Raj' },
			callbackUrl: 'https://n8n.example.com/webhook/x/voice-call',
			priority: true,
			metadata: { lead: 42 },
			x: 1,
		});
		expect(item.json).toMatchObject({
			success: true,
			provider: 'miraiMinds',
			callId: simulator.calls.at(-1).id,
			status: 'initiated',
		});
	});

	test('Mirai Minds, create without a payload sends an empty one', async () => {
		await run({ ...calls['Mirai Minds'](), additionalFields: {} });
		expect(sent().body).toEqual({
			phoneNumber: '+919876543210',
			assistant: '65f0c0ffee',
			payload: {},
		});
	});

	test('Mirai Minds, cancel', async () => {
		const callId = await placed(calls['Mirai Minds']());
		const { json } = await run({ ...calls['Mirai Minds'](), operation: 'cancel', callId });
		expect(sent()).toMatchObject({ method: 'POST', path: '/v2/call/abort', body: { callId } });
		expect(json).toMatchObject({
			success: true,
			provider: 'miraiMinds',
			callId,
			status: 'canceled',
			message: 'Call aborted successfully',
		});
	});

	test.each([
		['HuskyVoice by API key', 'get', '/v1/calls/'],
		['HuskyVoice by API key', 'delete', '/v1/calls/'],
		['EnableX', 'cancel', '/voice/v1/call/'],
	])('%s, %s: a call ID that is not made for URLs', async (name, operation, path) => {
		const callId = ' a/../b?c=d#e %2f ü ';
		const failing = run({ ...calls[name](), operation, callId });
		await expect(failing).rejects.toThrow(`knows no such call: ${callId.trim()}`);
		expect(simulator.requests[0].path).toBe(`${path}${encodeURIComponent(callId.trim())}`);
	});
});
