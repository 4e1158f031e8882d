'use strict';

const { itemsOf, waitForWebhook } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { startSimulator } = require('../../tools/simulator/server');
const { mistakes } = require('../VoiceCallTrigger/mistakes');
const {
	confidential,
	genuine,
	newEvent,
	subjectOf,
	subjects,
} = require('../VoiceCallTrigger/subjects');
const { sinceN8n2 } = require('./conditions');
const { sharedN8n } = require('./sharedN8n');
const {
	TRIGGER,
	createTriggerWorkflow,
	publicationOf,
	publishTriggerWorkflow,
} = require('./triggerWorkflow');

let client;
beforeAll(async () => (client = await sharedN8n()));

const publish = (subject, parameters) =>
	publishTriggerWorkflow(client, {
		provider: subject.id,
		credentialType: subject.credentialType,
		credentialData: subject.credential,
		parameters,
	});

describe.each(subjects)('a person who builds a workflow for $id', (subject) => {
	let published;
	beforeAll(async () => (published = await publish(subject)));
	afterAll(async () => await published?.remove());

	/** "Listen for test event", one delivery to the test URL, and what the editor then shows. */
	const testRun = async (delivery) => {
		const listener = await client.listenForTest(published.workflow, TRIGGER);
		try {
			await waitForWebhook(published.testUrl);
			const { status, text } = await send(published.testUrl, delivery);
			return { status, body: JSON.parse(text), execution: await listener.finished() };
		} finally {
			await listener.close();
		}
	};

	test('sees a genuine test event, as often as it is sent', async () => {
		const event = newEvent(subject);
		for (let round = 0; round < 2; round += 1) {
			const { status, body, execution } = await testRun(genuine(subject, event));
			expect([status, body]).toEqual([200, subject.acknowledgement]);
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, TRIGGER)).toMatchObject([{ payload: event }]);
		}
		expect(await client.countExecutions(published.workflow.id)).toBe(2);
	});

	test('does not disturb the published workflow with it', async () => {
		const delivery = genuine(subject);
		expect((await send(published.url, delivery)).status).toBe(200);
		await testRun(genuine(subject));
		const again = await send(published.url, delivery);
		expect(JSON.parse(again.text)).toEqual(
			subject.otherAcknowledgement ?? { received: true, duplicate: true },
		);
	});

	// Mistakes in the credential would have to be saved first; these are the sender's.
	const ofSenders = mistakes.filter(
		(mistake) => mistake.subject === subject && !mistake.credential,
	);
	const some = ofSenders.filter((_, index) => index % 3 === 0).slice(0, 3);

	test.each(some)('reads what is wrong: $what', async ({ delivery: make, words }) => {
		const delivery = make();
		const { status, body, execution } = await testRun(delivery);
		expect([status, body]).toEqual([401, { error: 'unauthorized' }]);
		expect(execution).toMatchObject({ status: 'error', mode: 'manual' });
		const { error, lastNodeExecuted } = execution.data.resultData;
		expect(lastNodeExecuted).toBe(TRIGGER);
		for (const word of words) expect(`${error.message}\n${error.description}`).toMatch(word);
		const seen = JSON.stringify(execution);
		for (const text of confidential(subject, [delivery])) expect(seen).not.toContain(text);
	});

	test('gets to test the credential form', async () => {
		const { id, name, type } = published.credential;
		const verdict = async (data) => await client.testCredential({ id, name, type, data });
		// Where a key both signs and calls, the provider is asked for it: here its stand-in.
		const isAsked = 'apiKey' in subject.credential;
		const simulator = isAsked
			? await startSimulator({ credentials: { [subject.id]: subject.credential } })
			: undefined;
		const credential = isAsked
			? { ...subject.credential, baseUrl: simulator.urls[subject.id] }
			: subject.credential;
		const [field] = Object.keys(subject.credential);
		const padded = { ...credential, [field]: `${credential[field]} ` };
		const texts = Object.entries(subject.credential).filter(
			([, value]) => typeof value === 'string',
		);
		const empty = { ...credential, ...Object.fromEntries(texts.map(([one]) => [one, ''])) };
		try {
			expect(await verdict(credential)).toMatchObject({
				status: 'OK',
				// Where the Voice Call node shares the form, n8n asks that node's test.
				message: expect.stringMatching(
					isAsked ? /accepts the key\./ : /^Nothing is wrong with what you (pasted|entered)\./,
				),
			});
			const refused = await verdict(padded);
			expect(refused).toMatchObject({ status: 'Error', message: expect.stringMatching(/space/) });
			for (const text of confidential(subject)) expect(refused.message).not.toContain(text);
			expect(await verdict(empty)).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/is empty/),
			});
		} finally {
			await simulator?.stop();
		}
	});
});

sinceN8n2(describe)('a workflow that could never accept an event', () => {
	const subject = subjectOf('huskyVoice');

	const outcomeOf = async (data, parameters) => {
		const { workflow } = await createTriggerWorkflow(client, {
			provider: subject.id,
			credentialType: subject.credentialType,
			credentialData: data,
			parameters,
		});
		const { status, problem } = await publicationOf(client, workflow.id);
		return [status, problem];
	};

	test('cannot be published, and the editor says what to do', async () => {
		const localhost = { options: { ipAllowlist: '203.0.113.7, localhost' } };
		const [fine, empty, malformed] = await Promise.all([
			outcomeOf(subject.credential, {}),
			outcomeOf({}, {}),
			outcomeOf(subject.credential, localhost),
		]);
		expect(fine).toEqual(['published', null]);
		const words = [
			/no secret to verify.* paste the secret/,
			/address: localhost\. Write addresses/,
		];
		expect(empty).toEqual(['failed', expect.stringMatching(words[0])]);
		expect(malformed).toEqual(['failed', expect.stringMatching(words[1])]);
		// This one n8n finds by itself, before it publishes.
		const none = outcomeOf(subject.credential, { events: [] });
		await expect(none).rejects.toThrow(/required parameters: events/);
	});
});

test('the installed node is as light as a node can be, and is found', async () => {
	const types = await client.nodeTypes();
	const node = types.find(({ name }) => name === 'n8n-nodes-voice-call.voiceCallTrigger');
	expect(node).toMatchObject({ version: 1.1, group: ['trigger'] });
	// Whether its panel shows a URL is asked by the editor alone, not with each request.
	const asked = node.webhooks.map(({ ndvHideUrl: _, ...each }) => each);
	expect(JSON.stringify(asked)).not.toMatch(/"=|\{\{/);
	expect(asked).toMatchObject([
		{ httpMethod: 'POST', responseMode: 'onReceived', path: 'voice-call' },
		{ httpMethod: 'POST', responseMode: 'responseNode', path: 'voice-call/answer' },
	]);
	expect(node.codex.alias).toEqual(
		expect.arrayContaining(['HuskyVoice', 'EnableX', 'Mirai Minds v1', 'Voxifi']),
	);
	expect(node.credentials.map(({ name, testedBy }) => [name, testedBy])).toEqual(
		expect.arrayContaining(subjects.map(({ credentialType: type }) => [type, type])),
	);
});
