'use strict';

const { itemsOf, packPackage, startN8n } = require('../../tools/n8n-host');
const { sampleEvent } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { calls, startSimulator } = require('../VoiceCall/standIn');
const { NODE, publishCallWorkflow } = require('./voiceCallWorkflow');
const { asleep, webhookOf } = require('./waitingExecutions');

const COUNT = 100;

/** Does so many at a time. */
async function eachOf(list, work, atOnce = 8) {
	const queue = [...list];
	const one = async () => {
		while (queue.length > 0) await work(queue.shift());
	};
	await Promise.all(Array.from({ length: atOnce }, one));
}

describe('Create and Wait in an n8n that is killed and restarted', () => {
	let host;
	let client;
	let simulator;
	let published;

	beforeAll(async () => {
		host = await startN8n({ tarball: await packPackage() });
		client = await host.signIn();
		simulator = await startSimulator({ limit: null });
		const additionalFields = { ownerRef: '={{ $json.id }}' };
		const parameters = { ...calls.EnableX(), operation: 'createAndWait', additionalFields };
		published = await publishCallWorkflow(client, { simulator, parameters });
	});
	afterAll(async () => {
		await simulator?.stop();
		await host?.stop();
	});

	/** So many executions, each asleep for a call of its own. */
	async function fallAsleep(count, mark) {
		const marks = Array.from({ length: count }, (_, at) => `${mark}-${at}`);
		await eachOf(marks, async (id) => await published.start([{ id }]));
		await asleep(client, published.workflow.id, count, { timeoutMs: 120_000 });
		return simulator.calls.filter(({ marker }) => marks.includes(marker));
	}
	/** What came of the calls: how many results each of them has. */
	async function resultsOf(own, before) {
		const executions = await client.waitForExecutions(published.workflow.id, before + own.length, {
			timeoutMs: 120_000,
		});
		const times = new Map(own.map(({ id }) => [id, 0]));
		await eachOf(executions, async ({ id }) => {
			const execution = await client.getExecution(id);
			for (const { callId, timedOut, input } of itemsOf(execution, NODE)) {
				const call = own.find((each) => each.id === callId);
				if (call === undefined || timedOut || input.id !== call.marker) continue;
				times.set(callId, times.get(callId) + 1);
			}
		});
		return [...times.values()];
	}
	const forgedFor = (call) => {
		const event = sampleEvent(call.provider, 'disconnected', { callId: call.id });
		return signedDelivery(call.provider, event, { appId: 'an_app_id_of_somebody_else' });
	};

	test(`${COUNT} executions sleep, n8n is killed, and each wakes with its own result, once`, async () => {
		const own = await fallAsleep(COUNT, 'killed');
		expect(own).toHaveLength(COUNT);
		await host.kill();
		await host.restart();
		client = await host.signIn();
		expect(await asleep(client, published.workflow.id, COUNT)).toHaveLength(COUNT);

		const refused = [];
		await eachOf(own, async (call) => {
			refused.push((await send(webhookOf(call), forgedFor(call))).status);
		});
		expect(new Set(refused)).toEqual(new Set([401]));
		expect(await asleep(client, published.workflow.id, COUNT)).toHaveLength(COUNT);

		await eachOf(own, async (call) => await simulator.play(call, { outcome: 'completed' }));
		expect(await resultsOf(own, 0)).toEqual(Array(COUNT).fill(1));
		expect(simulator.placedTwice()).toEqual([]);
	});

	test('a restart while executions sleep changes nothing', async () => {
		const before = await client.countExecutions(published.workflow.id);
		const own = await fallAsleep(5, 'restarted');
		await host.restart();
		client = await host.signIn();
		await eachOf(own, async (call) => await simulator.play(call, { outcome: 'busy' }));
		expect(await resultsOf(own, before)).toEqual(Array(5).fill(1));
	});
});
