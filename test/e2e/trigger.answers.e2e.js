'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { itemsOf } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { genuineList, refusals } = require('../VoiceCallTrigger/refusals');
const {
	confidential,
	foreign,
	genuine,
	newEvent,
	subjects,
} = require('../VoiceCallTrigger/subjects');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { sharedN8n } = require('./sharedN8n');
const { filesHolding, waitForRefusals } = require('./traces');
const { TRIGGER, publishTriggerWorkflow } = require('./triggerWorkflow');

const { userFolder } = JSON.parse(process.env.VOICE_CALL_SHARED_N8N);

/** One refusal of each reason: lines of the same reason within a second are thinned out. */
const oneOfEach = (id) => [
	...new Map(refusals[id].map((refusal) => [refusal.reason, refusal])).values(),
];

describe.each(subjects)('answers of a real n8n to $id', (subject) => {
	const { id: provider, credentialType, credential: credentialData } = subject;
	const deliveries = [];
	const answers = [];
	let client;
	let published;
	let started = 0;
	let lines = [];

	const publish = (parameters, data = credentialData) =>
		publishTriggerWorkflow(client, { provider, credentialType, credentialData: data, parameters });

	/** Sends to the production URL and keeps what went over the wire. */
	const post = async (delivery, url = published.url) => {
		const answer = await send(url, delivery);
		deliveries.push(delivery);
		answers.push(answer);
		return [answer.status, JSON.parse(answer.text)];
	};
	/** Expects these lines in the log about a workflow, and no others. */
	const expectLogged = async (expected, { workflow = published.workflow } = {}) => {
		const all = await waitForRefusals(userFolder, workflow.id, expected.length);
		expect(all.map(({ level, reason }) => `${level} ${reason}`)).toEqual(expected);
		return all;
	};

	beforeAll(async () => {
		client = await sharedN8n();
		published = await publish({ events: [subject.eventType] });
	});

	afterAll(async () => await published?.remove());

	test('genuine events start the workflow, once each', async () => {
		const event = newEvent(subject);
		expect(await post(genuine(subject, event))).toEqual([200, subject.acknowledgement]);
		expect(await post(genuine(subject, event))).toEqual([
			200,
			subject.otherAcknowledgement ?? { received: true, duplicate: true },
		]);
		const other = sampleEvent(provider, subject.otherType, uniqueFacts());
		expect(await post(genuine(subject, other))).toEqual([
			200,
			subject.otherAcknowledgement ?? { received: true, ignored: 'event' },
		]);
		expect(await post(genuine(subject))).toEqual([200, subject.acknowledgement]);
		started = 2;

		const executions = await client.waitForExecutions(published.workflow.id, started);
		const items = await Promise.all(
			executions.map(async ({ id }) => itemsOf(await client.getExecution(id), TRIGGER)),
		);
		expect(items.flat().map(({ payload }) => payload)).toContainEqual(event);
		await expectLogged([]);
	});

	test('every reason for a refusal is answered alike and logged once', async () => {
		for (const { reason, make } of oneOfEach(provider)) {
			expect(await post(make(subject))).toEqual([401, { error: 'unauthorized' }]);
			lines.push(`warn ${reason}`);
		}
		const bytes = answers.filter(({ status }) => status === 401).map(({ text }) => text);
		expect(new Set(bytes).size).toBe(1);
		for (const { message, metadata } of await expectLogged(lines)) {
			expect(message).toContain(metadata.reason);
			expect(metadata).toMatchObject({ provider, nodeName: TRIGGER });
		}
	});

	test('a genuine body that is no JSON object is unprocessable, or no event of EnableX', async () => {
		const expected = {
			huskyVoice: [422, { error: 'unprocessable' }, 'warn not-an-object'],
			enableX: [401, { error: 'unauthorized' }, 'warn undecryptable'],
		};
		const [status, body, line] = expected[provider] ?? expected.huskyVoice;
		// The same reason as before: within a second the log would leave it out.
		if (provider === 'enableX') await delay(1100);
		expect(await post(genuineList(subject))).toEqual([status, body]);
		await expectLogged((lines = [...lines, line]));
	});

	test('a sender that is not on the allowlist is forbidden', async () => {
		const closed = await publish({ options: { ipAllowlist: '203.0.113.0/24' } });
		try {
			// Without a proxy in front, what a sender claims about its address does not count.
			const { headers, body } = genuine(subject);
			const spoofed = { headers: { ...headers, 'X-Forwarded-For': '203.0.113.7' }, body };
			expect(await post(spoofed, closed.url)).toEqual([403, { error: 'forbidden' }]);
			const forbidden = ['warn sender-not-allowed'];
			const [{ metadata }] = await expectLogged(forbidden, { workflow: closed.workflow });
			expect(metadata.sender).toBe('127.0.0.1');
			expect(await client.countExecutions(closed.workflow.id)).toBe(0);
		} finally {
			await closed.remove();
		}
	});

	test('what is our fault is to be sent again, and can be', async () => {
		const { id, name, type } = published.credential;
		await client.updateCredential(id, { name, type, data: {} });
		// What was kept would do for a genuine one, but for a forged one the credential is read.
		expect(await post(foreign(subject))).toEqual([503, { error: 'unavailable' }]);
		const delivery = genuine(subject);
		expect(await post(delivery)).toEqual([503, { error: 'unavailable' }]);
		await expectLogged((lines = [...lines, 'error secret-missing']));
		await client.updateCredential(id, { name, type, data: credentialData });
		expect(await post(delivery)).toEqual([200, subject.acknowledgement]);
		started += 1;
	});

	test('a credential that is gone is our fault as well', async () => {
		const orphan = await publish({});
		await client.deleteCredential(orphan.credential.id);
		expect(await post(genuine(subject), orphan.url)).toEqual([503, { error: 'unavailable' }]);
		await expectLogged(['error credential-unreadable'], { workflow: orphan.workflow });
		expect(await client.countExecutions(orphan.workflow.id)).toBe(0);
		await client.deleteWorkflow(orphan.workflow.id);
	});

	test('none of it failed an execution or left a secret or a signature anywhere', async () => {
		const executions = await client.waitForExecutions(published.workflow.id, started);
		expect(executions.map(({ status }) => status)).toEqual(Array(started).fill('success'));
		await expectLogged(lines);
		const texts = confidential(subject, deliveries);
		expect(texts.length).toBeGreaterThan(0);
		expect(filesHolding(userFolder, texts)).toEqual([]);
		const seen = JSON.stringify(answers.map(({ headers, text }) => [headers, text]));
		for (const text of texts) expect(seen).not.toContain(text);
		// The search would have found something: event ids and workflow ids are there.
		expect(filesHolding(userFolder, [published.workflow.id]).length).toBeGreaterThan(1);
	});
});
