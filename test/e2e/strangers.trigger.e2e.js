'use strict';

/**
 * What people met elsewhere and sent to n8n, at the trigger of a real n8n: each with the answer that is
 * right. The same at the lowest level: test/VoiceCallTrigger.
 */

const { setTimeout: delay } = require('node:timers/promises');
const { brotliCompressSync } = require('node:zlib');
const { itemsOf, waitForWebhook } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { genuine, subjectOf } = require('../VoiceCallTrigger/subjects');
const { sharedN8n } = require('./sharedN8n');
const { waitForRefusals } = require('./traces');
const { sinceN8n2 } = require('./conditions');
const {
	TRIGGER,
	createTriggerWorkflow,
	publicationOf,
	publishTriggerWorkflow,
} = require('./triggerWorkflow');

const { userFolder } = JSON.parse(process.env.VOICE_CALL_SHARED_N8N);
const husky = subjectOf('huskyVoice');
const RECEIVED = '200 {"received":true}';
const DUPLICATE = '200 {"received":true,"duplicate":true}';
const UNAVAILABLE = '503 {"error":"unavailable"}';

describe('inputs of strangers, at the trigger of a real n8n', () => {
	let client;
	const remove = [];

	beforeAll(async () => (client = await sharedN8n()));
	afterAll(async () => {
		for (const each of remove) await each();
	});

	const asked = ({ id, credentialType, credential }, parameters) => ({
		provider: id,
		credentialType,
		credentialData: credential,
		parameters,
	});
	const publish = async (subject = husky, parameters) => {
		const published = await publishTriggerWorkflow(client, asked(subject, parameters));
		remove.push(published.remove);
		return published;
	};
	/** A workflow that is not published, by its ID. */
	const draft = async (subject, options) => {
		const { workflow, credential } = await createTriggerWorkflow(
			client,
			asked(subject, { options }),
		);
		remove.push(async () => {
			await client.deleteWorkflow(workflow.id);
			await client.deleteCredential(credential.id);
		});
		return workflow.id;
	};
	/** While n8n publishes a workflow anew, it answers 404 for a moment. */
	const post = async ({ url }, delivery) => {
		for (const deadline = Date.now() + 60_000; ; await delay(100)) {
			const { status, text } = await send(url, delivery);
			if (status !== 404 || Date.now() > deadline) return `${status} ${text}`;
		}
	};
	const reasonsOf = async ({ workflow }, count) =>
		(await waitForRefusals(userFolder, workflow.id, count)).map(({ reason }) => reason);

	sinceN8n2(describe)('an IP allowlist that an expression gives', () => {
		test('and that names nobody is not published, and the editor says why', async () => {
			const expected = {
				'={{ undefined }}': /allowlist is not a text or a list/,
				'={{ null }}': /allowlist is not a text or a list/,
				'={{ $env.NOPE }}': /./,
				'={{ $vars.nope }}': /allowlist is not a text or a list/,
				'={{ $vars.nope ?? "" }}': /allowlist is empty/,
				'={{ $json.nowhere }}': /./,
				"={{ '' }}": /allowlist is empty/,
				"={{ ' , ' }}": /allowlist is empty/,
				'={{ [] }}': /allowlist is empty/,
				'={{ 7 }}': /not a text or a list/,
				'={{ ({ a: 1 }) }}': /not a text or a list/,
				"={{ ['203.0.113.7', 7] }}": /not a text or a list/,
			};
			const outcomes = await Promise.all(
				Object.keys(expected).map(async (ipAllowlist) => {
					const id = await draft(husky, { ipAllowlist });
					return [ipAllowlist, await publicationOf(client, id)];
				}),
			);
			expect(Object.fromEntries(outcomes)).toEqual(
				Object.fromEntries(
					Object.entries(expected).map(([ipAllowlist, words]) => [
						ipAllowlist,
						{ status: 'failed', problem: expect.stringMatching(words) },
					]),
				),
			);
		});

		test('as a list of texts is taken', async () => {
			const ipAllowlist = "={{ ['203.0.113.7', '127.0.0.0/8'] }}";
			expect(await post(await publish(husky, { options: { ipAllowlist } }), genuine(husky))).toBe(
				RECEIVED,
			);
			const other = await publish(husky, { options: { ipAllowlist: "={{ ['203.0.113.7'] }}" } });
			expect(await post(other, genuine(husky))).toBe('403 {"error":"forbidden"}');
		});

		test('and that gives nothing later on lets nobody in, and says so in the log', async () => {
			const until = Date.now() + 8000;
			const ipAllowlist = `={{ Date.now() < ${until} ? '127.0.0.1' : undefined }}`;
			const published = await publish(husky, { options: { ipAllowlist } });
			await delay(Math.max(0, until + 200 - Date.now()));
			const delivery = genuine(husky);
			expect(await post(published, delivery)).toBe(UNAVAILABLE);
			expect(await reasonsOf(published, 1)).toEqual(['allowlist-malformed']);
			expect(await client.countExecutions(published.workflow.id)).toBe(0);
		});
	});

	test('a tolerance that is a text is a number; one that is none is not published', async () => {
		const voxifi = subjectOf('voxifi');
		const early = () => genuine(voxifi, undefined, { now: Date.now() - 600_000 });
		const published = await publish(voxifi, { options: { timestampTolerance: "={{ '900' }}" } });
		expect(await post(published, early())).toBe(RECEIVED);

		const wrong = await draft(voxifi, { timestampTolerance: "={{ 'a while' }}" });
		expect(await publicationOf(client, wrong)).toEqual({
			status: 'failed',
			problem: expect.stringMatching(/Timestamp Tolerance is not a number/),
		});
	});

	test('two numeric IDs that JavaScript rounds to one are two events', async () => {
		const published = await publish();
		const event = (id) =>
			`{"event_id":${id},"event_type":"call.completed","created_at":"2026-06-01T10:00:00Z","data":{"call_id":"c"}}`;
		const deliver = async (id) => await post(published, genuine(husky, event(id)));
		expect(await deliver('1524831183200260097')).toBe(RECEIVED);
		expect(await deliver('1524831183200260098')).toBe(RECEIVED);
		expect(await deliver('1524831183200260097')).toBe(DUPLICATE);
		const executions = await client.waitForExecutions(published.workflow.id, 2);
		const ids = await Promise.all(
			executions.map(async ({ id }) => itemsOf(await client.getExecution(id), TRIGGER)[0].event.id),
		);
		expect(ids.sort()).toEqual(['1524831183200260097', '1524831183200260098']);
	});

	test('events of one ID and several types are several events', async () => {
		const voxifi = subjectOf('voxifi');
		const published = await publish(voxifi);
		const event = (type) => ({
			event_type: type,
			event_id: 'evt_abc123',
			timestamp: '2024-01-15T10:35:00Z',
			organization_id: 'org_xyz',
			data: { call_id: 'call_abc123' },
		});
		for (const type of ['call.started', 'call.ended', 'call.completed']) {
			expect(await post(published, genuine(voxifi, event(type)))).toBe(RECEIVED);
			expect(await post(published, genuine(voxifi, event(type)))).toBe(DUPLICATE);
		}
		expect(await client.waitForExecutions(published.workflow.id, 3)).toHaveLength(3);
	});

	test('a key pressed twice is two events; a repeat that is written anew is one', async () => {
		const enableX = subjectOf('enableX');
		const pressed = { voice_id: 'v1', playstate: 'digitcollected', digit: '1', prompt_ref: 'p' };
		const keys = await publish(enableX);
		expect(await post(keys, genuine(enableX, pressed))).toBe('200 {}');
		expect(await post(keys, genuine(enableX, pressed))).toBe('200 {}');
		expect(await client.waitForExecutions(keys.workflow.id, 2)).toHaveLength(2);

		const mirai = subjectOf('miraiMinds');
		const unanswered = { event: { type: 'call.no-answer', data: { call: { id: 'c_1' } } } };
		const calls = await publish(mirai);
		expect(await post(calls, genuine(mirai, JSON.stringify(unanswered)))).toBe(RECEIVED);
		expect(await post(calls, genuine(mirai, JSON.stringify(unanswered, null, 2)))).toBe(DUPLICATE);
		expect(await client.waitForExecutions(calls.workflow.id, 1)).toHaveLength(1);
	});

	test('a body whose encoding n8n does not undo has a reason of its own', async () => {
		const published = await publish();
		const encoded = (headers, encode) => {
			const delivery = genuine(husky);
			return {
				headers: { ...delivery.headers, 'Content-Type': 'application/octet-stream', ...headers },
				body: encode(Buffer.from(delivery.body)),
			};
		};
		const brotli = encoded({ 'Content-Encoding': 'br' }, brotliCompressSync);
		expect(await post(published, brotli)).toBe('401 {"error":"unauthorized"}');
		expect(await reasonsOf(published, 1)).toEqual(['content-encoding']);
	});

	test('bytes that are not UTF-8 are taken as they were signed', async () => {
		const published = await publish(husky, { options: { includeRawBody: true } });
		const body = Buffer.concat([
			Buffer.from('{"event_id":"evt_latin","event_type":"call.completed","data":{"call_id":"caf'),
			Buffer.from([0xe9]),
			Buffer.from('"}}'),
		]);
		expect(await post(published, genuine(husky, body))).toBe(RECEIVED);
		const [{ id }] = await client.waitForExecutions(published.workflow.id, 1);
		const [item] = itemsOf(await client.getExecution(id), TRIGGER);
		expect(item.call.id).toBe('caf\ufffd');
		expect(Buffer.from(item.rawBodyBase64, 'base64')).toEqual(body);
	});

	sinceN8n2(test)(
		'a trigger that is renamed still knows what it took, and so does one published anew',
		async () => {
			const published = await publish();
			const deliveries = Array.from({ length: 5 }, () => genuine(husky));
			for (const delivery of deliveries) expect(await post(published, delivery)).toBe(RECEIVED);

			const { id } = published.workflow;
			const { nodes } = await client.getWorkflow(id);
			const renamed = nodes.map((node) => ({ ...node, name: 'Calls come in here' }));
			await client.updateWorkflow(id, { nodes: renamed, connections: {} });
			expect(await publicationOf(client, id)).toEqual({ status: 'published', problem: null });
			await waitForWebhook(published.url);
			for (const delivery of deliveries) expect(await post(published, delivery)).toBe(DUPLICATE);
			expect(await post(published, genuine(husky))).toBe(RECEIVED);
			const [newest] = await client.waitForExecutions(id, 6);
			expect(itemsOf(await client.getExecution(newest.id), 'Calls come in here')).toHaveLength(1);

			await client.deactivate(id);
			await waitForWebhook(published.url, { registered: false });
			await client.activate(id);
			await waitForWebhook(published.url);
			for (const delivery of deliveries) expect(await post(published, delivery)).toBe(DUPLICATE);
			expect(await client.waitForExecutions(id, 6)).toHaveLength(6);
		},
	);
});
