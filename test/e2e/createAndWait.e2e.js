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
const { NODE, publishCallWorkflow } = require('./voiceCallWorkflow');

/** How each provider's call goes on, and which event of it ends the wait. */
const WAYS = {
	EnableX: { last: 'disconnected', failure: 'failed' },
	'Mirai Minds v1': { last: 'call.lifecycle-ended', failure: 'call.lifecycle-ended' },
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
		expect(answers.filter((status) => status !== 200 && status !== 409)).toEqual([]);
	});

	async function simulatorOfAnotherAccount(provider) {
		const another = await startSimulator();
		await another.stop();
		const { publicKey } = simulator.credentials[provider];
		const secrets = another.credentials[provider];
		return publicKey === undefined ? secrets : { ...secrets, publicKey };
	}
});
