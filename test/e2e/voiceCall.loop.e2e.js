'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const { importExample } = require('../../tools/workflows/importExample');
const { startSimulator } = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');

describe('workflows/place-a-call-and-act-on-its-result.json', () => {
	let client;
	let simulator;
	let example;

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator();
		const { signingSecret } = simulator.credentials.huskyVoice;
		example = await importExample(client, 'place-a-call-and-act-on-its-result.json', {
			credentials: {
				huskyVoiceInboundUrlApi: { secretInboundUrl: simulator.urls.huskyVoiceInbound },
				huskyVoiceWebhookApi: { signingSecret },
			},
		});
		simulator.subscribe('huskyVoice', example.url);
	});
	afterAll(async () => {
		if (example) await client.deleteWorkflow(example.workflow.id);
		await simulator?.stop();
	});

	/** Places a call by hand; what the trigger then starts is in executions of its own. */
	const placeCall = async () => {
		const placing = await client.runManually(example.workflow, 'Start by hand');
		expect(placing.status).toBe('success');
		const [{ success, callId }] = itemsOf(placing, 'Voice Call');
		expect(success).toBe(true);
		return callId;
	};
	const resultOf = async (callId, outcome) => {
		const before = await client.countExecutions(example.workflow.id);
		await simulator.play(callId, { outcome });
		const [newest, ...others] = await client.waitForExecutions(example.workflow.id, before + 1);
		expect(others).toHaveLength(before);
		return await client.getExecution(newest.id);
	};

	test('a call is placed, rings, and its verified result arrives under the same ID', async () => {
		const callId = await placeCall();
		expect(simulator.calls.at(-1)).toMatchObject({ id: callId, contact: '+919876543210' });
		const execution = await resultOf(callId, 'completed');
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Voice Call Trigger')).toMatchObject([
			{
				provider: 'huskyVoice',
				event: { type: 'call.completed' },
				call: { id: callId, status: 'completed' },
				delivery: { scheme: 'hmac-sha256', verifiedWith: 'current' },
			},
		]);
		expect(itemsOf(execution, 'Person reached')).toMatchObject([
			{ callId, summary: expect.any(String), durationSeconds: expect.any(Number) },
		]);
		expect(itemsOf(execution, 'Not reached')).toEqual([]);
	});

	test('a call that nobody answers takes the other branch', async () => {
		const callId = await placeCall();
		const execution = await resultOf(callId, 'no-answer');
		expect(itemsOf(execution, 'Not reached')).toMatchObject([{ callId, status: 'failed' }]);
		expect(itemsOf(execution, 'Person reached')).toEqual([]);
	});
});
