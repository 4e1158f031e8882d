'use strict';

/** The list of assistants in full; what holds for every list is in lists.test.js. */

const { LoadOptionsContext } = require('n8n-core');
const { Workflow } = require('n8n-workflow');
const { MiraiMindsApi } = require('../../credentials/MiraiMindsApi.credentials');
const { VoiceCall } = require('../../nodes/VoiceCall/VoiceCall.node');
const { credentialsFor, startSimulator } = require('./standIn');

const nodeType = new VoiceCall();
const LIST = 'miraiMindsAssistants';

describe('the assistants of Mirai Minds v1', () => {
	let simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ limit: null });
	});
	beforeEach(() => {
		simulator.requests.length = 0;
	});
	afterAll(async () => await simulator.stop());

	const contextOf = (changes = {}) => {
		const data = { ...credentialsFor(simulator).miraiMindsApi, ...changes };
		const node = {
			id: 'node-1',
			name: 'Voice Call',
			type: 'n8n-nodes-voice-call.voiceCall',
			typeVersion: 1,
			position: [0, 0],
			parameters: { provider: 'miraiMinds', resource: 'call', operation: 'create' },
			credentials: { miraiMindsApi: { id: '1', name: 'x' } },
		};
		const nodeTypes = { getByNameAndVersion: () => nodeType, getByName: () => nodeType };
		const workflow = new Workflow({ id: 'w', nodes: [node], connections: {}, nodeTypes });
		const headers = {
			'x-public-key': data.publicKey,
			'x-private-key': data.privateKey,
			workspace: data.workspace,
		};
		const credentialsHelper = {
			isCredentialUsableByNode: () => true,
			getParentTypes: () => [],
			preAuthentication: async () => undefined,
			getDecrypted: async () => data,
			authenticate: async (_data, _type, request) => ({
				...request,
				headers: { ...request.headers, ...headers },
			}),
		};
		return new LoadOptionsContext(workflow, node, { credentialsHelper }, '');
	};
	const search = async (filter, changes) =>
		await nodeType.methods.listSearch[LIST].call(contextOf(changes), filter);

	test('are listed by name, with the ID as value', async () => {
		expect((await search()).results).toEqual([
			{ name: 'Reception', value: '65f0c0ffee0123456789abcd' },
			{ name: 'Cart Recovery', value: '65f0c0ffee0123456789abce' },
		]);
		expect(simulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /v1/admin/assistant/list',
		]);
	});

	test('are not listed without a workspace', async () => {
		const error = await search('', { workspace: '' }).catch((problem) => problem);
		expect(error.message).toMatch(/has no workspace/);
		expect(simulator.requests).toHaveLength(0);
	});
});

test('the form takes an assistant from the list, or by its ID', () => {
	const [field] = nodeType.description.properties.filter(({ name }) => name === 'assistantId');
	expect(field).toMatchObject({ type: 'resourceLocator', required: true });
	expect(field.modes.map(({ name, typeOptions }) => [name, typeOptions?.searchListMethod])).toEqual(
		[
			['list', LIST],
			['id', undefined],
		],
	);
	expect(new MiraiMindsApi().authenticate.properties.headers).toHaveProperty('workspace');
});
