'use strict';

const { runNode } = require('./runNode');
const { byId, calls, credentialsFor, credentialTypeOf, startSimulator } = require('./standIn');

const byUrl = 'HuskyVoice by inbound URL';
const byKey = 'HuskyVoice by API key';

describe('Voice Call, what cannot be right', () => {
	let simulator;
	beforeAll(async () => (simulator = await startSimulator({ limit: null })));
	afterAll(async () => await simulator.stop());
	beforeEach(() => {
		simulator.requests.length = 0;
	});

	/** What the second of two items says, where the node continues; and the first, where it fails. */
	const errorOf = async (parameters, overrides = {}) => {
		const type = credentialTypeOf(parameters);
		const data = { ...credentialsFor(simulator)[type], ...overrides };
		const options = { parameters, credentials: { [type]: data }, items: [{}, {}] };
		const [, { json, pairedItem }] = await runNode({
			...options,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(pairedItem).toEqual({ item: 1 });
		expect(json).toMatchObject({
			success: false,
			provider: parameters.provider,
			callId: null,
			status: null,
			error: { reason: 'badInput', code: null, httpStatus: null },
			response: null,
		});
		await expect(runNode(options)).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: json.message,
			description: json.error.advice,
			context: { itemIndex: 0 },
		});
		expect(json.error.advice).toMatch(/Nothing was sent\.$/);
		expect(simulator.requests).toHaveLength(0);
		return `${json.message} ${json.error.advice}`;
	};

	test.each([
		['an empty agent', byUrl, { agentId: ' ' }, /Agent ID is empty/],
		['an empty number', byUrl, { contactNumber: '' }, /Contact Number is empty.*\+919876543210/],
		[
			'a local number',
			byUrl,
			{ contactNumber: '098765 43210' },
			/has no country code: "098765 43210"/,
		],
		[
			'a number with 00',
			byKey,
			{ contactNumber: '00919876543210' },
			/starts with 00.*\+919876543210/,
		],
		['letters', byKey, { contactNumber: '+91 CALL ME' }, /is not a phone number: "\+91 CALL ME"/],
		[
			'a number that is too long',
			byUrl,
			{ contactNumber: '+9198765432101234' },
			/not an international number/,
		],
		[
			'a number as a number',
			byUrl,
			{ contactNumber: '={{ 919876543210 }}' },
			/has no country code/,
		],
		['an empty From', 'EnableX', { from: '' }, /From is empty/],
		['an empty To', 'EnableX', { to: '' }, /To is empty/],
		['an empty assistant', 'Mirai Minds', { assistantId: byId('') }, /Assistant is empty/],
		['a blank assistant', 'Mirai Minds', { assistantId: byId(' ') }, /Assistant is empty/],
		[
			'a payload that is no JSON',
			'Mirai Minds',
			{ payload: '{name: Raj}' },
			/Payload \(JSON\) is not JSON/,
		],
		[
			'a payload that is a list',
			'Mirai Minds',
			{ payload: '[1]' },
			/Payload \(JSON\) is JSON, but not an object/,
		],
		[
			'a callback over http',
			'Mirai Minds',
			{ callbackUrl: 'http://example.com/x' },
			/Callback URL does not start with https/,
		],
		[
			'a callback that is no URL',
			'Mirai Minds',
			{ callbackUrl: 'n8n' },
			/Callback URL is not a web address/,
		],
		['an empty call ID', byKey, { operation: 'cancel', callId: ' ' }, /Call ID is empty/],
		[
			'a call ID that is a path',
			byKey,
			{ operation: 'delete', callId: '..' },
			/Call ID is not an ID that a provider gives/,
		],
		[
			'half a character as call ID',
			'EnableX',
			{ operation: 'cancel', callId: 'a\ud800' },
			/Call ID is not an ID that/,
		],
		[
			'an operation of another connection',
			byUrl,
			{ operation: 'get', callId: 'x' },
			/cannot do "get" by Inbound URL/,
		],
		[
			'custom fields that are no JSON',
			byUrl,
			{ additionalFields: { customFields: 'x' } },
			/Custom Fields \(JSON\) is not JSON/,
		],
		[
			'a choice that is none',
			'EnableX',
			{ onConnect: '={{ "stream" }}' },
			/On Connect is not one of the choices/,
		],
		[
			'metadata that is no object',
			'Mirai Minds',
			{ additionalFields: { metadata: '"x"' } },
			/Metadata \(JSON\) is JSON, but not an object/,
		],
		['an empty application', 'Telnyx', { connectionId: byId('') }, /Application is empty/],
		['an empty number of one’s own', 'Telnyx', { from: byId('') }, /From is empty/],
		['a SIP address without a host', 'Telnyx', { to: 'sip:alex' }, /To is not a SIP address/],
		[
			'a SIP address with a hidden character',
			'Telnyx',
			{ to: 'sip:al\u200bex@sip.telnyx.com' },
			/To is not a SIP address/,
		],
		['digits behind a number', 'Telnyx', { to: '+14155550123,200' }, /To is not a phone number/],
		[
			'a timeout beyond the limit',
			'Telnyx',
			{ additionalFields: { timeoutSecs: '={{ "601" }}' } },
			/Timeout is not a whole number from 5 to 600/,
		],
		[
			'a time limit that is no number',
			'Telnyx',
			{ additionalFields: { timeLimitSecs: '={{ [5] }}' } },
			/Time Limit is not a whole number from 1 to 14400/,
		],
		[
			'a greeting for no assistant',
			'Telnyx',
			{ additionalFields: { assistantGreeting: 'Hello' } },
			/There is something for an assistant, but no assistant/,
		],
		[
			'an idempotency key with a line break',
			byKey,
			{ additionalFields: { idempotencyKey: 'a\nb' } },
			/Idempotency Key cannot be sent/,
		],
	])('%s', async (_, way, fields, expected) => {
		expect(await errorOf({ ...calls[way](), ...fields })).toMatch(expected);
	});

	test.each([
		['Mirai Minds', (address) => ({ callbackUrl: address })],
		['EnableX', (address) => ({ additionalFields: { eventUrl: address } })],
		['Vapi', (address) => ({ additionalFields: { serverUrl: address } })],
		['Bland AI', (address) => ({ additionalFields: { webhook: address } })],
		['Mirai Minds v2', (address) => ({ additionalFields: { webhookUrl: address } })],
		['Telnyx', (address) => ({ additionalFields: { webhookUrl: address } })],
	])('%s: a provider on the internet is given no local address', async (way, fields) => {
		const internet = { baseUrl: 'https://api.example.com' };
		for (const address of ['http://localhost:5678/webhook/x', 'https://192.168.0.7/webhook/x']) {
			const text = await errorOf({ ...calls[way](), ...fields(address) }, internet);
			expect(text).toMatch(/this machine or a private network.*set WEBHOOK_URL/s);
		}
	});

	const token = 'made-up-' + 'token-of-an-inbound-url';
	test.each([
		['no URL', { secretInboundUrl: '' }, /inbound URL is empty/],
		[
			'http',
			{ secretInboundUrl: `http://api.huskyvoice.ai/v1/hooks/${token}` },
			/does not start with https/,
		],
		[
			'no token',
			{ secretInboundUrl: 'https://api.huskyvoice.ai/v1/hooks/' },
			/lacks the secret token/,
		],
		[
			'the placeholder',
			{ secretInboundUrl: 'https://api.huskyvoice.ai/v1/hooks/{YOUR_SECRET_TOKEN}' },
			/lacks the secret token/,
		],
		[
			'a blank around it',
			{ secretInboundUrl: ` https://api.huskyvoice.ai/v1/hooks/${token}` },
			/starts or ends with a space/,
		],
		['an API key instead', { secretInboundUrl: `sk_live_${token}` }, /is not a web address/],
	])('inbound URL: %s', async (_, data, expected) => {
		const text = await errorOf(calls[byUrl](), data);
		expect(text).toMatch(expected);
		expect(text).not.toContain(token);
	});

	test.each([
		[byKey, { apiKey: '' }, /API key is empty/],
		[byKey, { baseUrl: 'http://api.huskyvoice.ai/v1' }, /Base URL does not start with https/],
		[byKey, { baseUrl: 'api.huskyvoice.ai' }, /Base URL is not a web address/],
		['EnableX', { appKey: '' }, /App ID or App Key is empty/],
		['EnableX', { baseUrl: '' }, /Base URL is not a web address/],
		['Mirai Minds', { workspace: '' }, /has no workspace/],
		['Mirai Minds', { privateKey: '' }, /has no private key/],
	])('credential of %s with %o', async (way, data, expected) => {
		expect(await errorOf(calls[way](), data)).toMatch(expected);
	});
});
