'use strict';

const { itemsOf, waitForWebhook } = require('../../tools/n8n-host');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { askLive, liveDelivery, liveRequests } = require('../../tools/simulator/live');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { standIns } = require('../../tools/simulator/standIns');
const { randomText, subjectOf } = require('../VoiceCallTrigger/subjects');
const { BEHAVIOR, answerNode, codeNode, publishAnswering } = require('./answerWorkflow');
const { sharedN8n } = require('./sharedN8n');
const { TRIGGER } = require('./triggerWorkflow');

const SORRY = 'Sorry, this is not available right now.';
const RESULT = { answerWith: 'result', result: '={{ $json.said }}' };
const failed = { told: JSON.stringify({ error: SORRY }) };

/**
 * What is answered, what the platform makes of it, and of a workflow that failed.
 *
 * @type {[provider: string, name: string, form: object, understood: unknown, failure: unknown][]}
 */
const ROWS = [
	['vapi', 'tool-calls', RESULT, [{ result: 'on its way' }], [{ error: SORRY }]],
	[
		'vapi',
		'assistant-request',
		{ answerWith: 'agent', agentId: 'assistant-7', variables: '{"name": "Ada"}' },
		{ assistantId: 'assistant-7', assistantOverrides: { variableValues: { name: 'Ada' } } },
		{ error: SORRY },
	],
	[
		'vapi',
		'transfer-destination-request',
		{ answerWith: 'transfer', transferTo: '+1 415 555 0199', message: 'One moment.' },
		{ destination: { type: 'number', phoneNumber: '+14155550199', message: 'One moment.' } },
		{ error: SORRY },
	],
	[
		'vapi',
		'handoff-destination-request',
		{ answerWith: 'agent', agentId: 'assistant-7' },
		{ destination: { type: 'assistant', assistantId: 'assistant-7' } },
		{ error: SORRY },
	],
	[
		'vapi',
		'knowledge-base-request',
		RESULT,
		{ documents: [{ content: 'on its way' }] },
		{ documents: [] },
	],
	[
		'vapi',
		'campaign.predial',
		{ answerWith: 'json', answerBody: '{"eligible": true}' },
		{ eligible: true },
		{ eligible: false },
	],
	[
		'retell',
		'call_inbound',
		{ answerWith: 'agent', agentId: 'agent_7', variables: '={{ { order: 17 } }}' },
		{ override_agent_id: 'agent_7', dynamic_variables: { order: '17' } },
		{},
	],
	['retell', 'chat_inbound', { answerWith: 'reject' }, { reject: true }, {}],
	['retell', 'custom-function', RESULT, { told: 'on its way' }, failed],
	[
		'elevenLabs',
		'conversation-initiation',
		{
			answerWith: 'agent',
			variables: '{"name": "Ada"}',
			overrides: '{"agent": {"language": "de"}}',
		},
		{
			type: 'conversation_initiation_client_data',
			dynamic_variables: { name: 'Ada' },
			conversation_config_override: { agent: { language: 'de' } },
		},
		{ type: 'conversation_initiation_client_data', dynamic_variables: {} },
	],
	['elevenLabs', 'server-tool', RESULT, { told: 'on its way' }, failed],
	[
		'ultravox',
		'http-tool',
		{ ...RESULT, reaction: 'hangUp' },
		{ told: 'on its way', type: 'hang-up' },
		failed,
	],
	[
		'enableX',
		'call-event',
		{ answerWith: 'json', answerBody: '{"play": {"text": "Hello"}}' },
		{ play: { text: 'Hello' } },
		{},
	],
	[
		'custom',
		'request',
		{ answerWith: 'result', result: '={{ $json }}' },
		{ said: 'on its way' },
		{ failed: SORRY },
	],
];

/** Requests whose time limit nobody can change. */
const FIXED = ['assistant-request', 'call_inbound', 'chat_inbound', 'call-event'];

test('every live request there is stands in the table', () => {
	const all = Object.keys(standIns).flatMap((id) =>
		liveRequests(id).map((name) => `${id} ${name}`),
	);
	expect(ROWS.map(([id, name]) => `${id} ${name}`).sort()).toEqual(all.sort());
});

describe.each(ROWS)('%s %s in a real n8n', (provider, name, form, understood, failure) => {
	const subject = subjectOf(provider);
	let client;
	let workflow;
	let executions = 0;

	beforeAll(async () => {
		client = await sharedN8n();
		// The workflow has one second.
		const { limitSeconds } = standIns[provider].live[name];
		const options = FIXED.includes(name)
			? { answerMargin: limitSeconds - 1 }
			: { answerTimeLimit: 1.5, answerMargin: 0.5 };
		workflow = await publishAnswering(client, {
			provider,
			next: [codeNode(BEHAVIOR), answerNode(provider, form)],
			options,
		});
	});
	afterAll(async () => await workflow?.remove());

	const ask = async (mode = 'mode-answer') => {
		executions += 1;
		return await askLive(workflow.url, provider, name, subject.sender ?? subject.credential, {
			callId: mode,
		});
	};

	/** The newest execution, once it has ended. */
	const newest = async () => {
		const [{ id, status }] = await client.waitForExecutions(workflow.workflow.id, executions);
		return { status, execution: await client.getExecution(id) };
	};

	test('is answered, each time anew', async () => {
		for (let time = 0; time < 2; time += 1) {
			const heard = await ask();
			expect(heard.problem).toBeUndefined();
			expect(heard.understood).toEqual(understood);
			expect(heard.headers).not.toHaveProperty('x-voice-call-answer');
		}
		const { status, execution } = await newest();
		expect(status).toBe('success');
		const [item] = itemsOf(execution, TRIGGER);
		expect(item).toMatchObject({
			provider,
			delivery: { kind: 'request' },
			request: { type: name },
		});
		expect(itemsOf(execution, 'Answer')).toMatchObject([{ success: true, answered: true }]);
	});

	test.each(['mode-throw', 'mode-silent'])('%s: gets its failure', async (mode) => {
		const heard = await ask(mode);
		expect(heard.problem).toBeUndefined();
		expect(heard.understood).toEqual(failure);
		expect((await newest()).status).toBe(mode === 'mode-throw' ? 'error' : 'success');
	});

	test('a late workflow: gets its failure before the limit, and the execution says so', async () => {
		const heard = await ask('mode-late');
		expect(heard.problem).toBeUndefined();
		expect(heard.understood).toEqual(failure);
		const { status, execution } = await newest();
		expect(status).toBe('error');
		expect(execution.data.resultData.error.message).toMatch(/too late/);
	});

	test('a forged request is refused and starts nothing', async () => {
		const secrets = {
			...(subject.foreign?.() ?? { signingSecret: randomText() }),
			liveRequestSecret: randomText(),
		};
		const { delivery } = liveDelivery(provider, name, secrets);
		expect(await send(workflow.url, delivery)).toMatchObject({
			status: 401,
			text: '{"error":"unauthorized"}',
		});
		expect(await client.countExecutions(workflow.workflow.id)).toBe(executions);
	});
});

describe('one live request and its workflow', () => {
	let client;
	let workflow;
	const { credential } = subjectOf('vapi');
	const tools = ['1', '2', '3'].map((order) => ({
		id: `call_${order}`,
		name: order === '2' ? 'refund' : 'lookUpOrder',
		args: { order },
		flat: order === '3',
	}));

	beforeAll(async () => (client = await sharedN8n()));
	afterEach(async () => await workflow?.remove());

	test('several tool calls are answered from several items, in their order', async () => {
		workflow = await publishAnswering(client, {
			provider: 'vapi',
			next: [
				codeNode(BEHAVIOR),
				answerNode('vapi', { answerWith: 'result', result: '={{ $json }}' }),
			],
		});
		const heard = await askLive(workflow.url, 'vapi', 'tool-calls', credential, { tools });
		expect(heard.problem).toBeUndefined();
		const orders = heard.understood.map(({ result }) => JSON.parse(result).order);
		expect(orders).toEqual(['1', '2', '3']);
	});

	test('and from several Answers, one for each branch', async () => {
		const branch = (name, test) =>
			codeNode(
				`return $input.all().filter(({ json }) => json.request.name ${test} 'refund');`,
				name,
			);
		workflow = await publishAnswering(client, {
			provider: 'vapi',
			next: [
				branch('Orders', '!=='),
				answerNode('vapi', {
					answerWith: 'result',
					result: '={{ $json.request.parameters.order }}',
				}),
				codeNode(
					`return $('${TRIGGER}').all().filter(({ json }) => json.request.name === 'refund');`,
					'Refunds',
				),
				answerNode('vapi', { answerWith: 'error', errorMessage: 'Not by phone' }, 'Answer 2'),
			],
		});
		const heard = await askLive(workflow.url, 'vapi', 'tool-calls', credential, { tools });
		expect(heard.problem).toBeUndefined();
		expect(heard.understood).toEqual([{ result: '1' }, { error: 'Not by phone' }, { result: '3' }]);
		const [{ id }] = await client.waitForExecutions(workflow.workflow.id, 1);
		const execution = await client.getExecution(id);
		expect(itemsOf(execution, 'Answer').map(({ answered }) => answered)).toEqual([false, false]);
		expect(itemsOf(execution, 'Answer 2')).toMatchObject([{ answered: true }]);
	});

	test('an event at the same URL starts the workflow, is acknowledged, and only once', async () => {
		workflow = await publishAnswering(client, { provider: 'vapi', next: [] });
		const event = sampleEvent('vapi', 'end-of-call-report', uniqueFacts());
		const delivery = () => signedDelivery('vapi', event, credential);
		expect(await send(workflow.url, delivery())).toMatchObject({ status: 200, text: '{}' });
		const again = await send(workflow.url, delivery());
		expect(JSON.parse(again.text)).toEqual({ received: true, duplicate: true });
		const [{ id }] = await client.waitForExecutions(workflow.workflow.id, 1);
		const [item] = itemsOf(await client.getExecution(id), TRIGGER);
		expect(item.delivery.kind).toBe('event');
		expect(await client.countExecutions(workflow.workflow.id)).toBe(1);
	});

	test('an event whose workflow fails is acknowledged as well', async () => {
		const next = [codeNode('throw new Error("on purpose");')];
		workflow = await publishAnswering(client, { provider: 'vapi', next });
		const event = sampleEvent('vapi', 'end-of-call-report', uniqueFacts());
		const answer = await send(workflow.url, signedDelivery('vapi', event, credential));
		expect(answer).toMatchObject({ status: 200, text: '{}' });
	});

	test('the test URL works in the editor, and shows why a request is refused', async () => {
		workflow = await publishAnswering(client, {
			provider: 'ultravox',
			next: [answerNode('ultravox', { answerWith: 'result', result: 'fine' })],
		});
		const { credential: own } = subjectOf('ultravox');
		const listen = async (secrets) => {
			const listener = await client.listenForTest(workflow.workflow, TRIGGER);
			try {
				await waitForWebhook(workflow.testUrl);
				const heard = await askLive(workflow.testUrl, 'ultravox', 'http-tool', secrets);
				return { heard, execution: await listener.finished() };
			} finally {
				await listener.close();
			}
		};
		const good = await listen(own);
		expect(good.heard.understood).toEqual({ told: 'fine' });
		expect(good.execution).toMatchObject({ status: 'success', mode: 'manual' });
		const bad = await listen({ liveRequestSecret: randomText() });
		expect(bad.heard.status).toBe(401);
		expect(bad.execution.data.resultData.error.message).toMatch(/x-voice-call-secret/);
	});
});
