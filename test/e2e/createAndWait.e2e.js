'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { itemsOf } = require('../../tools/n8n-host');
const { sampleEvent } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { standIns } = require('../../tools/simulator/standIns');
const { calls, startSimulator } = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');
const { asleep, resultOf, webhookOf } = require('./waitingExecutions');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

/** How each provider's call goes on, and which event of it ends the wait. */
const WAYS = {
	EnableX: { last: 'disconnected', failure: 'failed' },
	'Mirai Minds': { last: 'call.lifecycle-ended', failure: 'call.lifecycle-ended' },
};

/** Events of a call that goes on. */
const ALIVE = ['ringing', 'call.in-progress'];

describe.each(Object.entries(WAYS))('Create and Wait with %s', (way, { last, failure }) => {
	let client;
	let simulator;
	const open = [];

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator({ limit: null });
	});
	afterEach(async () => {
		for (const { remove } of open.splice(0)) await remove();
	});
	afterAll(async () => await simulator?.stop());

	/** A workflow with one call placed, whose execution sleeps. */
	async function placed(parameters = {}) {
		const own = { ...calls[way](), operation: 'createAndWait', ...parameters };
		const published = await publishCallWorkflow(client, { simulator, parameters: own });
		open.push(published);
		await published.start([{ row: 7, name: 'Ada' }]);
		const [execution] = await asleep(client, published.workflow.id, 1);
		return { published, execution, call: simulator.calls.at(-1) };
	}

	test('goes on with the verified result of the call, and with the fields of the input', async () => {
		const { published, call } = await placed();
		const sent = await simulator.play(call, { outcome: 'completed' });
		expect(sent.map(({ delivered }) => delivered)).toEqual(sent.map(() => true));
		const execution = await resultOf(client, published);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, NODE)).toEqual([
			{
				provider: call.provider,
				callId: call.id,
				status: 'completed',
				timedOut: false,
				event: expect.objectContaining({ type: last }),
				call: expect.objectContaining({ id: call.id, status: 'completed' }),
				delivery: expect.objectContaining({ verifiedWith: expect.any(String) }),
				payload: expect.any(Object),
				input: { row: 7, name: 'Ada' },
			},
		]);
	});

	test.each(['busy', 'no-answer', 'failed'])(
		'a call that ends as %s is a result, too',
		async (outcome) => {
			const { published, call } = await placed();
			await simulator.play(call, { outcome });
			const execution = await resultOf(client, published);
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, NODE)).toMatchObject([
				{ status: outcome, timedOut: false, call: { id: call.id, status: outcome } },
			]);
			if (outcome === 'failed') expect(itemsOf(execution, NODE)[0].event.type).toBe(failure);
		},
	);

	test('sleeps on through events that are forged, of another call, or not the end', async () => {
		const { published, execution, call } = await placed();
		const url = webhookOf(call);
		const { provider } = call;
		const secrets = simulator.credentials[provider];
		const end = (facts) => signedDelivery(provider, sampleEvent(provider, last, facts), secrets);
		const genuine = end({ callId: call.id });

		const other = await simulatorOfAnotherAccount(provider);
		const forged = signedDelivery(
			provider,
			sampleEvent(provider, last, { callId: call.id }),
			other,
		);
		expect((await send(url, forged)).status).toBe(401);
		const wrongToken = url.replace(/signature=\w{4}/, 'signature=0000');
		expect((await send(wrongToken, genuine)).status).toBe(401);
		expect((await send(url, end({ callId: 'call_of_somebody_else' }))).status).toBe(200);
		const [early] = Object.keys(standIns[provider].events).filter((type) => ALIVE.includes(type));
		const ringing = sampleEvent(provider, early, { callId: call.id });
		expect((await send(url, signedDelivery(provider, ringing, secrets))).status).toBe(200);
		await delay(500);
		const [still] = await client.listExecutions(published.workflow.id);
		expect(still).toMatchObject({ id: execution.id, status: 'waiting' });

		expect((await send(url, genuine)).status).toBe(200);
		const woken = await resultOf(client, published);
		expect(itemsOf(woken, NODE)).toMatchObject([{ callId: call.id, timedOut: false }]);
		expect((await send(url, genuine)).status).toBe(409);
	});

	test('two equal events at once wake it once', async () => {
		const { published, call } = await placed();
		const { provider } = call;
		const event = sampleEvent(provider, last, { callId: call.id });
		const delivery = signedDelivery(provider, event, simulator.credentials[provider]);
		const answers = await Promise.all(
			Array.from({ length: 5 }, async () => (await send(webhookOf(call), delivery)).status),
		);
		const execution = await resultOf(client, published);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, NODE)).toHaveLength(1);
		expect(await client.countExecutions(published.workflow.id)).toBe(1);
		expect(answers.filter((status) => status === 200)).toHaveLength(1);
		// n8n says 500 to those that it woke nothing for, and 409 to those that came later.
		expect(answers.filter((status) => ![200, 409, 500].includes(status))).toEqual([]);
		const { status } = await send(webhookOf(call), delivery);
		expect(status).toBe(409);
	});

	async function simulatorOfAnotherAccount(provider) {
		const another = await startSimulator();
		await another.stop();
		const { publicKey } = simulator.credentials[provider];
		const secrets = another.credentials[provider];
		return publicKey === undefined ? secrets : { ...secrets, publicKey };
	}
});

describe('Create and Wait, whatever the provider', () => {
	const way = calls.EnableX;
	const end = 'disconnected';
	let client;
	let simulator;
	const open = [];

	beforeAll(async () => (client = await sharedN8n()));
	beforeEach(async () => (simulator = await startSimulator({ limit: null })));
	afterEach(async () => {
		for (const { remove } of open.splice(0)) await remove();
		await simulator.stop();
	});

	async function publish(parameters = {}, more = {}) {
		const own = { ...way(), operation: 'createAndWait', ...parameters };
		const published = await publishCallWorkflow(client, { simulator, parameters: own, ...more });
		open.push(published);
		return published;
	}
	const deliveryFor = (call) => {
		const event = sampleEvent(call.provider, end, { callId: call.id });
		return signedDelivery(call.provider, event, simulator.credentials[call.provider]);
	};
	/** A call whose provider sends its end before it has answered the request that placed it. */
	async function endedEarly(published) {
		simulator.misbehave({ how: 'slow', delayMs: 2000, route: 'enableX.create' });
		await published.start([{}]);
		while (simulator.calls.length === 0) await delay(20);
		return simulator.calls[0];
	}

	test('an event from before it sleeps is answered 409, and is lost where nobody repeats it', async () => {
		const published = await publish();
		const call = await endedEarly(published);
		expect((await send(webhookOf(call), deliveryFor(call))).status).toBe(409);
		const [{ id }] = await asleep(client, published.workflow.id, 1);
		await delay(500);
		const [still] = await client.listExecutions(published.workflow.id);
		expect(still).toMatchObject({ id, status: 'waiting' });
		expect((await send(webhookOf(call), deliveryFor(call))).status).toBe(200);
		await resultOf(client, published);
	});

	test('a provider that repeats what was answered 409 loses nothing', async () => {
		await simulator.stop();
		simulator = await startSimulator({
			limit: null,
			webhooks: { retries: 8, repeatsAll: true, factor: 0.3 },
		});
		const published = await publish();
		const call = await endedEarly(published);
		const sent = await simulator.play(call, { outcome: 'failed' });
		expect(sent.flatMap(({ attempts }) => attempts.map(({ status }) => status))).toContain(409);
		const execution = await resultOf(client, published);
		expect(itemsOf(execution, NODE)).toMatchObject([{ callId: call.id, status: 'failed' }]);
	});

	test('a call that may or may not have been placed is an error, and nothing sleeps', async () => {
		const published = await publish();
		simulator.misbehave({ how: 'reset-after', route: 'enableX.create' });
		await published.start([{}]);
		const execution = await resultOf(client, published);
		expect(execution.status).toBe('error');
		expect(errorOf(execution).message).toMatch(/^It is not known whether EnableX placed the call/);
		expect(simulator.calls).toHaveLength(1);
		expect(
			(await send(webhookOf(simulator.calls[0]), deliveryFor(simulator.calls[0]))).status,
		).toBe(409);
	});

	test('several items are refused before anything is placed', async () => {
		const published = await publish();
		await published.start([{}, {}]);
		const execution = await resultOf(client, published);
		expect(errorOf(execution)).toMatchObject({
			message: expect.stringMatching(/takes one item at a time, and got 2/),
			description: expect.stringMatching(/Loop Over Items/),
		});
		expect(simulator.requests).toEqual([]);
	});

	test('20 items, one after the other in a loop, each with its own result', async () => {
		await simulator.stop();
		simulator = await startSimulator({
			limit: null,
			pace: { queuedMs: 400, stepMs: 0 },
			outcome: ({ marker }) => (Number(marker) % 3 === 0 ? 'no-answer' : 'completed'),
			webhooks: { retries: 8, repeatsAll: true, factor: 0.3 },
		});
		const published = await publish(
			{ additionalFields: { ownerRef: '={{ $json.id }}' } },
			{ loop: true },
		);
		await published.start(Array.from({ length: 20 }, (_, at) => ({ id: String(at) })));
		const execution = await resultOf(client, published, { timeoutMs: 150_000 });
		expect(execution.status).toBe('success');
		const items = itemsOf(execution, NODE);
		expect(items.map(({ input }) => input.id)).toEqual(
			Array.from({ length: 20 }, (_, at) => `${at}`),
		);
		expect(items.map(({ callId }) => callId)).toEqual(simulator.calls.map(({ id }) => id));
		expect(items.map(({ status }) => status)).toEqual(
			items.map((_, at) => (at % 3 === 0 ? 'no-answer' : 'completed')),
		);
		expect(itemsOf(execution, 'Done')).toHaveLength(20);
	});

	test('a canceled execution is not woken; its call goes on, and its events are answered 409', async () => {
		const published = await publish();
		await published.start([{}]);
		const [{ id }] = await asleep(client, published.workflow.id, 1);
		await client.request('POST', `/executions/${id}/stop`, {});
		const [call] = simulator.calls;
		const { status } = await send(webhookOf(call), deliveryFor(call));
		expect(status).toBe(409);
		await delay(500);
		const [execution] = await client.listExecutions(published.workflow.id);
		expect(execution.status).toBe('canceled');
		expect(call.status).toBe('queued');
	});

	test('when the time is up, the item goes on and says so', async () => {
		const published = await publish({ waitMinutes: 0.02 });
		await published.start([{ row: 7 }]);
		const execution = await resultOf(client, published, { timeoutMs: 120_000 });
		expect(execution.status).toBe('success');
		const [call] = simulator.calls;
		expect(itemsOf(execution, NODE)).toMatchObject([
			{
				callId: call.id,
				status: 'unknown',
				timedOut: true,
				call: { id: call.id, status: 'unknown' },
				event: null,
				input: { row: 7 },
			},
		]);
		expect((await send(webhookOf(call), deliveryFor(call))).status).toBe(409);
	});
});
