'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { librarySenders } = require('../VoiceCallTrigger/librarySenders');
const { sharedN8n } = require('./sharedN8n');
const { waitForRefusals } = require('./traces');
const { TRIGGER, publishTriggerWorkflow } = require('./triggerWorkflow');

const { userFolder } = JSON.parse(process.env.VOICE_CALL_SHARED_N8N);
const at = (object, path) => path.split('.').reduce((held, name) => held[name], object);

describe.each(librarySenders)('a real n8n and what $library signs', (sender) => {
	const { subject, newEvent, newSecret, headers, callId } = sender;
	const secret = newSecret();
	const strange = newSecret();
	let client;
	let published;

	beforeAll(async () => {
		client = await sharedN8n();
		published = await publishTriggerWorkflow(client, {
			provider: subject.id,
			credentialType: subject.credentialType,
			credentialData: { signingSecret: secret },
			parameters: { ...subject.parameters, events: ['*'] },
		});
	});

	afterAll(async () => await published?.remove());

	const post = async (body, signed) => {
		const { status, text } = await send(published.url, { headers: signed, body });
		return [status, text];
	};

	test('takes the genuine delivery, refuses the forged ones', async () => {
		const event = newEvent();
		const body = JSON.stringify(event);
		const signed = await headers(body, secret);
		const forged = await headers(body, strange);
		expect(await post(body, forged)).toEqual([401, '{"error":"unauthorized"}']);
		expect(await post(`${body} `, signed)).toEqual([401, '{"error":"unauthorized"}']);
		expect(await post(body, signed)).toEqual([200, '{"received":true}']);

		const lines = await waitForRefusals(userFolder, published.workflow.id, 1);
		expect(lines[0]).toMatchObject({ level: 'warn', reason: 'signature-mismatch' });
		const [{ id }] = await client.waitForExecutions(published.workflow.id, 1);
		const execution = await client.getExecution(id);
		const [item] = itemsOf(execution, TRIGGER);
		expect(item).toMatchObject({
			event: { type: 'call.done' },
			call: { id: at(event, callId) },
			payload: event,
		});
		const written = JSON.stringify([execution, lines]);
		for (const text of [secret, Object.values(signed).find((value) => /v1|sha256=/.test(value))]) {
			expect(written).not.toContain(text);
		}
	});
});
