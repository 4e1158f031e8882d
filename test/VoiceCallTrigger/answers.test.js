'use strict';

const { openEndpoint } = require('./endpoint');
const { genuineList, refusals } = require('./refusals');
const { confidential, genuine, newEvent, subjects } = require('./subjects');

const UNAUTHORIZED = '{"error":"unauthorized"}';
const withSignatures = subjects.filter(({ id }) => id !== 'enableX');

let endpoint;
afterEach(async () => await endpoint.close());

/** Expects an answer, how many executions were created, and that none failed. */
function expectOutcome(answer, [status, body, executions]) {
	expect([...endpoint.failures, ...endpoint.faults]).toEqual([]);
	expect(answer.status).toBe(status);
	expect(answer.headers['content-type']).toMatch(/^application\/json/);
	expect(JSON.parse(answer.text)).toEqual(body);
	expect(endpoint.executions).toHaveLength(executions);
}

/** Expects that nobody gets to see what is confidential. */
function expectDiscretion(subject, deliveries, answers) {
	const seen = JSON.stringify([
		answers.map(({ text, headers }) => [text, headers]),
		endpoint.lines,
		endpoint.executions,
		endpoint.staticData,
	]);
	for (const text of confidential(subject, deliveries)) expect(seen).not.toContain(text);
}

describe.each(subjects)('answers to deliveries of $id', (subject) => {
	test('a genuine event starts the workflow', async () => {
		endpoint = await openEndpoint(subject, { events: [subject.eventType] });
		const delivery = genuine(subject);
		const answer = await endpoint.send(delivery);
		expectOutcome(answer, [200, subject.acknowledgement, 1]);
		expect(endpoint.executions[0].event.type).toBe(subject.eventType);
		expect(endpoint.credentialFetches).toBe(1);
		expect(endpoint.lines).toEqual([]);
		expectDiscretion(subject, [delivery], [answer]);
	});

	test('a genuine event that is not selected does not', async () => {
		endpoint = await openEndpoint(subject, { events: [subject.otherType] });
		const answer = await endpoint.send(genuine(subject));
		expectOutcome(answer, [
			200,
			subject.otherAcknowledgement ?? { received: true, ignored: 'event' },
			0,
		]);
		expect(endpoint.credentialFetches).toBe(1);
		expect(endpoint.lines).toEqual([]);
	});

	test('a genuine event that was seen before does not', async () => {
		endpoint = await openEndpoint(subject);
		const event = newEvent(subject);
		expectOutcome(await endpoint.send(genuine(subject, event)), [200, subject.acknowledgement, 1]);
		const again = await endpoint.send(genuine(subject, event));
		expectOutcome(again, [
			200,
			subject.otherAcknowledgement ?? { received: true, duplicate: true },
			1,
		]);
		expect(endpoint.credentialFetches).toBe(1);
		expect(endpoint.lines).toEqual([]);
	});

	test('seen events start it where duplicates are not ignored, and in test runs', async () => {
		endpoint = await openEndpoint(subject, { options: { ignoreDuplicates: false } });
		const event = newEvent(subject);
		for (const executions of [1, 2]) {
			const answer = await endpoint.send(genuine(subject, event));
			expectOutcome(answer, [200, subject.acknowledgement, executions]);
		}
		endpoint.node.parameters.options = { ignoreDuplicates: true };
		for (const executions of [3, 4]) {
			const answer = await endpoint.sendTest(genuine(subject, event));
			expectOutcome(answer, [200, subject.acknowledgement, executions]);
		}
	});

	test.each(refusals[subject.id])(
		'$what is refused: $reason',
		async ({ reason, fetches, make }) => {
			endpoint = await openEndpoint(subject);
			const delivery = make(subject);
			const answer = await endpoint.send(delivery);
			expectOutcome(answer, [401, { error: 'unauthorized' }, 0]);
			expect(answer.text).toBe(UNAUTHORIZED);
			expect(endpoint.credentialFetches).toBe(fetches);
			expect(endpoint.lines).toHaveLength(1);
			const [{ level, message, fields }] = endpoint.lines;
			expect(level).toBe('warn');
			expect(message).toContain(reason);
			expect(fields).toMatchObject({
				provider: subject.id,
				reason,
				workflowId: endpoint.workflowId,
				nodeName: 'Voice Call Trigger',
			});
			expectDiscretion(subject, [delivery], [answer]);
		},
	);

	test('all refusals look the same', async () => {
		endpoint = await openEndpoint(subject);
		const visible = new Set();
		for (const { make } of refusals[subject.id]) {
			const { status, headers, text } = await endpoint.send(make(subject));
			visible.add(JSON.stringify([status, { ...headers, date: '' }, text]));
		}
		expect(visible.size).toBe(1);
	});

	test('a sender that is not on the allowlist is forbidden before anything is read', async () => {
		endpoint = await openEndpoint(subject, { options: { ipAllowlist: '203.0.113.0/24' } });
		const answer = await endpoint.send(genuine(subject));
		expectOutcome(answer, [403, { error: 'forbidden' }, 0]);
		expect(endpoint.credentialFetches).toBe(0);
		expect(endpoint.lines).toMatchObject([
			{ level: 'warn', fields: { reason: 'sender-not-allowed', sender: '127.0.0.1' } },
		]);
	});

	test.each([
		['the credential cannot be read', () => Promise.reject(new Error('gone')), undefined],
		['the credential is empty', {}, undefined],
		['the allowlist cannot be read', subject.credential, 'localhost'],
	])('when %s, the sender is asked to try again', async (_, credential, ipAllowlist) => {
		endpoint = await openEndpoint(subject, { options: { ipAllowlist } });
		endpoint.credential = credential;
		const delivery = genuine(subject);
		const answer = await endpoint.send(delivery);
		expectOutcome(answer, [503, { error: 'unavailable' }, 0]);
		expect(endpoint.lines).toMatchObject([{ level: 'error', fields: { provider: subject.id } }]);
		endpoint.credential = subject.credential;
		endpoint.node.parameters.options = {};
		expectOutcome(await endpoint.send(delivery), [200, subject.acknowledgement, 1]);
	});
});

test.each(withSignatures)('a list signed by $id cannot be processed', async (subject) => {
	endpoint = await openEndpoint(subject);
	const answer = await endpoint.send(genuineList(subject));
	expectOutcome(answer, [422, { error: 'unprocessable' }, 0]);
	expect(endpoint.lines).toMatchObject([{ level: 'warn', fields: { reason: 'not-an-object' } }]);
});
