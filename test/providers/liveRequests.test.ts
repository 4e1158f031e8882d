import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { providers } from '../../nodes/providers';
import { BadInput } from '../../nodes/providers/common/badInput';
import {
	type AnswerKind,
	type GivenAnswer,
	type LiveRequest,
	type Question,
} from '../../nodes/providers/common/liveRequest';

const facts = {
	query: (name: string) => (name === 'tool' ? 'lookUpOrder' : null),
	settings: { timestampTolerance: 300, acceptPlaintext: false, read: () => undefined },
};
const question: Question = { id: 'call_1', name: 'lookUpOrder', parameters: {} };
const GIVEN: Record<AnswerKind, GivenAnswer> = {
	agent: {
		kind: 'agent',
		agentId: 'agent_7',
		variables: { name: 'Ada', order: 17, lines: [1] },
		overrides: { language: 'de' },
		fields: { metadata: { own: true } },
	},
	error: { kind: 'error', message: 'Not\nfound' },
	json: { kind: 'json', body: {}, status: 200 },
	reject: { kind: 'reject', message: 'Closed' },
	result: { kind: 'result', value: { state: 'on\nits way' }, reaction: 'listens' },
	transfer: { kind: 'transfer', to: '+14155550199', message: 'One moment.', fields: {} },
};

const all = providers.flatMap(({ id, trigger: { live } }) =>
	(live?.requests ?? []).map((request): [string, LiveRequest] => [id, request]),
);
const requestOf = (id: string, value: string): LiveRequest => {
	const found = all.find(([provider, request]) => provider === id && request.value === value);
	if (found === undefined) throw new Error(`No request ${id} ${value}`);
	return found[1];
};
const bodyFor = (request: LiveRequest, given: GivenAnswer, asked = question) =>
	request.respond([{ question: asked, given }]).body;

describe.each(all)('%s %o', (id, request) => {
	test('is described, has a limit, and takes JSON', () => {
		expect(request.description).toMatch(/^[A-Z].{10}/);
		expect(request.limit.seconds).toBeGreaterThan(1);
		expect(request.answers).toContain('json');
		expect(request.failure([question], 'Sorry').status).toBeGreaterThanOrEqual(200);
	});

	test('takes the answers that it names, and no other', () => {
		for (const kind of Object.keys(GIVEN) as AnswerKind[]) {
			if (kind === 'json') continue;
			const given = kind === 'agent' && id === 'elevenLabs' ? withoutAgent() : GIVEN[kind];
			const respond = () => request.respond([{ question, given }]);
			if (request.answers.includes(kind)) expect(respond().status).toBe(200);
			else expect(respond).toThrow(BadInput);
		}
	});

	test('reads any JSON object without a fault', () => {
		const names = fc.constantFrom('message', 'type', 'event', 'call', 'args', 'toolCallList', 'id');
		const objects = fc.dictionary(fc.oneof(names, fc.string()), fc.jsonValue({ maxDepth: 4 }));
		fc.assert(
			fc.property(objects, (payload) => {
				for (const asked of request.questions(payload as IDataObject, facts) ?? []) {
					expect(Object.keys(asked).sort()).toEqual(['id', 'name', 'parameters']);
				}
				request.call?.(payload as IDataObject);
			}),
		);
	});
});

function withoutAgent(): GivenAnswer {
	return { ...(GIVEN.agent as GivenAnswer & { kind: 'agent' }), agentId: '' };
}

describe('Vapi', () => {
	const toolCalls = requestOf('vapi', 'tool-calls');
	const asked = (message: IDataObject) =>
		toolCalls.questions({ message: { type: 'tool-calls', ...message } }, facts);

	test('writes a tool call in two ways, and the list in two places', () => {
		const flat = { id: 'c1', name: 'a', parameters: { n: 1 } };
		const wrapped = { id: 'c2', type: 'function', function: { name: 'b', arguments: '{"n":2}' } };
		const expected = [
			{ id: 'c1', name: 'a', parameters: { n: 1 } },
			{ id: 'c2', name: 'b', parameters: { n: 2 } },
		];
		expect(asked({ toolCallList: [flat, wrapped] })).toEqual(expected);
		const paired = [
			{ name: 'a', toolCall: { id: 'c1', parameters: { n: 1 } } },
			{ name: 'b', toolCall: wrapped },
		];
		expect(asked({ toolWithToolCallList: paired })).toEqual(expected);
	});

	test('parameters keep integers that JavaScript cannot hold, and are empty where they cannot be read', () => {
		const call = (args: unknown) => ({ id: 'c', function: { name: 'a', arguments: args } });
		const list = [call('{"order": 9007199254740993}'), call('no JSON'), call(null)];
		expect(
			asked({ toolCallList: list as IDataObject[] })?.map(({ parameters }) => parameters),
		).toEqual([{ order: '9007199254740993' }, {}, {}]);
	});

	test('no calls are no request', () => {
		expect(asked({ toolCallList: [] })).toBeUndefined();
		expect(asked({})).toBeUndefined();
	});

	test('wants results of one line, in the order of the calls, each with its ID and name', () => {
		const answers = [
			{ question, given: GIVEN.result },
			{ question: { ...question, id: 'call_2', name: null }, given: GIVEN.error },
		];
		expect(toolCalls.respond(answers).body).toEqual({
			results: [
				{ toolCallId: 'call_1', name: 'lookUpOrder', result: '{"state":"on\\nits way"}' },
				{ toolCallId: 'call_2', error: 'Not found' },
			],
		});
	});

	test('an assistant may come with variables and overrides, without an ID only in other fields', () => {
		const request = requestOf('vapi', 'assistant-request');
		expect(bodyFor(request, GIVEN.agent)).toEqual({
			assistantId: 'agent_7',
			assistantOverrides: {
				language: 'de',
				variableValues: { name: 'Ada', order: 17, lines: [1] },
			},
			metadata: { own: true },
		});
	});

	test('a call goes to a SIP address as well', () => {
		const given = { ...GIVEN.transfer, to: 'sip:desk@example.com', message: '' } as GivenAnswer;
		expect(bodyFor(requestOf('vapi', 'transfer-destination-request'), given)).toEqual({
			destination: { type: 'sip', sipUri: 'sip:desk@example.com' },
		});
	});

	test('documents are what they are, or texts', () => {
		const request = requestOf('vapi', 'knowledge-base-request');
		const value = [{ content: 'a', similarity: 0.9 }, 'b', { c: 1 }];
		expect(bodyFor(request, { kind: 'result', value, reaction: 'asSet' })).toEqual({
			documents: [{ content: 'a', similarity: 0.9 }, { content: 'b' }, { content: '{"c":1}' }],
		});
	});
});

describe('Retell AI', () => {
	test('dynamic variables are texts', () => {
		expect(bodyFor(requestOf('retell', 'call_inbound'), GIVEN.agent)).toEqual({
			call_inbound: {
				override_agent_id: 'agent_7',
				dynamic_variables: { name: 'Ada', order: '17', lines: '[1]' },
				agent_override: { language: 'de' },
				metadata: { own: true },
			},
		});
	});

	test('a rejection stands alone', () => {
		const body = bodyFor(requestOf('retell', 'call_inbound'), GIVEN.reject);
		expect(body).toEqual({ call_inbound: { reject: true } });
	});

	test('a function may come with its arguments alone; an event is no function', () => {
		const request = requestOf('retell', 'custom-function');
		const alone = { order: '4711', event: 'a wedding' };
		expect(request.questions(alone, facts)).toEqual([
			{ id: null, name: 'lookUpOrder', parameters: alone },
		]);
		const event = { event: 'call_ended', call: { call_id: 'c' } };
		expect(request.questions(event, facts)).toBeUndefined();
	});
});

describe('ElevenLabs', () => {
	const request = requestOf('elevenLabs', 'conversation-initiation');

	test('an answer has its type, simple variables, and no other agent', () => {
		expect(bodyFor(request, withoutAgent())).toEqual({
			type: 'conversation_initiation_client_data',
			dynamic_variables: { name: 'Ada', order: 17, lines: '[1]' },
			conversation_config_override: { language: 'de' },
			metadata: { own: true },
		});
		expect(() => bodyFor(request, GIVEN.agent)).toThrow(/no other agent/);
	});
});

describe('Ultravox', () => {
	const request = requestOf('ultravox', 'http-tool');
	const headersFor = (reaction: string) =>
		request.respond([{ question, given: { kind: 'result', value: 'x', reaction } as GivenAnswer }])
			.headers;

	test.each([
		['asSet', undefined],
		['hangUp', { 'X-Ultravox-Response-Type': 'hang-up' }],
		['newStage', { 'X-Ultravox-Response-Type': 'new-stage' }],
		['listens', { 'X-Ultravox-Agent-Reaction': 'listens' }],
		['speaks', { 'X-Ultravox-Agent-Reaction': 'speaks' }],
		['speaksOnce', { 'X-Ultravox-Agent-Reaction': 'speaks-once' }],
	])('%s', (reaction, headers) => expect(headersFor(reaction)).toEqual(headers));
});

describe('a credential for live requests', () => {
	const problemOf = (credential: Record<string, string>) =>
		providers.find(({ id }) => id === 'ultravox')?.trigger.credentialProblem(credential)?.message;

	test.each([
		[{ signingSecret: 'a secret', liveRequestSecret: '' }, undefined],
		[{ signingSecret: '', liveRequestSecret: 'a secret' }, undefined],
		[{ signingSecret: '', liveRequestSecret: '' }, 'The signing secret is empty.'],
		[
			{ signingSecret: 'same', liveRequestSecret: 'same' },
			'The live request secret is a signing secret.',
		],
		[
			{ signingSecret: '', liveRequestSecret: 'a secret ' },
			'The live request secret starts or ends with a space.',
		],
	])('%j', (credential, message) => expect(problemOf(credential)).toBe(message));
});

describe('additional fields', () => {
	test.each([
		['vapi', 'transfer-destination-request', { phoneNumber: '+14155550100' }],
		['vapi', 'transfer-destination-request', { phone_number: '+14155550100' }],
		['vapi', 'transfer-destination-request', { PhoneNumber: '+14155550100' }],
		['vapi', 'transfer-destination-request', { type: 'sip', sipUri: 'sip:a@example.com' }],
		['vapi', 'transfer-destination-request', { message: 'Another' }],
		['vapi', 'assistant-request', { phoneNumber: '+14155550100' }],
	])('%s, %s: %j changes nothing that was approved', (id, value, fields) => {
		const given: GivenAnswer = {
			kind: 'transfer',
			to: '+14155550199',
			message: 'One moment.',
			fields,
		};
		expect(() => bodyFor(requestOf(id, value), given)).toThrow(/Additional Fields \(JSON\) holds/);
	});

	test.each([
		['vapi', 'assistant-request', { assistantId: 'another' }],
		['vapi', 'handoff-destination-request', { type: 'squad' }],
		['vapi', 'handoff-destination-request', { assistantOverrides: { language: 'en' } }],
		['retell', 'call_inbound', { override_agent_id: 'another' }],
		['retell', 'call_inbound', { overrideAgentId: 'another' }],
	])('%s, %s: %j does not change who takes the call', (id, value, fields) => {
		const given = { ...GIVEN.agent, fields } as GivenAnswer;
		expect(() => bodyFor(requestOf(id, value), given)).toThrow(/Additional Fields \(JSON\) holds/);
	});
});
