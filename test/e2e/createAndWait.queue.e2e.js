'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const { openServices, servicesProblem } = require('../../tools/reliability/checkServices');
const { startQueueMode } = require('../../tools/reliability/queueMode');
const { sampleEvent } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { calls, startSimulator } = require('../VoiceCall/standIn');
const { describeUnless } = require('./conditions');
const { NODE, publishCallWorkflow } = require('./voiceCallWorkflow');
const { asleep, webhookOf } = require('./waitingExecutions');

const PUBLIC = 'http://localhost:9';
const COUNT = 20;
const problem = servicesProblem();
const describeQueueMode = describeUnless(problem, 'Queue mode is not tested');

describeQueueMode('Create and Wait in queue mode', () => {
	let services;
	let cluster;
	let client;
	let simulator;

	beforeAll(async () => {
		if (problem) throw new Error(problem);
		services = await openServices();
		// The address that the proxy before the webhook processes has.
		cluster = await startQueueMode(services, { env: { WEBHOOK_URL: `${PUBLIC}/` } });
		client = await cluster.main.signIn();
		simulator = await startSimulator({ limit: null });
	});
	afterAll(async () => {
		await simulator?.stop();
		await cluster?.stop();
		await services?.remove();
	});

	test('a webhook process takes the result, and a worker goes on, once for each call', async () => {
		const additionalFields = { ownerRef: '={{ $json.id }}' };
		const parameters = { ...calls.EnableX(), operation: 'createAndWait', additionalFields };
		const published = await publishCallWorkflow(client, {
			simulator,
			parameters,
			receiver: cluster.webhooks[0].url,
		});
		const marks = Array.from({ length: COUNT }, (_, at) => `queued-${at}`);
		for (const id of marks) await published.start([{ id }]);
		await asleep(client, published.workflow.id, COUNT, { timeoutMs: 120_000 });

		const answers = [];
		for (const [at, call] of simulator.calls.entries()) {
			const { url: receiver } = cluster.webhooks[at % cluster.webhooks.length];
			expect(webhookOf(call)).toMatch(/^http:\/\/localhost:9\/webhook-waiting\//);
			const url = webhookOf(call).replace(PUBLIC, receiver);
			const event = sampleEvent('enableX', 'disconnected', { callId: call.id });
			const forged = signedDelivery('enableX', event, { appId: 'an_app_id_of_somebody_else' });
			expect((await send(url, forged)).status).toBe(401);
			const genuine = signedDelivery('enableX', event, simulator.credentials.enableX);
			// The same at both processes at the same moment.
			const other = cluster.webhooks.find((each) => each.url !== receiver).url;
			const both = [url, url.replace(receiver, other)];
			answers.push(await Promise.all(both.map(async (each) => (await send(each, genuine)).status)));
		}
		for (const pair of answers) expect(pair.filter((status) => status === 200)).toHaveLength(1);

		const executions = await client.waitForExecutions(published.workflow.id, COUNT, {
			timeoutMs: 120_000,
		});
		expect(executions.map(({ status }) => status)).toEqual(Array(COUNT).fill('success'));
		const items = await Promise.all(
			executions.map(async ({ id }) => itemsOf(await client.getExecution(id), NODE)),
		);
		expect(items.map((list) => list.length)).toEqual(Array(COUNT).fill(1));
		const ids = items.flat().map(({ callId }) => callId);
		expect(ids.sort()).toEqual(simulator.calls.map(({ id }) => id).sort());
		expect(items.flat().filter(({ timedOut }) => timedOut)).toEqual([]);
	});
});
