'use strict';

/** What single providers alone have: Mirai Minds v1 assistants and update, HuskyVoice delete by URL. */

const { MiraiMindsApi } = require('../../credentials/MiraiMindsApi.credentials');
const { nodeType, runNode, searchContext } = require('./runNode');
const { calls, credentialsFor, startSimulator } = require('./standIn');

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
		return searchContext({ provider: 'miraiMinds' }, { miraiMindsApi: data });
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

describe('a change of a call of Mirai Minds v1', () => {
	let simulator;
	beforeEach(async () => (simulator = await startSimulator({ limit: null })));
	afterEach(async () => await simulator.stop());

	const run = async (parameters) => {
		const { miraiMindsApi } = credentialsFor(simulator);
		const [item] = await runNode({
			parameters: { ...calls['Mirai Minds'](), ...parameters },
			credentials: { miraiMindsApi },
			settings: { onError: 'continueRegularOutput' },
		});
		return item.json;
	};
	const update = (callId, payload = '{"name": "Raj"}') =>
		run({ operation: 'update', callId, payload });

	test('replaces the payload before the first attempt', async () => {
		const { callId } = await run({});
		expect(await update(callId)).toMatchObject({
			success: true,
			callId,
			status: 'queued',
			message: 'Call updated successfully',
		});
		expect(simulator.calls[0].request.payload).toEqual({ name: 'Raj' });
	});

	test('is refused later, and says when it can be done', async () => {
		const { callId } = await run({});
		await simulator.play(callId, { until: 'in-progress' });
		const { success, message, error } = await update(callId);
		expect({ success, reason: error.reason }).toEqual({ success: false, reason: 'refused' });
		expect(message).toMatch(/did not change the call: Call cannot be updated/);
		expect(error.advice).toMatch(
			/only before its first attempt\. Nothing was done\. \(HTTP 400\)$/,
		);
	});

	test('with an empty payload is not sent', async () => {
		const { callId } = await run({});
		const before = simulator.requests.length;
		expect(await update(callId, '{}')).toMatchObject({ error: { reason: 'badInput' } });
		expect(simulator.requests).toHaveLength(before);
	});

	test.each([{ how: 'reset-after' }, { how: 'error-after', status: 503 }])(
		'is not sent twice after %j',
		async (misbehavior) => {
			const { callId } = await run({});
			simulator.misbehave({ ...misbehavior, times: 2, route: 'miraiMinds.update' });
			const before = simulator.requests.length;
			expect(await update(callId)).toMatchObject({ error: { reason: 'unclear' } });
			expect(simulator.requests).toHaveLength(before + 1);
		},
	);
});

test('HuskyVoice deletes a completed call by its inbound URL', async () => {
	const simulator = await startSimulator({ limit: null });
	try {
		const { huskyVoiceInboundUrlApi } = credentialsFor(simulator);
		const run = async (parameters) => {
			const [item] = await runNode({
				parameters: { ...calls['HuskyVoice by inbound URL'](), ...parameters },
				credentials: { huskyVoiceInboundUrlApi },
				settings: { onError: 'continueRegularOutput' },
			});
			return item.json;
		};
		const { callId } = await run({});
		const early = await run({ operation: 'delete', callId });
		expect(early.message).toMatch(/knows no such call/);
		await simulator.play(callId, { outcome: 'completed' });
		expect(await run({ operation: 'delete', callId })).toEqual({ deleted: true, callId });
	} finally {
		await simulator.stop();
	}
});
