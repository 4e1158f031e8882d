'use strict';

const { randomBytes } = require('node:crypto');
const { setTimeout: delay } = require('node:timers/promises');
const { waitForWebhook } = require('../../tools/n8n-host');
const { startSimulator } = require('../../tools/simulator/server');
const { startChatModel } = require('./chatModel');
const { sinceN8n2 } = require('./conditions');
const { importExample } = require('./exampleWorkflow');
const { sharedN8n } = require('./sharedN8n');

const FILE = 'agent-that-calls-after-approval.json';
const APPROVAL = 'Approve in the chat';
/** n8n takes a link for pressed only when a browser opens it, not when a chat program previews it. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const wish = {
	contactNumber: '+919876543210',
	contactName: 'Raj Patel',
	purpose: 'An appointment',
};

sinceN8n2(describe)('the example of an agent that calls after approval', () => {
	let client;
	let simulator;
	let model;
	let example;
	let chatUrl;

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator();
		model = await startChatModel([{ arguments: wish }]);
		const { apiKey } = simulator.credentials.huskyVoice;
		example = await importExample(client, FILE, {
			credentials: {
				huskyVoiceApi: { apiKey, baseUrl: simulator.urls.huskyVoice },
				openAiApi: { apiKey: randomBytes(8).toString('hex'), url: `${model.url}/v1` },
			},
			// A person signs in to n8n; here the chat is open.
			parameters: { 'When chat message received': { authentication: 'none' } },
		});
		await client.activate(example.workflow.id);
		const { webhookId } = example.node('When chat message received');
		chatUrl = client.webhookUrl(`${webhookId}/chat`);
		await waitForWebhook(chatUrl);
	});

	afterAll(async () => {
		await example?.remove();
		await model?.stop();
		await simulator?.stop();
	});

	/** Chats, and waits until the workflow waits for a human. */
	async function askForCall() {
		const answer = await fetch(chatUrl, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				action: 'sendMessage',
				sessionId: randomBytes(8).toString('hex'),
				chatInput: `Call ${wish.contactName} at ${wish.contactNumber}`,
			}),
		});
		const { executionId } = /** @type {{ executionId: string }} */ (await answer.json());
		for (let tries = 0; tries < 200; tries++) {
			const execution = await client.getExecution(executionId);
			if (execution.status === 'waiting') return execution;
			if (execution.finished) throw new Error(`The agent ended: ${execution.status}`);
			await delay(100);
		}
		throw new Error('The agent did not ask for approval');
	}

	/** What the chat shows: a text, and buttons with addresses. */
	function questionOf(execution) {
		const [{ sendMessage }] = execution.data.resultData.runData[APPROVAL].at(-1).data.ai_tool[0];
		return sendMessage;
	}

	/** Presses a button, and waits for what the agent is then told of its tool. */
	async function press(question, label) {
		const { link } = question.buttons.find(({ text }) => text === label);
		const before = model.received.length;
		await fetch(link, { headers: { 'user-agent': BROWSER } });
		await model.waitFor(before + 1);
		return model.received.at(-1).body.messages.findLast(({ role }) => role === 'tool').content;
	}

	test('dials nothing until a human has approved the number', async () => {
		const question = questionOf(await askForCall());
		expect(question.text).toContain(wish.contactNumber);
		expect(simulator.requests).toEqual([]);

		const told = await press(question, 'Place the call');
		expect(simulator.calls).toHaveLength(1);
		expect(simulator.requests.map(({ json }) => json)).toEqual([
			{
				agent_id: 'your-agent-id',
				contact_number: wish.contactNumber,
				contact_name: wish.contactName,
				additional_info: { purpose: wish.purpose },
			},
		]);
		expect(told).toContain(simulator.calls[0].id);
	});

	test('dials nothing when a human says no', async () => {
		const before = simulator.requests.length;
		const question = questionOf(await askForCall());
		await press(question, 'Do not call');
		expect(simulator.requests).toHaveLength(before);
	});
});
