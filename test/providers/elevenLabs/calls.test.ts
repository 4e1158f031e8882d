import { elevenLabs } from '../../../nodes/providers/elevenLabs';
import { create } from '../../../nodes/providers/elevenLabs/call/create.operation';
import { getMany } from '../../../nodes/providers/elevenLabs/call/getMany.operation';
import { receipt } from '../../../nodes/providers/elevenLabs/call/response';
import { lists } from '../../../nodes/providers/elevenLabs/lists';
import { outcomeOf } from '../../../nodes/VoiceCall/outcomeOf';

const [connection] = elevenLabs.action?.connections ?? [];
const key = ['sk', '0123456789abcdef'].join('_');
const signing = ['wsec', '0123456789abcdef'].join('_');
const baseUrl = 'https://api.elevenlabs.io';

describe('the credential', () => {
	test.each([
		[{ apiKey: key }],
		[{ apiKey: key, signingSecret: signing }],
		[{ apiKey: key, liveRequestSecret: 'made up' }],
		[{ signingSecret: signing }],
		[{ liveRequestSecret: 'made up' }],
	])('%# may hold one half', (credential) => {
		expect(connection.credentialProblem({ baseUrl, ...credential })).toBeUndefined();
	});

	test.each([
		[{}, 'The signing secret is empty.'],
		[{ apiKey: `${key}\n` }, 'The API key holds a line break.'],
		[{ apiKey: key, signingSecret: ` ${signing}` }, /^The signing secret starts or ends/],
		[
			{ apiKey: key, signingSecret: signing, liveRequestSecret: signing },
			'The live request secret is a signing secret.',
		],
		[{ apiKey: key, baseUrl: 'http://api.elevenlabs.io' }, /^Base URL/],
	])('%# is not right', (credential, message) => {
		expect(connection.credentialProblem({ baseUrl, ...credential })?.message).toMatch(message);
	});

	const refusal = (status: string) => ({ detail: { type: 'error', status, message: 'No.' } });
	test.each([
		[200, { agents: [], has_more: false, next_cursor: null }, 'accepted'],
		[200, {}, 'unknown'],
		[200, [], 'unknown'],
		[200, undefined, 'unknown'],
		[401, refusal('invalid_api_key'), 'refused'],
		[401, { detail: { code: 'invalid_api_key', message: 'No.' } }, 'refused'],
		[401, refusal('missing_permissions'), 'limited'],
		[401, { detail: 'Unauthorized' }, 'unknown'],
		[401, { detail: { status: 'missing_permissions' } }, 'unknown'],
		[401, { message: 'no' }, 'unknown'],
		[403, refusal('forbidden'), 'unknown'],
		[404, { detail: 'Not Found' }, 'unknown'],
	])('its test: HTTP %i %j is %s', (status, body, expected) => {
		expect(connection.probe?.({ apiKey: key, baseUrl })?.verdict(status, body)).toBe(expected);
	});

	test('is not asked without a key', () => {
		expect(connection.probe?.({ signingSecret: signing, baseUrl })).toBeUndefined();
	});
});

test.each([
	['initiated', 'initiated'],
	['in-progress', 'in-progress'],
	['processing', 'completed'],
	['done', 'completed'],
	['failed', 'failed'],
	['new word', 'unknown'],
	[undefined, null],
])('a conversation that is %s is %s', (status, expected) => {
	expect(receipt({ conversation_id: 'conv_1', status })).toEqual({
		callId: 'conv_1',
		status: expected,
		message: null,
	});
});

const form: Record<string, unknown> = {
	telephony: 'twilio',
	agentId: 'agent_1',
	agentPhoneNumberId: 'phnum_1',
	toNumber: '+14155550123',
};
const requestWith = (more: Record<string, unknown>) =>
	create.request((name) => ({ ...form, ...more })[name] ?? '');

describe('an answer to a new call', () => {
	const outcome = (json: Record<string, unknown>) =>
		outcomeOf(
			{ kind: 'answered', answer: { status: 200, json, exact: json, isEmpty: false } } as never,
			{ connection, operation: create, request: requestWith({}) },
		);

	test('with a conversation is a call', () => {
		const answer = { success: true, message: 'Success', conversation_id: 'conv_1', callSid: 'CA1' };
		expect(outcome(answer)).toMatchObject({ kind: 'done', receipt: { callId: 'conv_1' } });
	});

	test('without a conversation stays unclear, for nobody knows whether it rings', () => {
		const answer = { success: true, message: 'Success', conversation_id: null, callSid: 'CA1' };
		expect(outcome(answer)).toMatchObject({ kind: 'unclear', status: 200 });
	});

	test('that says no is a failure, with its sentence', () => {
		const answer = { success: false, message: 'No such number.', conversation_id: null };
		expect(outcome(answer)).toMatchObject({
			kind: 'refused',
			problem: { message: 'No such number.' },
		});
	});
});

describe('the form of a new call', () => {
	test('chooses the address by the telephony', () => {
		expect(requestWith({}).path).toBe('/v1/convai/twilio/outbound-call');
		expect(requestWith({ telephony: 'sipTrunk' }).path).toBe('/v1/convai/sip-trunk/outbound-call');
	});

	test.each([
		[{ telephony: 'exotel' }, 'Telephony is not one of the choices.'],
		[{ telephony: 'sipTrunk', 'additionalFields.record': true }, 'Record is for Twilio alone.'],
		[{ 'additionalFields.record': 'perhaps' }, 'Record is neither true nor false.'],
		[{ 'additionalFields.ringingTimeout': 1000 }, /not a whole number from 1 to 999/],
		[{ 'additionalFields.ringingTimeout': 0.5 }, /not a whole number from 1 to 999/],
		[{ 'additionalFields.dynamicVariables': '[1]' }, /Dynamic Variables \(JSON\) is JSON, but not/],
		[{ agentId: ' ' }, 'Agent is empty.'],
		[{ agentPhoneNumberId: '' }, 'Phone Number is empty.'],
	])('%# is refused before anything is sent', (more, message) => {
		expect(() => requestWith(more)).toThrow(message);
	});

	test('its own fields win over the conversation data', () => {
		const { body } = requestWith({
			'additionalFields.conversationData': { user_id: 'one', procedure_ids: ['p'] },
			'additionalFields.userId': 'two',
			'additionalFields.dynamicVariables': { name: 'Alex', none: null, list: [1] },
		});
		expect(body).toEqual({
			agent_id: 'agent_1',
			agent_phone_number_id: 'phnum_1',
			to_number: '+14155550123',
			conversation_initiation_client_data: {
				user_id: 'two',
				procedure_ids: ['p'],
				dynamic_variables: { name: 'Alex', none: '', list: '[1]' },
			},
		});
	});
});

test('a date that is none is refused', () => {
	expect(() => getMany.request((name) => (name.endsWith('After') ? 'soon' : ''))).toThrow(
		'Started After is not a date.',
	);
});

test('the list of phone numbers says what carries each', () => {
	const numbers = [
		{ phone_number_id: 'p1', phone_number: '+14155550100', label: 'Desk', provider: 'twilio' },
		{ phone_number_id: 'p2', phone_number: '+14155550101', provider: 'sip_trunk' },
		{ phone_number_id: 'p3', phone_number: '+14155550102', label: 'New', provider: 'constructor' },
		{ phone_number_id: 'p4' },
		{ label: 'without an ID' },
	];
	expect(lists.elevenLabsPhoneNumbers.page(numbers)?.entries).toEqual([
		{ name: 'Desk · +14155550100 · Twilio', value: 'p1' },
		{ name: '+14155550101 · SIP Trunk', value: 'p2' },
		{ name: 'New · +14155550102 · constructor', value: 'p3' },
		{ name: 'p4', value: 'p4' },
	]);
	expect(lists.elevenLabsPhoneNumbers.page({})).toBeUndefined();
});
