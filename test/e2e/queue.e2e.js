'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { openServices, servicesProblem } = require('../../tools/reliability/checkServices');
const { publishEndpoints, workflowIds } = require('../../tools/reliability/endpoints');
const { passedBy, publishExactOnce } = require('../../tools/reliability/exactOnce');
const { startGate } = require('../../tools/reliability/gate');
const { startQueueMode, urlAt } = require('../../tools/reliability/queueMode');
const { executionsByMark, untilSettled } = require('../../tools/reliability/records');
const { reckon } = require('../../tools/reliability/reckoning');
const { deliverTwice } = require('../../tools/reliability/scenarios/copies');
const {
	executionsOf,
	killWebhookProcess,
	killWorker,
} = require('../../tools/reliability/scenarios/processes');
const { sendMany } = require('../../tools/reliability/traffic');
const { send } = require('../../tools/simulator/sender');
const { genuine, randomText, subjectOf } = require('../VoiceCallTrigger/subjects');
const { askLive } = require('../../tools/simulator/live');
const { itemsOf, waitForWebhook } = require('../../tools/n8n-host');
const { BEHAVIOR, answerNode, codeNode, publishAnswering } = require('./answerWorkflow');
const { HASHING, audioEvent, publishHashing } = require('./audioWorkflow');
const { describeUnless } = require('./conditions');

const husky = subjectOf('huskyVoice');
const problem = servicesProblem();
const describeQueueMode = describeUnless(problem, 'Queue mode is not tested');

/** n8n notices within seconds that a worker is gone, in place of within a minute. */
const env = { QUEUE_WORKER_LOCK_DURATION: '4000', QUEUE_WORKER_STALLED_INTERVAL: '3000' };
const patientSender = { factor: 0.25, retries: 15 };

describeQueueMode('Voice Call Trigger in queue mode', () => {
	let services;
	let storage;
	let cluster;
	let gate;
	let client;
	let endpoints;
	const stage = () => ({ cluster, client, storage, receivers: [gate] });

	beforeAll(async () => {
		if (problem) throw new Error(problem);
		services = await openServices();
		storage = { postgres: services.postgres };
		cluster = await startQueueMode(services, { env });
		gate = await startGate(cluster.webhooks);
		client = await cluster.main.signIn();
		endpoints = await publishEndpoints(client, { receivers: cluster.webhooks });
	});

	afterAll(async () => {
		await gate?.stop();
		await cluster?.stop();
		await services?.remove();
	});

	async function publishHusky() {
		const receivers = cluster.webhooks;
		const providers = [husky.id];
		const [endpoint] = await publishEndpoints(client, { providers, receivers });
		return endpoint;
	}

	test('every accepted event of the four providers is run by one of the workers, once', async () => {
		const sent = await sendMany(endpoints, { count: 60 });
		const ids = workflowIds(endpoints);
		expect(await untilSettled(storage, ids)).toBe(0);
		const reckoning = reckon(sent, await executionsByMark(storage, ids));
		expect(reckoning).toMatchObject({
			sent: 60,
			accepted: 60,
			executions: 60,
			statuses: { success: 60 },
			answers: { 200: 60 },
			lost: 0,
			twice: 0,
			unsent: 0,
		});
		const shares = cluster.workers.map(executionsOf);
		expect(Math.min(...shares)).toBeGreaterThan(0);
	});

	test('a copy at another process a second later starts nothing', async () => {
		const copies = await deliverTwice({ storage, endpoints, pairs: 4, gapMs: 1000, atOnce: 4 });
		expect(copies).toMatchObject({ answered: 8, never: 0, once: 4, twice: 0 });
	});

	test('copies at the same moment at two processes are all accepted and none is lost', async () => {
		const copies = await deliverTwice({ storage, endpoints, pairs: 12, gapMs: 0 });
		expect(copies).toMatchObject({ answered: 24, never: 0 });
	});

	test('the workflow exact-once.json handles such an event once', async () => {
		const { redis } = services;
		const endpoint = await publishExactOnce(client, { receivers: cluster.webhooks, redis });
		const copies = await deliverTwice({ storage, endpoints: [endpoint], pairs: 12, gapMs: 0 });
		expect(copies.twice).toBeGreaterThan(0);
		const { failed, passed } = await passedBy(client, endpoint.workflowId, 'Handle the event');
		expect(failed).toBe(0);
		expect(copies.marks.map((mark) => passed.get(mark))).toEqual(copies.marks.map(() => 1));
	});

	test('a new secret counts at once at every process, a removed one after ten seconds at none', async () => {
		const { targets, secrets: first, published } = await publishHusky();
		const postAt = async (url, secrets) =>
			(await send(url, genuine({ ...husky, sender: secrets }))).status;
		const postAll = (secrets) => Promise.all(targets.map((url) => postAt(url, secrets)));
		const save = async (data) => {
			const { id, name, type } = published.credential;
			await client.updateCredential(id, { name, type, data });
		};
		expect(await postAll(first)).toEqual([200, 200]);
		const second = { signingSecret: randomText() };
		await save({ ...second, previousSigningSecret: first.signingSecret });
		expect(await postAll(second)).toEqual([200, 200]);
		expect(await postAll(first)).toEqual([200, 200]);
		await save(second);
		await delay(10_000);
		expect(await postAll(first)).toEqual([401, 401]);
		expect(await postAll(second)).toEqual([200, 200]);
		await client.deleteCredential(published.credential.id);
		await delay(10_000);
		expect(await postAll(second)).toEqual([503, 503]);
	});

	test('the answer of a worker reaches the caller, at whichever process it called', async () => {
		const answering = await publishAnswering(client, {
			provider: 'vapi',
			next: [
				codeNode(BEHAVIOR),
				answerNode('vapi', { answerWith: 'result', result: '={{ $json.order }}' }),
			],
		});
		const { credential } = subjectOf('vapi');
		const ask = async (order, callId) => {
			const host = cluster.webhooks[order % cluster.webhooks.length];
			const url = urlAt(answering.url, host);
			await waitForWebhook(url);
			const tools = [{ id: `call_${order}`, name: 'lookUpOrder', args: { order: String(order) } }];
			return await askLive(url, 'vapi', 'tool-calls', credential, { tools, callId });
		};
		const heard = await Promise.all(Array.from({ length: 8 }, (_, order) => ask(order)));
		expect(heard.map(({ problem }) => problem)).toEqual(Array(8).fill(undefined));
		expect(heard.map(({ understood }) => understood[0].result)).toEqual(
			Array.from({ length: 8 }, (_, order) => String(order)),
		);
		for (const mode of ['mode-throw', 'mode-silent']) {
			const failed = await ask(1, mode);
			expect(failed.understood).toEqual([{ error: expect.stringMatching(/not available/) }]);
		}
		await answering.remove();
	});

	test('audio that a webhook process took is a file that a worker reads', async () => {
		const elevenLabs = subjectOf('elevenLabs');
		const published = await publishHashing(client);
		const hashes = [];
		for (const host of cluster.webhooks) {
			const url = urlAt(published.url, host);
			await waitForWebhook(url);
			const { event, sha256 } = audioEvent(6 * 2 ** 20);
			const delivery = genuine(elevenLabs, event);
			expect((await send(url, delivery)).status).toBe(200);
			hashes.push(sha256);
		}
		const executions = await client.waitForExecutions(published.workflow.id, hashes.length, {
			timeoutMs: 60_000,
		});
		expect(executions.map(({ status }) => status)).toEqual(hashes.map(() => 'success'));
		const read = await Promise.all(
			executions.map(async ({ id }) => itemsOf(await client.getExecution(id), HASHING)),
		);
		expect(
			read
				.flat()
				.map(({ sha256 }) => sha256)
				.sort(),
		).toEqual(hashes.sort());
		await published.remove();
	});

	test('no event is lost when a process that receives them is killed', async () => {
		const load = { perSecond: 6, seconds: 3, ...patientSender };
		const reckoning = await killWebhookProcess(stage(), load);
		expect(reckoning).toMatchObject({ accepted: reckoning.sent, lost: 0, refused: 0, unsent: 0 });
		expect(reckoning.statuses).toEqual({ success: reckoning.executions });
	});

	test('no event is lost when a worker is killed in mid-execution', async () => {
		const load = { perSecond: 6, seconds: 3, ...patientSender };
		const reckoning = await killWorker(stage(), load, { comesBack: false });
		expect(reckoning.held).toBeGreaterThan(0);
		expect(reckoning).toMatchObject({
			accepted: reckoning.sent,
			executions: reckoning.sent,
			lost: 0,
			refused: 0,
			unfinished: 0,
		});
		// n8n does not run again what a vanished worker held: it ends those executions as failed.
		const { success, error } = reckoning.statuses;
		expect(success + error).toBe(reckoning.sent);
		expect(error).toBe(reckoning.emptied);
	});
});
