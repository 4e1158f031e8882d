'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { itemsOf } = require('../../tools/n8n-host');
const { sampleEvent } = require('../../tools/simulator/events');
const { secretsOf } = require('../../tools/simulator/secretsOf');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { calls, startSimulator } = require('../VoiceCall/standIn');
const { sinceN8n2 } = require('./conditions');
const { sharedN8n } = require('./sharedN8n');
const { asleep, resultOf, webhookOf } = require('./waitingExecutions');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

/**
 * How each provider's call goes on: an event of a call that is still on, the one that ends the wait, and the one
 * that ends it where the call fails in some way. `over` is the stand-in's word for a call that has ended:
 * what it sends after that finds nobody asleep.
 */
const WAYS = {
	'Bland AI': {
		early: 'in_call.call',
		last: 'call.report',
		failures: { 'no-answer': 'call.report' },
	},
	EnableX: {
		early: 'ringing',
		last: 'disconnected',
		failures: { busy: 'disconnected', 'no-answer': 'disconnected', failed: 'failed' },
	},
	'Mirai Minds': {
		early: 'call.in-progress',
		last: 'call.lifecycle-ended',
		failures: {
			busy: 'call.lifecycle-ended',
			'no-answer': 'call.lifecycle-ended',
			failed: 'call.lifecycle-ended',
		},
	},
	'Mirai Minds v2': {
		early: 'call.started',
		last: 'call.completed',
		failures: { 'no-answer': 'call.failed' },
		over: 'completed',
		analysis: 'call.processed',
	},
	'Retell AI': {
		early: 'call_started',
		last: 'call_ended',
		failures: { 'no-answer': 'call_ended' },
		over: 'ended',
		analysis: 'call_analyzed',
	},
	Telnyx: {
		early: 'call.answered',
		last: 'call.hangup',
		failures: { busy: 'call.hangup', 'no-answer': 'call.hangup', failed: 'call.hangup' },
	},
	Ultravox: {
		early: 'call.joined',
		last: 'call.ended',
		failures: { 'no-answer': 'call.ended' },
		over: 'ended',
	},
	Vapi: {
		early: 'speech-update',
		last: 'status-update',
		facts: { status: 'ended' },
		failures: { 'no-answer': 'status-update' },
		over: 'ended',
		analysis: 'end-of-call-report',
	},
};

describe.each(Object.entries(WAYS))('Create and Wait with %s', (way, kinds) => {
	const { early, last, facts = {}, failures, over, analysis } = kinds;
	let client;
	let simulator;
	let workflow;
	let analyzing;

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator({ limit: null });
		workflow = await publish();
		if (analysis !== undefined) analyzing = await publish({ waitFor: 'analyzed' });
	});
	afterAll(async () => {
		await workflow?.remove();
		await analyzing?.remove();
		await simulator?.stop();
	});

	async function publish(more = {}) {
		const parameters = { ...calls[way](), operation: 'createAndWait', ...more };
		return await publishCallWorkflow(client, { simulator, parameters });
	}
	/** One call placed, whose execution sleeps. */
	async function placed(published = workflow) {
		await published.start([{ row: 7, name: 'Ada' }]);
		const [execution] = await asleep(client, published.workflow.id, 1);
		return { published, execution, call: simulator.calls.at(-1) };
	}

	test('goes on with the verified result of the call, and with the fields of the input', async () => {
		const { execution, call } = await placed();
		const sent = await simulator.play(call, { outcome: 'completed', until: over });
		expect(sent.at(-1).type).toBe(last);
		expect(sent.map(({ delivered }) => delivered)).toEqual(sent.map(() => true));
		const woken = await client.waitForExecution(execution.id);
		expect(woken.status).toBe('success');
		expect(itemsOf(woken, NODE)).toEqual([
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

	test('an option that reads the item is that of the item that the call was placed for', async () => {
		const published = await publish({ options: { ipAllowlist: '={{ $json.senders }}' } });
		try {
			await published.start([{ senders: '127.0.0.1, ::1' }]);
			const [execution] = await asleep(client, published.workflow.id, 1);
			const call = simulator.calls.at(-1);
			const sent = await simulator.play(call, { outcome: 'completed', until: over });
			expect(sent.map(({ delivered }) => delivered)).toEqual(sent.map(() => true));
			const woken = await client.waitForExecution(execution.id);
			expect(itemsOf(woken, NODE)).toMatchObject([{ status: 'completed', timedOut: false }]);
		} finally {
			await published.remove();
		}
	});

	test.each(Object.entries(failures))(
		'a call that ends as %s is a result, too',
		async (outcome, type) => {
			const { execution, call } = await placed();
			await simulator.play(call, { outcome });
			const woken = await client.waitForExecution(execution.id);
			expect(woken.status).toBe('success');
			expect(itemsOf(woken, NODE)).toMatchObject([
				{
					status: outcome,
					timedOut: false,
					event: { type },
					call: { id: call.id, status: outcome },
				},
			]);
		},
	);

	if (analysis !== undefined) {
		test('goes on with the analysis where that is waited for', async () => {
			const { execution, call } = await placed(analyzing);
			const sent = await simulator.play(call, { outcome: 'completed' });
			expect(sent.map(({ delivered }) => delivered)).toEqual(sent.map(() => true));
			const woken = await client.waitForExecution(execution.id);
			expect(itemsOf(woken, NODE)).toMatchObject([
				{ callId: call.id, status: 'completed', timedOut: false, event: { type: analysis } },
			]);
		});
	}

	test('sleeps on through events that are forged, of another call, or not the end', async () => {
		const { published, execution, call } = await placed();
		const url = webhookOf(call);
		const { provider } = call;
		const secrets = secretsOf(simulator.credentials, call);
		const endOf = (callId) => sampleEvent(provider, last, { at: new Date(), ...facts, callId });
		const end = (callId) => signedDelivery(provider, endOf(callId), secrets);
		const genuine = end(call.id);

		const other = await simulatorOfAnotherAccount(provider);
		const forged = signedDelivery(provider, endOf(call.id), other);
		expect((await send(url, forged)).status).toBe(401);
		expect((await send(url, end('call_of_somebody_else'))).status).toBe(200);
		const ringing = sampleEvent(provider, early, { callId: call.id });
		expect((await send(url, signedDelivery(provider, ringing, secrets))).status).toBe(200);
		await delay(500);
		const [still] = await client.listExecutions(published.workflow.id);
		expect(still).toMatchObject({ id: execution.id, status: 'waiting' });

		expect((await send(url, genuine)).status).toBe(200);
		const woken = await client.waitForExecution(execution.id);
		expect(itemsOf(woken, NODE)).toMatchObject([{ callId: call.id, timedOut: false }]);
		expect((await send(url, genuine)).status).toBe(409);
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

	sinceN8n2(test)('a genuine event without the token of the execution is refused', async () => {
		const published = await publish();
		await published.start([{}]);
		const [{ id }] = await asleep(client, published.workflow.id, 1);
		const [call] = simulator.calls;
		const url = webhookOf(call);
		const wrong = url.replace(/signature=\w{4}/, 'signature=0000');
		expect(wrong).not.toBe(url);
		for (const address of [wrong, url.split('?')[0]]) {
			expect((await send(address, deliveryFor(call))).status).toBe(401);
		}
		const [still] = await client.listExecutions(published.workflow.id);
		expect(still).toMatchObject({ id, status: 'waiting' });
	});

	test('two equal events at once wake it once', async () => {
		const published = await publish();
		await published.start([{}]);
		await asleep(client, published.workflow.id, 1);
		const [call] = simulator.calls;
		const delivery = deliveryFor(call);
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
		await client.stopExecution(id);
		const [call] = simulator.calls;
		const { status } = await send(webhookOf(call), deliveryFor(call));
		expect(status).toBe(409);
		await delay(500);
		const [execution] = await client.listExecutions(published.workflow.id);
		expect(execution.status).toBe('canceled');
		expect(call.status).toBe('queued');
		// The ID that the call can be canceled with.
		const [{ callId }] = itemsOf(await client.getExecution(id), NODE);
		expect(callId).toBe(call.id);
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
