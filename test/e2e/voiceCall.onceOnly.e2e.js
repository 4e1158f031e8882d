'use strict';

/**
 * One call stays one call in a real n8n: whatever its fields evaluate to at each try, and whoever tries again,
 * n8n, a person or an agent. The same at the lowest level: test/VoiceCall.
 */

const { randomBytes, randomUUID } = require('node:crypto');
const { itemsOf, waitForWebhook } = require('../../tools/n8n-host');
const {
	calls,
	credentialsFor,
	markedByItem,
	startSimulator,
	ways: wayOf,
} = require('../VoiceCall/standIn');
const { startChatModel } = require('./chatModel');
const { sharedN8n } = require('./sharedN8n');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

const ways = Object.keys(calls);
const byUrl = 'HuskyVoice by inbound URL';
const UNCLEAR = /It is not known whether/;
/** Something else each time that it is evaluated, and in each execution; short enough for a name. */
const CHANGING = '($now.toMillis() + $execution.id + Math.random()).slice(0, 36)';

describe('a call that is tried again, in a real n8n', () => {
	let client;
	let simulator;
	const remove = [];

	beforeAll(async () => (client = await sharedN8n()));
	beforeEach(async () => (simulator = await startSimulator({ limit: null })));
	afterEach(async () => {
		await simulator.stop();
		for (const each of remove.splice(0)) await each();
	});

	const publish = async (parameters, options = {}) => {
		const published = await publishCallWorkflow(client, { simulator, parameters, ...options });
		remove.push(published.remove);
		return published;
	};
	/** A call of a way, with a field that changes with each try. */
	const changing = (way) =>
		JSON.parse(JSON.stringify(markedByItem(way)).replaceAll('$json.id', CHANGING));
	/** A person presses "Retry" in the list of executions. */
	const retry = async ({ id }, workflow, { loadWorkflow, count }) => {
		await client.retryExecution(id, { loadWorkflow });
		const [newest] = await client.waitForExecutions(workflow.id, count, { timeoutMs: 60_000 });
		return await client.getExecution(newest.id);
	};
	const placing = () => simulator.requests.filter(({ method }) => method === 'POST');

	test.each(ways)('%s: rings once, whatever a field evaluates to at each try', async (way) => {
		const { keyOf } = wayOf[way];
		const lost = simulator.misbehave({ how: 'reset-after', times: Infinity });
		const { workflow, run } = await publish(changing(way), {
			nodeSettings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 },
		});
		const execution = await run([{}], { timeoutMs: 90_000 });
		expect(errorOf(execution).message).toMatch(UNCLEAR);
		expect(simulator.calls).toHaveLength(1);
		const keys = new Set(placing().map(keyOf ?? (({ body }) => body)));
		expect(keys.size).toBe(1);
		if (keyOf === undefined) return;

		// The key makes it safe to ask once more, for a person too.
		lost.stop();
		const again = await retry(execution, workflow, { loadWorkflow: false, count: 2 });
		expect(itemsOf(again, NODE)).toMatchObject([{ success: true, callId: simulator.calls[0].id }]);
		expect(simulator.calls).toHaveLength(1);
		expect(new Set(placing().map(keyOf))).toEqual(keys);
	});

	test('a retry after an option was changed in the form rings nobody twice', async () => {
		simulator.misbehave({ how: 'success-false', when: ({ body }) => body.includes('"third"') });
		const { workflow, run } = await publish(markedByItem(byUrl));
		const items = ['first', 'second', 'third'].map((id) => ({ id }));
		const failed = await run(items);
		expect(failed.status).toBe('error');
		const { nodes } = await client.request('GET', `/workflows/${workflow.id}`);
		const changed = nodes.map((node) =>
			node.name === NODE
				? { ...node, parameters: { ...node.parameters, options: { timeout: 40 } } }
				: node,
		);
		await client.updateWorkflow(workflow.id, { nodes: changed });

		const execution = await retry(failed, workflow, { loadWorkflow: true, count: 2 });
		expect(itemsOf(execution, NODE).map(({ success }) => success)).toEqual([true, true, true]);
		expect(simulator.placed()).toEqual({ first: 1, second: 1, third: 1 });
	});

	test('a loop rings each item once, though one answer is lost', async () => {
		simulator.misbehave({ how: 'reset-after', when: ({ body }) => body.includes('"two"') });
		const { run } = await publish(markedByItem(byUrl), {
			loop: true,
			nodeSettings: {
				onError: 'continueRegularOutput',
				retryOnFail: true,
				maxTries: 3,
				waitBetweenTries: 100,
			},
		});
		await run(['one', 'two', 'three'].map((id) => ({ id })));
		expect(simulator.placed()).toEqual({ one: 1, two: 1, three: 1 });
	});

	/** An agent up to version 2 runs its tools itself, n8n's engine runs those of later ones. */
	test.each([2.2, 3])(
		'an agent (version %s) rings a number once while one attempt is unclear',
		async (version) => {
			const number = '+919876543210';
			const asks = (tool, purpose) => ({ tool, arguments: { number, purpose } });
			const model = await startChatModel([
				asks('Call', 'An appointment'),
				asks('Call', 'The appointment, in other words'),
				asks('Call_from_another_tool', 'An appointment'),
			]);
			remove.push(model.stop);
			simulator.misbehave({ how: 'reset-after', times: Infinity });
			const chat = await publishAgent(model.url, version);
			await chat.send(`Call ${number}`);
			await model.waitFor(4);
			const told = model.received
				.at(-1)
				.body.messages.filter(({ role }) => role === 'tool')
				.map(({ content }) => content);
			expect(told).toEqual([1, 2, 3].map(() => expect.stringMatching(UNCLEAR)));
			for (const each of told.slice(1)) expect(each).toMatch(/nothing was sent this time/);
			expect(simulator.calls).toHaveLength(1);
			expect(placing()).toHaveLength(1);
		},
	);

	/** An agent with two tools that call by the same inbound URL. */
	const publishAgent = async (modelUrl, version) => {
		const create = async (type, data) => {
			const name = `${type} ${randomUUID()}`;
			const { id } = await client.createCredential({ name, type, data });
			remove.unshift(async () => await client.deleteCredential(id));
			return { [type]: { id, name } };
		};
		const inbound = 'huskyVoiceInboundUrlApi';
		const inboundUrl = await create(inbound, credentialsFor(simulator)[inbound]);
		const openAi = await create('openAiApi', {
			apiKey: randomBytes(8).toString('hex'),
			url: `${modelUrl}/v1`,
		});
		const webhookId = randomUUID();
		const fromAgent = (name) => `={{ $fromAI('${name}', '', 'string') }}`;
		const node = (name, type, typeVersion, more) => ({
			id: randomUUID(),
			name,
			type,
			typeVersion,
			position: [0, 0],
			parameters: {},
			...more,
		});
		const tool = (name) =>
			node(name, 'n8n-nodes-voice-call.voiceCallTool', 1, {
				credentials: inboundUrl,
				parameters: {
					descriptionType: 'manual',
					toolDescription: 'Places a call.',
					resource: 'call',
					operation: 'create',
					...calls[byUrl](fromAgent('purpose')),
					contactNumber: fromAgent('number'),
				},
			});
		const to = (type) => ({ [type]: [[{ node: 'Agent', type, index: 0 }]] });
		const langchain = '@n8n/n8n-nodes-langchain';
		const workflow = await client.createWorkflow({
			name: `Agent ${webhookId}`,
			nodes: [
				node('Chat', `${langchain}.chatTrigger`, 1.1, {
					webhookId,
					parameters: { public: true, mode: 'webhook', options: {} },
				}),
				node('Agent', `${langchain}.agent`, version, { parameters: { options: {} } }),
				node('Model', `${langchain}.lmChatOpenAi`, 1.2, {
					credentials: openAi,
					parameters: {
						model: { __rl: true, mode: 'id', value: 'gpt-5-mini' },
						options: {},
					},
				}),
				tool('Call'),
				tool('Call from another tool'),
			],
			connections: {
				Chat: to('main'),
				Model: to('ai_languageModel'),
				Call: to('ai_tool'),
				'Call from another tool': to('ai_tool'),
			},
			settings: { executionOrder: 'v1' },
		});
		remove.unshift(async () => await client.deleteWorkflow(workflow.id));
		await client.activate(workflow.id);
		const url = client.webhookUrl(`${webhookId}/chat`);
		await waitForWebhook(url);
		return {
			send: async (chatInput) =>
				await fetch(url, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ action: 'sendMessage', sessionId: randomUUID(), chatInput }),
				}),
		};
	};
});
