'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { providers } = require('../../nodes/providers');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { askLive, liveDelivery, liveRequests } = require('../../tools/simulator/live');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { openEndpoint } = require('./endpoint');
const { confidential, randomText, subjectOf } = require('./subjects');

const SORRY = 'Sorry, this is not available right now.';
const requests = providers.flatMap(({ id, trigger }) =>
	(trigger.live?.requests ?? []).map(
		(request) => /** @type {const} */ ([id, request.value, request]),
	),
);
/** @param {import('./subjects').Subject} subject */
const secretsOf = ({ sender, credential }) => ({ ...credential, ...sender });

let endpoint;
afterEach(async () => await endpoint?.close());

/** What an Answer sends. */
const sent = (body, headers = {}) => ({
	statusCode: 200,
	body,
	headers: { ...headers, 'x-voice-call-answer': '1' },
});

async function open(id, options = {}, parameters = {}) {
	const subject = subjectOf(id);
	endpoint = await openEndpoint(subject, { ...subject.parameters, ...parameters, options });
	const ask = async (name, facts, more) =>
		await askLive(endpoint.liveUrl, id, name, secretsOf(subject), facts, more);
	return { subject, ask };
}

test('the stand-ins ask all that there is to ask', () => {
	const asked = providers.flatMap(({ id }) => liveRequests(id).map((name) => `${id} ${name}`));
	expect(asked.sort()).toEqual(requests.map(([id, name]) => `${id} ${name}`).sort());
});

describe.each(requests)('%s %s', (id, name, request) => {
	test('starts the workflow with what is asked, each time', async () => {
		const { ask } = await open(id);
		for (let time = 0; time < 2; time += 1) {
			const heard = await ask(name, { callId: 'call_of_mine' });
			expect(heard.problem).toBeUndefined();
		}
		expect(endpoint.executions).toHaveLength(2);
		for (const [item] of endpoint.executions) {
			expect(item).toMatchObject({
				provider: id,
				request: { type: name, parameters: expect.any(Object) },
				delivery: { kind: 'request', verifiedWith: expect.any(String) },
			});
			const { answerBy } = item.request;
			const seconds = (Date.parse(answerBy) - Date.parse(item.delivery.receivedAt)) / 1000;
			expect(seconds).toBe(request.limit.seconds - 0.5);
			expect(item.event.type).not.toBe('unknown');
		}
		expect(endpoint.failures).toEqual([]);
	});

	test('a forged one is refused, and starts nothing', async () => {
		const { subject } = await open(id);
		const foreign = subject.foreign?.() ?? { signingSecret: randomText() };
		const { delivery } = liveDelivery(id, name, { ...foreign, liveRequestSecret: randomText() });
		const answer = await send(endpoint.liveUrl, delivery);
		expect([answer.status, answer.text]).toEqual([401, '{"error":"unauthorized"}']);
		expect(endpoint.executions).toEqual([]);
		const seen = JSON.stringify([answer.headers, endpoint.lines]);
		for (const text of confidential(subject, [delivery])) expect(seen).not.toContain(text);
	});

	test.each([
		['fails', () => Promise.reject(new Error('on purpose')), 'failed'],
		['ends without an answer', () => Promise.resolve(undefined), 'unanswered'],
	])('a workflow that %s', async (_, run, reason) => {
		const { ask } = await open(id);
		endpoint.run = run;
		const heard = await ask(name);
		expect(heard.problem).toBeUndefined();
		const { status, body } = request.failure(
			endpoint.executions[0].map((item) => item.request),
			SORRY,
		);
		expect([heard.status, heard.text]).toEqual([status, JSON.stringify(body)]);
		const isSilent = request.isOptional === true && reason === 'unanswered';
		expect(endpoint.lines.map(({ level, fields }) => [level, fields.reason])).toEqual(
			isSilent ? [] : [['warn', reason]],
		);
	});
});

describe('the answer to a live request', () => {
	const RESULTS = { results: [{ toolCallId: 'call_1', name: 'lookUpOrder', result: 'fine' }] };

	test('goes out as it is, without our mark', async () => {
		const { ask } = await open('vapi');
		endpoint.run = async () => sent(RESULTS, { 'X-Own': 'header' });
		const heard = await ask('tool-calls');
		expect(heard.understood).toEqual([{ result: 'fine' }]);
		expect(heard.headers).toMatchObject({ 'x-own': 'header' });
		expect(heard.headers).not.toHaveProperty('x-voice-call-answer');
		expect(endpoint.lines).toEqual([]);
	});

	test('may be text', async () => {
		const { ask } = await open('ultravox');
		endpoint.run = async () => sent('fine', { 'content-type': 'text/plain; charset=utf-8' });
		expect(await ask('http-tool')).toMatchObject({
			text: 'fine',
			headers: { 'content-type': 'text/plain; charset=utf-8' },
		});
	});

	test('that comes too late goes nowhere; the failure was there in time', async () => {
		const { ask } = await open('vapi', { answerTimeLimit: 0.4, answerMargin: 0.2 });
		let isSent;
		endpoint.run = async () => {
			await delay(500);
			isSent = true;
			return sent(RESULTS);
		};
		const heard = await ask('tool-calls', {}, { limitSeconds: 0.4 });
		expect(heard.understood).toEqual([{ error: SORRY }]);
		expect(isSent).toBeUndefined();
		await delay(400);
		expect(isSent).toBe(true);
		expect([...endpoint.failures, ...endpoint.faults]).toEqual([]);
		expect(endpoint.lines).toMatchObject([{ fields: { reason: 'late', request: 'tool-calls' } }]);
	});

	test('is not that of another node, which does not know the shape', async () => {
		const { ask } = await open('vapi');
		endpoint.run = async () => ({ statusCode: 200, body: { hello: 'world' }, headers: {} });
		expect((await ask('tool-calls')).understood).toEqual([{ error: SORRY }]);
	});

	test('is the failure where n8n cannot start the workflow', async () => {
		const { ask } = await open('vapi', { failureMessage: 'No luck' });
		endpoint.createExecution = async () => await Promise.reject(new Error('database'));
		expect((await ask('tool-calls')).understood).toEqual([{ error: 'No luck' }]);
	});

	test('to several questions comes from several items, also in raw output', async () => {
		const { ask } = await open('vapi', {}, { output: 'raw' });
		const tools = ['1', '2'].map((order) => ({ id: `call_${order}`, name: 'a', args: { order } }));
		await ask('tool-calls', { tools: [tools[0], { ...tools[1], flat: true }] });
		expect(endpoint.executions[0].map((item) => item.request)).toMatchObject([
			{ id: 'call_1', name: 'a', parameters: { order: '1' } },
			{ id: 'call_2', name: 'a', parameters: { order: '2' } },
		]);
	});

	test('a caller that has hung up disturbs nothing', async () => {
		await open('vapi', { answerTimeLimit: 0.4, answerMargin: 0.2 });
		const { delivery } = liveDelivery('vapi', 'tool-calls', subjectOf('vapi').credential);
		endpoint.run = async () => await delay(100, sent(RESULTS));
		const { signal } = AbortSignal.timeout ? { signal: AbortSignal.timeout(50) } : {};
		await expect(send(endpoint.liveUrl, delivery, { signal })).rejects.toThrow();
		await delay(400);
		expect([...endpoint.failures, ...endpoint.faults]).toEqual([]);
	});
});

describe('an event at the URL of live requests', () => {
	const event = () => sampleEvent('vapi', 'end-of-call-report', uniqueFacts());
	const deliver = async (sample, url = endpoint.liveUrl) =>
		await send(url, signedDelivery('vapi', sample, subjectOf('vapi').credential));

	test('starts the workflow once, and is acknowledged', async () => {
		await open('vapi');
		const sample = event();
		expect(await deliver(sample)).toMatchObject({ status: 200, text: '{}' });
		expect(JSON.parse((await deliver(sample)).text)).toEqual({ received: true, duplicate: true });
		expect(JSON.parse((await deliver(sample, endpoint.url)).text)).toHaveProperty('duplicate');
		expect(endpoint.executions).toHaveLength(1);
		expect(endpoint.executions[0][0].delivery.kind).toBe('event');
	});

	test('is acknowledged although its workflow fails, or takes its time', async () => {
		await open('vapi');
		endpoint.run = async () => await Promise.reject(new Error('on purpose'));
		expect(await deliver(event())).toMatchObject({ status: 200, text: '{}' });
		endpoint.run = async () => await delay(2500);
		expect(await deliver(event())).toMatchObject({ status: 200, text: '{}' });
	});

	test('is to be sent again where n8n could not start the workflow', async () => {
		await open('vapi');
		const sample = event();
		const { createExecution } = endpoint;
		endpoint.createExecution = async () => await Promise.reject(new Error('database'));
		expect((await deliver(sample)).status).toBe(500);
		endpoint.createExecution = createExecution;
		expect(await deliver(sample)).toMatchObject({ status: 200, text: '{}' });
		expect(endpoint.executions).toHaveLength(1);
	});

	test('that is not selected is left alone', async () => {
		await open('vapi', {}, { events: ['status-update'] });
		expect(JSON.parse((await deliver(event())).text)).toEqual({ received: true, ignored: 'event' });
		expect(endpoint.executions).toEqual([]);
	});

	test('of a provider without live requests is taken as well', async () => {
		const subject = subjectOf('voxifi');
		endpoint = await openEndpoint(subject);
		const sample = sampleEvent('voxifi', subject.eventType, uniqueFacts());
		const answer = await send(
			endpoint.liveUrl,
			signedDelivery('voxifi', sample, subject.credential),
		);
		expect(answer).toMatchObject({ status: 200, text: JSON.stringify(subject.acknowledgement) });
	});
});

describe('the form', () => {
	test.each([
		[{ answerMargin: 20 }, /leaves no time/],
		[{ answerMargin: 0 }, /Answer Margin is not a number/],
		[{ answerTimeLimit: 'soon' }, /Answer Time Limit is not a number/],
		[{ answerTimeLimit: null }, /Answer Time Limit is not a number/],
	])('%j cannot be published, and refuses until it is corrected', async (options, problem) => {
		const { ask } = await open('vapi', options);
		await expect(endpoint.activate()).rejects.toThrow(problem);
		expect(await ask('tool-calls')).toMatchObject({ status: 503 });
	});

	test('a credential for live requests alone can be published', async () => {
		await open('ultravox');
		endpoint.credential = { liveRequestSecret: randomText() };
		await expect(endpoint.activate()).resolves.toBe(true);
		endpoint.credential = { liveRequestSecret: ' ' };
		await expect(endpoint.activate()).rejects.toThrow(/no secret/);
	});
});

describe('a secret in a header', () => {
	const secrets = subjectOf('ultravox').credential;
	test.each([
		['is missing', {}],
		['is empty', { 'X-Voice-Call-Secret': '' }],
		['is there twice', { 'X-Voice-Call-Secret': Array(2).fill(secrets.liveRequestSecret) }],
		['is the signing secret', { 'X-Voice-Call-Secret': secrets.signingSecret }],
		['has more than itself', { 'X-Voice-Call-Secret': `${secrets.liveRequestSecret}x` }],
		['stands elsewhere', { Authorization: `Bearer ${secrets.liveRequestSecret}` }],
	])('that %s proves nothing', async (_, headers) => {
		await open('ultravox');
		const delivery = { headers: { 'Content-Type': 'application/json', ...headers }, body: '{}' };
		expect((await send(endpoint.liveUrl, delivery)).status).toBe(401);
		expect(endpoint.executions).toEqual([]);
	});

	test('is no proof of an event at the other URL', async () => {
		await open('ultravox');
		const { delivery } = liveDelivery('ultravox', 'http-tool', secrets);
		expect((await send(endpoint.url, delivery)).status).toBe(401);
	});
});

describe('in a test run', () => {
	const told = () => endpoint.failures.map(({ message }) => message);

	test('a live request that shows no secret says which header it lacks', async () => {
		await open('elevenLabs');
		const headers = { 'Content-Type': 'application/json' };
		await send(endpoint.liveTestUrl, { headers, body: '{}' });
		expect(told()).toEqual([expect.stringMatching(/no x-voice-call-secret header/)]);
	});

	test('an event at the wrong URL, and a live request at the wrong one, are told', async () => {
		const { subject } = await open('elevenLabs');
		const event = sampleEvent('elevenLabs', subject.eventType, uniqueFacts());
		const signed = signedDelivery('elevenLabs', event, subject.credential);
		await send(endpoint.liveTestUrl, signed);
		const { delivery } = liveDelivery('elevenLabs', 'server-tool', subject.credential);
		await send(endpoint.testUrl, delivery);
		expect(told()).toEqual([
			expect.stringMatching(/^This is an event .* the one for live requests$/),
			expect.stringMatching(/^This is a live request .* the one for events$/),
		]);
	});
});
