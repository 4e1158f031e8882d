'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { itemsOf } = require('../../tools/n8n-host');
const { sampleEvent } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { calls, startSimulator, ways } = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');
const { asleep, resultOf, webhookOf } = require('./waitingExecutions');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

/** One with an idempotency key, and one without. */
const KEYED = 'Mirai Minds v2';
const UNKEYED = 'EnableX';
/** So often the node sends a request whose outcome it does not know, if there is a key. */
const TRIES = 4;

describe('Create and Wait, run again after nobody knew whether the call was placed', () => {
	let client;
	let simulator;
	const open = [];

	beforeAll(async () => (client = await sharedN8n()));
	afterEach(async () => {
		for (const { remove } of open.splice(0)) await remove();
		await simulator.stop();
	});

	async function publish(way, nodeSettings = {}) {
		const parameters = { ...calls[way](), operation: 'createAndWait' };
		const published = await publishCallWorkflow(client, { simulator, parameters, nodeSettings });
		open.push(published);
		return published;
	}
	const addressesIn = (requests) =>
		new Set(requests.map(({ json }) => webhookOf({ provider: 'miraiMindsV2', request: json })));
	const keysIn = (requests) => new Set(requests.map(ways[KEYED].keyOf));
	async function firstCall() {
		while (simulator.calls.length === 0) await delay(20);
		return simulator.calls[0];
	}

	test('Retry On Fail, with a key: the same address again, one call, and its result, though it ended before', async () => {
		simulator = await startSimulator({
			limit: null,
			webhooks: { retries: 12, repeatsAll: true, factor: 0.5 },
		});
		simulator.misbehave({ how: 'error-after', times: TRIES, route: 'miraiMindsV2.create' });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 100 };
		const published = await publish(KEYED, settings);
		await published.start([{ row: 7 }]);
		const call = await firstCall();
		const [sent] = await simulator.play(call, { outcome: 'no-answer' });
		expect(sent.attempts.map(({ status }) => status)).toContain(409);
		expect(sent.delivered).toBe(true);
		expect(itemsOf(await resultOf(client, published), NODE)).toMatchObject([
			{ callId: call.id, status: 'no-answer', timedOut: false, input: { row: 7 } },
		]);
		expect(simulator.requests).toHaveLength(TRIES + 1);
		expect(addressesIn(simulator.requests).size).toBe(1);
		expect(keysIn(simulator.requests).size).toBe(1);
		expect(simulator.calls).toHaveLength(1);
	});

	test('Retry On Fail, without a key: nothing is sent again, and nothing sleeps', async () => {
		simulator = await startSimulator({ limit: null });
		simulator.misbehave({ how: 'reset-after', route: 'enableX.create' });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 100 };
		const published = await publish(UNKEYED, settings);
		await published.start([{}]);
		const execution = await resultOf(client, published);
		expect(execution.status).toBe('error');
		expect(errorOf(execution).description).toMatch(/nothing was sent this time/);
		expect(simulator.requests).toHaveLength(1);
		expect(simulator.calls).toHaveLength(1);
	});

	test('Retry in the list of executions, with a key: no second call, and the retry waits with its ID', async () => {
		simulator = await startSimulator({ limit: null });
		simulator.misbehave({ how: 'error-after', times: TRIES, route: 'miraiMindsV2.create' });
		const published = await publish(KEYED);
		await published.start([{ row: 7 }]);
		const first = await resultOf(client, published);
		expect(errorOf(first).description).toMatch(/its result is sent to this execution alone/);
		await client.retryExecution(first.id);
		const [retry] = await asleep(client, published.workflow.id, 1);

		const [call] = simulator.calls;
		expect(simulator.calls).toHaveLength(1);
		expect(keysIn(simulator.requests).size).toBe(1);
		expect(addressesIn(simulator.requests).size).toBe(2);
		const { data } = await client.getExecution(retry.id);
		expect(data.executionData.nodeExecutionStack[0].data.main[0][0].json).toMatchObject({
			callId: call.id,
			status: 'unknown',
			timedOut: true,
			input: { row: 7 },
		});

		// The platform keeps the address of the first request, whose execution is over.
		const event = sampleEvent(call.provider, 'call.completed', { callId: call.id });
		const delivery = signedDelivery(call.provider, event, simulator.credentials[call.provider]);
		expect((await send(webhookOf(call), delivery)).status).toBe(409);
		await client.stopExecution(retry.id);
	});
});
