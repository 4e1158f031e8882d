'use strict';

const { randomBytes } = require('node:crypto');
const { itemsOf } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { sharedN8n } = require('./sharedN8n');
const { TRIGGER, publishTriggerWorkflow } = require('./triggerWorkflow');

const credentialData = { signingSecret: randomBytes(24).toString('hex') };

/** An event whose bytes JSON.parse and JSON.stringify would not give back, each in its own way. */
const awkwardBodies = {
	'spaces after colons and commas': (id) =>
		`{ "event_id": "${id}", "event_type": "call.completed", "data": { "call_id": "call_1" } }`,
	'a number written 1.0': (id) =>
		`{"event_id":"${id}","event_type":"call.completed","data":{"call_id":"call_1","score":1.0}}`,
	'escaped unicode': (id) =>
		`{"event_id":"${id}","event_type":"call.completed","data":{"call_id":"call_1","summary":"\\u0928\\u092e\\u0938\\u094d\\u0924\\u0947"}}`,
	'an integer beyond 2^53': (id) =>
		`{"event_id":"${id}","event_type":"call.completed","data":{"call_id":"call_1","sequence":12345678901234567890}}`,
	'a trailing line break': (id) =>
		`{"event_id":"${id}","event_type":"call.completed","data":{"call_id":"call_1"}}\n`,
};

const newEventId = () => `evt_${randomBytes(6).toString('hex')}`;
const signed = (body) => signedDelivery('huskyVoice', body, credentialData);

describe('Voice Call Trigger in a real n8n, HuskyVoice', () => {
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

	const started = async () => await client.countExecutions(published.workflow.id);

	test('the installed package adds the node to n8n', async () => {
		const names = (await client.nodeTypes()).map(({ name }) => name);
		expect(names).toContain('n8n-nodes-voice-call.voiceCallTrigger');
	});

	test.each(Object.entries(awkwardBodies))('accepts signed bytes with %s', async (_, write) => {
		const before = await started();
		const eventId = newEventId();
		const answer = await send(published.url, signed(write(eventId)));
		expect(answer.status).toBe(200);
		expect(JSON.parse(answer.text)).toEqual({ received: true });

		const executions = await client.waitForExecutions(published.workflow.id, before + 1);
		expect(executions).toHaveLength(before + 1);
		const execution = await client.getExecution(executions[0].id);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, TRIGGER)).toMatchObject([
			{ provider: 'huskyVoice', event: { id: eventId, type: 'call.completed' } },
		]);
	});

	test.each([
		['one changed byte in the body', ({ headers, body }) => ({ headers, body: flip(body, 20) })],
		[
			'a space more',
			({ headers, body }) => ({ headers, body: Buffer.concat([body, Buffer.from(' ')]) }),
		],
		[
			'one changed digit in the signature',
			({ headers, body }) => ({ headers: forge(headers), body }),
		],
		['no signature', ({ body }) => ({ headers: { 'Content-Type': 'application/json' }, body })],
	])('refuses %s and leaves no execution behind', async (_, tamper) => {
		const before = await started();
		const genuine = signed(awkwardBodies['spaces after colons and commas'](newEventId()));
		const answer = await send(published.url, tamper(genuine));
		expect(answer.status).toBe(401);
		expect(JSON.parse(answer.text)).toEqual({ error: 'unauthorized' });

		// The untouched delivery starts the next execution, so a late one would be counted as well.
		expect((await send(published.url, genuine)).status).toBe(200);
		expect(await client.waitForExecutions(published.workflow.id, before + 1)).toHaveLength(
			before + 1,
		);
	});
});

/**
 * @param {Buffer} body
 * @param {number} at
 */
function flip(body, at) {
	const changed = Buffer.from(body);
	changed[at] ^= 1;
	return changed;
}

/** @param {Record<string, string>} headers */
function forge(headers) {
	const signature = headers['X-Husky-Signature'];
	const last = signature.endsWith('0') ? '1' : '0';
	return { ...headers, 'X-Husky-Signature': signature.slice(0, -1) + last };
}
