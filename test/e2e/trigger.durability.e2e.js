'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { packPackage, startN8n, waitForWebhook } = require('../../tools/n8n-host');
const { deliver, send } = require('../../tools/simulator/sender');
const { genuine, newEvent, subjectOf } = require('../VoiceCallTrigger/subjects');
const { sinceN8n2 } = require('./conditions');
const { querySqlite } = require('./database');
const { TRIGGER, publishTriggerWorkflow } = require('./triggerWorkflow');

const husky = subjectOf('huskyVoice');
const RECEIVED = '200 {"received":true}';
const DUPLICATE = '200 {"received":true,"duplicate":true}';

/** An n8n of its own, behind one proxy as far as it knows. */
const testSinceN8n2 = sinceN8n2(test);

describe('the trigger in an n8n that fails, restarts and is killed', () => {
	let host;
	let client;

	beforeAll(async () => {
		const env = { N8N_PROXY_HOPS: '1', N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
		host = await startN8n({ tarball: await packPackage(), env });
		client = await host.signIn();
	});

	afterAll(async () => await host?.stop());

	const publish = (parameters) =>
		publishTriggerWorkflow(client, {
			provider: husky.id,
			credentialType: husky.credentialType,
			credentialData: husky.credential,
			parameters,
		});
	const post = async ({ url }, delivery) => {
		const { status, text } = await send(url, delivery);
		return `${status} ${text}`;
	};
	const restart = async ({ url }) => {
		await host.restart();
		client = await host.signIn();
		await waitForWebhook(url);
	};
	const staticDataOf = async ({ workflow }) => {
		const sql = `SELECT staticData FROM workflow_entity WHERE id = '${workflow.id}'`;
		const [{ staticData }] = await querySqlite(host.userFolder, sql);
		return JSON.parse(staticData ?? '{}')[`node:${TRIGGER}`]?.seenDeliveries ?? '';
	};

	test('200 copies of one delivery at once start exactly one execution', async () => {
		const published = await publish();
		const delivery = genuine(husky);
		const copies = Array.from({ length: 200 }, () => post(published, delivery));
		const answers = (await Promise.all(copies)).sort();
		expect(answers).toEqual([RECEIVED, ...Array(199).fill(DUPLICATE)].sort());
		await delay(1000);
		const executions = await client.waitForExecutions(published.workflow.id, 1);
		expect(executions.map(({ status }) => status)).toEqual(['success']);
	});

	test('behind a proxy, the address that the proxy saw counts, and no other', async () => {
		const published = await publish({
			options: { ipAllowlist: '203.0.113.0/24, 2001:db8::/32, ::ffff:198.51.100.7' },
		});
		const from = async (forwarded) => {
			const { headers, body } = genuine(husky);
			const all = forwarded ? { ...headers, 'X-Forwarded-For': forwarded } : headers;
			return (await post(published, { headers: all, body })).slice(0, 3);
		};
		expect(await from('203.0.113.7')).toBe('200');
		expect(await from('2001:db8::7')).toBe('200');
		expect(await from('::ffff:203.0.113.9')).toBe('200');
		expect(await from('198.51.100.7')).toBe('200');
		expect(await from('198.51.100.8')).toBe('403');
		// The sender may write into the header what it likes: the proxy adds what it sees at the end.
		expect(await from('203.0.113.7, 198.51.100.8')).toBe('403');
		expect(await from('198.51.100.8, 203.0.113.7')).toBe('200');
		expect(await from(undefined)).toBe('403');
	});

	testSinceN8n2(
		'an event that n8n could not record is forgotten, and taken when it comes again',
		async () => {
			const published = await publish();
			const delivery = genuine(husky);
			await querySqlite(
				host.userFolder,
				`CREATE TRIGGER no_room BEFORE INSERT ON execution_entity
			WHEN NEW.workflowId = '${published.workflow.id}'
			BEGIN SELECT RAISE(ABORT, 'no room'); END`,
			);
			const refused = await Promise.all([1, 2, 3].map(() => post(published, delivery)));
			expect(refused.map((answer) => answer.slice(0, 3))).toEqual(['500', '500', '500']);
			expect(await staticDataOf(published)).toBe('');
			expect(await client.countExecutions(published.workflow.id)).toBe(0);

			await querySqlite(host.userFolder, 'DROP TRIGGER no_room');
			expect(await post(published, genuine(husky))).toBe(RECEIVED);
			expect((await staticDataOf(published)).match(/@/g)).toHaveLength(1);
			expect(await post(published, delivery)).toBe(RECEIVED);
			expect(await post(published, delivery)).toBe(DUPLICATE);
			const executions = await client.waitForExecutions(published.workflow.id, 2);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		},
	);

	test('an event that was seen before a restart is a duplicate after it', async () => {
		const published = await publish();
		const deliveries = Array.from({ length: 5 }, () => genuine(husky));
		for (const delivery of deliveries) expect(await post(published, delivery)).toBe(RECEIVED);
		await restart(published);
		for (const delivery of deliveries) expect(await post(published, delivery)).toBe(DUPLICATE);
		expect(await client.waitForExecutions(published.workflow.id, 5)).toHaveLength(5);

		const { workflow } = published;
		await client.deactivate(workflow.id);
		await waitForWebhook(published.url, { registered: false });
		await client.activate(workflow.id);
		await waitForWebhook(published.url);
		for (const delivery of deliveries) expect(await post(published, delivery)).toBe(DUPLICATE);
	});

	testSinceN8n2(
		'killed in the middle of it all, n8n loses no event that it has answered',
		async () => {
			const published = await publish();
			const often = newEvent(husky);
			const events = Array.from({ length: 40 }, () => newEvent(husky));
			let answered = 0;
			let killed;
			/** @param {{ status?: number }} attempt */
			const onAttempt = ({ status }) => {
				if (status === 200) answered += 1;
				if (answered >= 15) killed ??= host.kill().then(() => restart(published));
			};
			// For a moment of its start n8n answers 404, which is final for the sender. Such a delivery is sent
			// again later, as a person does from the dead letter queue.
			const sendOne = async (event) => {
				const attempts = [];
				for (let sending = 0; sending < 5; sending += 1) {
					const options = { retries: 20, factor: 0.5, onAttempt };
					const result = await deliver(published.url, genuine(husky, event), options);
					attempts.push(...result.attempts);
					if (result.delivered) break;
					expect(attempts.at(-1).status).toBe(404);
					await killed;
				}
				return { event, attempts, delivered: attempts.at(-1).status === 200 };
			};
			const copies = Array.from({ length: 200 }, () => often);
			const results = await Promise.all([...events, ...copies].map(sendOne));
			await killed;

			const attempts = results.flatMap((result) => result.attempts);
			const broken = attempts.filter(({ error }) => error !== undefined);
			expect(answered).toBeGreaterThanOrEqual(15);
			expect(broken.length).toBeGreaterThan(0);
			expect(results.filter(({ delivered }) => !delivered)).toEqual([]);

			const executions = await client.waitForExecutions(published.workflow.id, 41);
			const records = await Promise.all(
				executions.map(async ({ id }) => JSON.stringify(await client.getExecution(id))),
			);
			/** @param {Record<string, any>} event */
			const times = ({ event_id: id }) => records.filter((text) => text.includes(id)).length;
			for (const event of [often, ...events]) {
				// Twice at most: once recorded just before the kill without an answer, once after it.
				expect([1, 2]).toContain(times(event));
			}
			expect(executions.filter(({ status }) => status === 'error')).toEqual([]);
		},
	);
});
