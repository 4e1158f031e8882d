'use strict';

const { randomBytes } = require('node:crypto');
const { itemsOf, waitForWebhook } = require('../../tools/n8n-host');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { sharedN8n } = require('./sharedN8n');
const { TRIGGER, publishTriggerWorkflow } = require('./triggerWorkflow');

const credentialData = { signingSecret: randomBytes(24).toString('hex') };

describe('a test run of the Voice Call Trigger, as the editor starts it', () => {
	let client;
	let published;

	beforeAll(async () => {
		client = await sharedN8n();
		published = await publishTriggerWorkflow(client, {
			provider: 'huskyVoice',
			credentialType: 'huskyVoiceWebhookApi',
			credentialData,
		});
	});

	afterAll(async () => await published?.remove());

	test('a signed event ends it with the item', async () => {
		const facts = uniqueFacts();
		const event = sampleEvent('huskyVoice', 'call.completed', facts);
		const listener = await client.listenForTest(published.workflow, TRIGGER);
		try {
			await waitForWebhook(published.testUrl);
			const delivery = signedDelivery('huskyVoice', event, credentialData);
			expect(await send(published.testUrl, delivery)).toMatchObject({ status: 200 });
			const execution = await listener.finished();
			expect(execution).toMatchObject({ status: 'success', mode: 'manual' });
			expect(itemsOf(execution, TRIGGER)).toMatchObject([{ event: { id: facts.eventId } }]);
		} finally {
			await listener.close();
		}
	});

	test('a forged event is refused, and the person at the editor gets to see it', async () => {
		const event = sampleEvent('huskyVoice', 'call.completed', uniqueFacts());
		const listener = await client.listenForTest(published.workflow, TRIGGER);
		try {
			await waitForWebhook(published.testUrl);
			const wrong = { signingSecret: randomBytes(24).toString('hex') };
			const answer = await send(published.testUrl, signedDelivery('huskyVoice', event, wrong));
			expect(answer).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
			const execution = await listener.finished();
			expect(execution).toMatchObject({ status: 'error', mode: 'manual' });
			const { message } = execution.data.resultData.error;
			expect(message).toMatch(/signature|secret/i);
			expect(JSON.stringify(execution)).not.toContain(credentialData.signingSecret);
		} finally {
			await listener.close();
		}
	});

	test('the credential form can be tested', async () => {
		const [credential] = (await client.listCredentials()).filter(
			({ id }) => id === published.credential.id,
		);
		const { id, name, type } = credential;
		const verdict = await client.testCredential({ id, name, type, data: credentialData });
		expect(verdict).toMatchObject({ status: 'OK' });
		const empty = await client.testCredential({ id, name, type, data: { signingSecret: '' } });
		expect(empty).toMatchObject({ status: 'Error' });
	});
});
