'use strict';

const { waitForWebhook } = require('../../tools/n8n-host');
const { chromiumProblem, launchChromium } = require('../../tools/browser/chromium');
const { openEditor } = require('../../tools/browser/editor');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { startSimulator } = require('../../tools/simulator/server');
const { signedDelivery } = require('../../tools/simulator/sign');
const { describeUnless } = require('./conditions');
const { sharedN8n } = require('./sharedN8n');

const problem = chromiumProblem();
const describeEditor = describeUnless(problem, 'The editor is not tested in a browser');

const providerNames = [
	'Bland AI',
	'ElevenLabs Agents',
	'EnableX',
	'HuskyVoice AI',
	'Mirai Minds v1',
	'Mirai Minds v2',
	'Other (Custom Signature)',
	'Retell AI',
	'Standard Webhooks',
	'Telnyx',
	'Ultravox',
	'Vapi',
	'Voxifi',
];
/** What people type to find the package: parts of the providers' names, and what it is about. */
const searches = [
	...providerNames,
	'HuskyVoice',
	'Mirai Minds',
	'Retell',
	'ElevenLabs',
	'Bland',
	'phone',
	'call',
	'phone call',
	'outbound call',
	'telephony',
	'dialer',
	'IVR',
	'voice agent',
	'voicebot',
	'call center',
	'verify webhook',
	'webhook signature',
	'HMAC',
	'live request',
	'answer call',
];
/** What the notice of each provider begins to say, and the credential that it needs. */
const forms = [
	['EnableX', 'EnableX API', /does not sign them/],
	['Mirai Minds v1', 'Mirai Minds V1 API', /callbackUrl/],
	['Voxifi', 'Voxifi Webhook API', /Integrations > Webhooks/],
	['HuskyVoice AI', 'HuskyVoice AI Webhook API', /Webhook Secret/],
];

/** One person's session in the editor: each test goes on where the one before it stopped. */
describeEditor('In the editor, as a person', () => {
	let client;
	let simulator;
	let browser;
	let editor;
	let secrets;

	beforeAll(async () => {
		if (problem) throw new Error(`${problem}. The editor has to be tested where CI is set.`);
		client = await sharedN8n();
		simulator = await startSimulator();
		secrets = simulator.credentials.huskyVoice;
		browser = await launchChromium();
		editor = await openEditor(browser, client);
		await editor.newWorkflow();
	});

	afterAll(async () => {
		const workflowId = /\/workflow\/([A-Za-z0-9]+)/.exec(editor?.page.url() ?? '')?.[1];
		await browser?.close();
		await simulator?.stop();
		if (workflowId === undefined) return;
		const { nodes } = await client.getWorkflow(workflowId);
		await client.deleteWorkflow(workflowId);
		const own = nodes.flatMap(({ credentials = {} }) => Object.values(credentials));
		for (const id of new Set(own.map(({ id }) => id))) await client.deleteCredential(id);
	});

	const newEvent = () =>
		signedDelivery('huskyVoice', sampleEvent('huskyVoice', 'call.completed', uniqueFacts()), {
			signingSecret: secrets.signingSecret,
		});
	const tampered = (delivery) => ({
		...delivery,
		body: Buffer.from(String(delivery.body).replace('completed', 'Completed')),
	});

	test.each(searches)('the nodes panel finds the package by %s', async (words) => {
		await editor.searchNodes(words);
	});

	test('it offers a trigger for each provider', async () => {
		await editor.openEntry();
		const offered = await editor.offered();
		expect(offered).toEqual(
			expect.arrayContaining(providerNames.map((name) => `On ${name} event`)),
		);
	});

	test('the trigger that was chosen opens with its provider', async () => {
		await editor.place('On EnableX event');
		expect(await editor.selected('provider')).toBe('EnableX');
	});

	test.each(forms)('the form for %s asks for %s and says where', async (name, credential, says) => {
		await editor.select('provider', name);
		const text = await editor.formText();
		expect(text).toContain(`Credential for ${credential}`);
		expect(text).toMatch(says);
		// No tag shows as text.
		expect(text).not.toMatch(/<\/?[a-z]+|&[a-z]+;/);
	});

	test('the credential form finds a blank after the secret', async () => {
		await editor.newCredential();
		await editor.fillCredential({ signingSecret: `${secrets.signingSecret} ` });
		expect(await editor.saveFailing()).toContain(
			'The signing secret starts or ends with a space. Paste it again, without spaces around it.',
		);
	});

	test('and accepts the secret without it', async () => {
		await editor.fillCredential({ signingSecret: secrets.signingSecret });
		await editor.savePassing();
		await editor.editCredential();
		await editor.credentialPassed();
		await editor.closeCredential();
	});

	test('a tampered test event is refused, and the output says why and what to do', async () => {
		const url = await editor.webhookUrl();
		await editor.listen();
		const answer = await send(url, tampered(newEvent()));
		expect([answer.status, answer.text]).toEqual([401, '{"error":"unauthorized"}']);
		const { message, description } = await editor.failure();
		expect(message).toBe('The signature does not match the body and the secret');
		expect(description).toMatch(/copy it again/);
	});

	test('a genuine one comes out as an item', async () => {
		const url = await editor.webhookUrl();
		await editor.listen();
		expect((await send(url, newEvent())).status).toBe(200);
		const item = await editor.itemText();
		expect(item).toContain('"type": "call.completed"');
		expect(item).toContain('"verifiedWith": "current"');
	});

	test('a Voice Call node places a call', async () => {
		await editor.closeNode();
		await editor.searchNodes('phone');
		await editor.openEntry();
		await editor.unfold('Actions', 'Create call');
		await editor.place('Create call');
		expect(await editor.selected('provider')).toBe('HuskyVoice AI');
		expect(await editor.selected('authentication')).toBe('Inbound URL');
		await editor.newCredential();
		await editor.fillCredential({ secretInboundUrl: simulator.urls.huskyVoiceInbound });
		await editor.savePassing();
		await editor.fill({ agentId: 'agent_123', contactNumber: '+91 98765 43210' });
		await editor.execute();
		const item = await editor.itemText();
		expect(simulator.placed()).toEqual({ '+919876543210': 1 });
		expect(item).toContain(`"callId": "${simulator.calls[0].id}"`);
	});

	test('the published workflow answers at its production URL', async () => {
		await editor.closeNode();
		await editor.openNode('Voice Call Trigger');
		const url = await editor.webhookUrl('Production URL');
		await editor.closeNode();
		await editor.publish();
		await waitForWebhook(url);
		const event = newEvent();
		expect((await send(url, tampered(event))).status).toBe(401);
		expect((await send(url, event)).status).toBe(200);
	});

	test('the nodes panel offers to answer a live request, with a provider that asks', async () => {
		// n8n congratulates on the first published workflow.
		await editor.page.keyboard.press('Escape');
		await editor.searchNodes('live request');
		await editor.openEntry();
		await editor.unfold('Actions', 'Answer live request');
		await editor.place('Answer live request');
		expect(await editor.selected('resource')).toBe('Live Request');
		expect(await editor.selected('operation')).toBe('Answer');
		await editor.select('provider', 'Vapi');
		expect(await editor.selected('operation')).toBe('Answer');
	});
});
