'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { packPackage, startN8n, waitForWebhook } = require('../../tools/n8n-host');
const { INSPECTED, openInspector } = require('../../tools/n8n-host/inspector');
const { send } = require('../../tools/simulator/sender');
const { genuine, randomText, subjectOf } = require('../VoiceCallTrigger/subjects');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const husky = subjectOf('huskyVoice');

/** For so long, as documented, a secret is kept. */
const KEPT_MS = 10_000;

/** An n8n of its own, for its heap is looked at. */
const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true', ...INSPECTED };

describe("a secret in n8n's memory", () => {
	let host;
	let client;
	let inspector;

	beforeAll(async () => {
		host = await startN8n({ tarball: await packPackage(), env });
		client = await host.signIn();
		inspector = await openInspector(host);
	});

	afterAll(async () => {
		inspector?.close();
		await host?.stop();
	});

	/** n8n's own Webhook node with a value that a header has to hold: it shows what n8n itself keeps, which is nothing. */
	async function publishControl(value) {
		const name = randomText();
		const credential = { name, type: 'httpHeaderAuth', data: { name: 'x-control', value } };
		const { id } = await client.createCredential(credential);
		const webhook = {
			id: randomText(),
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2.1,
			position: [0, 0],
			webhookId: randomText(),
			parameters: { httpMethod: 'POST', path: randomText(), authentication: 'headerAuth' },
			credentials: { httpHeaderAuth: { id, name } },
		};
		const workflow = await client.createWorkflow({ name, nodes: [webhook], connections: {} });
		await client.activate(workflow.id);
		const url = client.webhookUrl(await client.webhookPath(webhook));
		await waitForWebhook(url);
		return async () => {
			const headers = { 'Content-Type': 'application/json', 'x-control': value };
			expect((await send(url, { headers, body: Buffer.from('{}') })).status).toBe(200);
		};
	}

	/** Which of some words the heap holds, each with the texts that hold it. */
	async function holding(words) {
		const texts = await inspector.textsHolding(Object.values(words));
		const entries = Object.entries(words).map(([name, word]) => {
			return [name, texts.filter((text) => text.includes(word))];
		});
		return Object.fromEntries(entries);
	}

	/** A workflow whose secrets are kept, as the heap shows. */
	async function publishAndKeep(words) {
		const { secret, previous } = words;
		const published = await publishTriggerWorkflow(client, {
			provider: husky.id,
			credentialType: husky.credentialType,
			credentialData: { signingSecret: secret, previousSigningSecret: previous },
		});
		const deliver = async (signingSecret) => {
			const delivery = genuine({ ...husky, sender: { signingSecret } });
			expect((await send(published.url, delivery)).status).toBe(200);
		};
		let found;
		// On a slow machine more time than secrets are kept for may pass between the event and the look.
		for (let attempt = 0; attempt < 5 && !found?.secret.includes(secret); attempt += 1) {
			await deliver(secret);
			await deliver(previous);
			found = await holding(words);
		}
		expect(found.secret).toContain(secret);
		expect(found.previous).toContain(previous);
		return published;
	}

	test('is there while it is kept, and nowhere after that', async () => {
		const words = { secret: randomText(), previous: randomText(), control: randomText() };
		const askControl = await publishControl(words.control);
		await askControl();
		await publishAndKeep(words);
		await delay(KEPT_MS + 3000);
		expect(await holding(words)).toEqual({ secret: [], previous: [], control: [] });
	});

	test('is nowhere once the workflow is deactivated', async () => {
		const words = { secret: randomText(), previous: randomText() };
		const { workflow, url } = await publishAndKeep(words);
		await client.deactivate(workflow.id);
		await waitForWebhook(url, { registered: false });
		expect(await holding(words)).toEqual({ secret: [], previous: [] });
	});
});
