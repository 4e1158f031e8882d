'use strict';

const { newExecution, runNode } = require('./runNode');
const {
	calls,
	credentialsFor,
	credentialTypeOf,
	markedByItem,
	startSimulator,
	unknownCall,
	ways: wayOf,
} = require('./standIn');

const ways = Object.keys(calls);
const keyed = ways.filter((way) => wayOf[way].keyOf !== undefined);
const byUrl = 'HuskyVoice by inbound URL';
const byKey = 'HuskyVoice by API key';

describe('Voice Call places a call once', () => {
	let simulator;
	let credentials;

	beforeEach(async () => {
		simulator = await startSimulator({ limit: null });
		credentials = credentialsFor(simulator);
	});
	afterEach(async () => await simulator.stop());

	const run = async (parameters, more = {}) => {
		const type = credentialTypeOf(parameters);
		return await runNode({ parameters, credentials: { [type]: credentials[type] }, ...more });
	};
	const thrown = async (running) =>
		await running.then(
			() => undefined,
			(error) => error,
		);
	/** Parameters whose marker comes from the item. */
	const marked = markedByItem;
	const markedItems = (count) => Array.from({ length: count }, (_, n) => ({ id: `item-${n}` }));
	const ofItem = (id) => (request) => request.body.includes(`"${id}"`);

	test.each(ways)('%s: run again by n8n after one item failed', async (way) => {
		const parameters = marked(way);
		const again = { items: markedItems(3), execution: newExecution(), executionId: '7' };
		simulator.misbehave({ how: 'error-before', status: 400, when: ofItem('item-1') });
		const error = await thrown(run(parameters, again));
		expect(error.message).toMatch(/did not place the call/);
		expect(error.description).toMatch(/1 other item went through before/);
		expect(error.context.itemIndex).toBe(1);

		const items = await run(parameters, again);
		expect(items.map(({ json }) => json.success)).toEqual([true, true, true]);
		expect(simulator.placed()).toEqual({ 'item-0': 1, 'item-1': 1, 'item-2': 1 });
		const ids = simulator.calls.map(({ id }) => id);
		expect(items.map(({ json }) => json.callId)).toEqual(ids);
	});

	test.each(ways.filter((way) => !keyed.includes(way)))(
		'%s: run again by n8n after an unclear answer, nothing is sent again',
		async (way) => {
			const again = { execution: newExecution(), executionId: '7' };
			simulator.misbehave({ how: 'reset-after' });
			const first = await thrown(run(calls[way](), again));
			expect(first.message).toMatch(/It is not known whether/);
			const second = await thrown(run(calls[way](), again));
			expect(second.message).toMatch(/It is not known whether/);
			expect(second.description).toMatch(/nothing was sent this time/);
			expect(simulator.requests).toHaveLength(1);
			expect(simulator.calls).toHaveLength(1);
		},
	);

	test.each(
		ways.filter((way) => wayOf[way].statusAfter[1] !== null && wayOf[way].cancelRepeats === false),
	)('%s: canceling again after one item failed repeats nothing', async (way) => {
		const ids = [];
		for (const _ of [1, 2]) ids.push((await run(calls[way]()))[0].json.callId);
		const until = wayOf[way].cancelableFrom;
		if (until !== undefined) for (const id of ids) await simulator.play(id, { until });
		simulator.requests.length = 0;
		const again = {
			items: [{ id: ids[0] }, { id: 'unknown' }, { id: ids[1] }],
			execution: newExecution(),
			executionId: '7',
		};
		const cancel = { ...calls[way](), operation: 'cancel', callId: '={{ $json.id }}' };
		const first = await thrown(run(cancel, again));
		expect(first.message).toMatch(unknownCall(wayOf[way], 'cancel')[1]);
		const second = await thrown(run(cancel, again));
		expect(second.context.itemIndex).toBe(1);
		const canceling = simulator.requests.filter(
			({ method, route }) => method !== 'GET' && route === (wayOf[way].cancelRoute ?? route),
		);
		// The call that nobody knows is asked for in each run, on that route or before it.
		expect(canceling).toHaveLength(wayOf[way].cancelRoute === undefined ? 3 : 1);
	});

	test.each(ways)('%s: a field that changes with each try is no second call', async (way) => {
		const parameters = calls[way]('={{ Math.random() }}');
		const again = { execution: newExecution(), executionId: '7' };
		simulator.misbehave({ how: 'reset-after', times: 4 });
		for (const _ of [1, 2, 3]) await thrown(run(parameters, again));
		expect(simulator.calls).toHaveLength(1);
		const { keyOf = () => undefined } = wayOf[way];
		const keys = simulator.requests.map(keyOf);
		expect(new Set(keys).size).toBe(1);
	});

	test.each(ways)(
		'%s: a retry of the execution does not place again what went well, whatever changes',
		async (way) => {
			const parameters = calls[way]('={{ Math.random() }}');
			const execution = newExecution();
			const items = markedItems(2);
			let sent = 0;
			simulator.misbehave({ how: 'error-before', status: 400, when: () => ++sent === 2 });
			await thrown(run(parameters, { execution, executionId: '7', items }));
			expect(simulator.calls).toHaveLength(1);
			await run(parameters, { execution, executionId: '8', items });
			expect(simulator.calls).toHaveLength(2);
		},
	);

	test('an unclear call that a person runs again in a new execution is sent again', async () => {
		const execution = newExecution();
		simulator.misbehave({ how: 'reset-before' });
		await thrown(run(calls[byUrl](), { execution, executionId: '7' }));
		const [item] = await run(calls[byUrl](), { execution, executionId: '8' });
		expect(item.json.success).toBe(true);
		expect(simulator.calls).toHaveLength(1);
	});

	test('by API key: an unclear call is sent again under the same key, also by a retry of the execution', async () => {
		const execution = newExecution();
		simulator.misbehave({ how: 'reset-after', times: 4 });
		const error = await thrown(run(calls[byKey](), { execution, executionId: '7' }));
		expect(error.message).toMatch(/It is not known whether/);
		expect(error.description).toMatch(/A retry of this execution is safe/);
		const [item] = await run(calls[byKey](), { execution, executionId: '8' });
		expect(item.json).toMatchObject({ success: true, callId: simulator.calls[0].id });
		expect(simulator.calls).toHaveLength(1);
		const keys = simulator.requests.map(({ headers }) => headers['idempotency-key']);
		expect(new Set(keys).size).toBe(1);
	});

	test('by API key: no later refusal makes an unclear call clear', async () => {
		simulator.misbehave({ how: 'reset-after' });
		simulator.misbehave({ how: 'error-before', status: 400, times: Infinity });
		const error = await thrown(run(calls[byKey]()));
		expect(error.message).toMatch(/It is not known whether/);
		expect(simulator.calls).toHaveLength(1);
	});

	test('keys differ between items, runs and executions, and not otherwise', async () => {
		const keysOf = async (more, parameters = marked(byKey)) => {
			simulator.requests.length = 0;
			await run(parameters, { items: [{ id: 'a' }, { id: 'a' }], ...more });
			return simulator.requests.map(({ headers }) => headers['idempotency-key']);
		};
		const base = await keysOf({ executionId: '1', runIndex: 0 });
		expect(await keysOf({ executionId: '1', runIndex: 0 })).toEqual(base);
		const others = [
			...(await keysOf({ executionId: '2', runIndex: 0 })),
			...(await keysOf({ executionId: '1', runIndex: 1 })),
		];
		expect(new Set([...base, ...others]).size).toBe(6);
		const changing = { ...marked(byKey), agentId: '={{ Math.random() }}' };
		simulator.requests.length = 0;
		await thrown(run(changing, { items: [{ id: 'a' }], executionId: '1', runIndex: 0 }));
		expect(simulator.requests[0].headers['idempotency-key']).toBe(base[0]);
	});

	test('the same request in a later run of a loop is another call', async () => {
		const execution = newExecution();
		for (const runIndex of [0, 1, 2]) {
			await run(calls[byUrl](), { execution, executionId: '7', runIndex });
		}
		expect(simulator.calls).toHaveLength(3);
	});

	test('a changed item in a repeated run is another call', async () => {
		const again = { execution: newExecution(), executionId: '7' };
		simulator.misbehave({ how: 'error-before', status: 400, when: ofItem('item-1') });
		await thrown(run(marked(byUrl), { ...again, items: markedItems(2) }));
		await run(marked(byUrl), { ...again, items: [{ id: 'other' }, { id: 'item-1' }] });
		expect(simulator.placed()).toEqual({ 'item-0': 1, other: 1, 'item-1': 1 });
	});

	test('nothing is kept with the execution once all went well', async () => {
		const execution = newExecution();
		await run(calls[byUrl](), { execution });
		expect(JSON.stringify(execution.executionData.contextData)).not.toContain('agent_123');
		expect(execution.executionData.contextData['node:Voice Call']).toEqual({});
	});

	describe.each(['agent', 'engine'])('as a tool that the %s runs', (asTool) => {
		const tool = () => ({ execution: newExecution(), executionId: '7', asTool });
		/** What the agent is told of a failure: an item, for n8n keeps all but the message of an error from it. */
		const told = async (running) => {
			const [{ json }] = await running;
			expect(json.success).toBe(false);
			return json;
		};

		test('another wording does not ring the same number while one attempt is unclear', async () => {
			const shared = tool();
			simulator.misbehave({ how: 'reset-after' });
			await told(run(calls[byUrl]('first wording'), { ...shared, runIndex: 0 }));
			const second = await told(run(calls[byUrl]('second wording'), { ...shared, runIndex: 1 }));
			expect(second.error.advice).toMatch(/nothing was sent this time/);
			expect(simulator.calls).toHaveLength(1);
		});

		test('an agent that tries again after an unclear answer does not ring twice', async () => {
			simulator.misbehave({ how: 'reset-after' });
			const shared = tool();
			const first = await told(run(calls[byUrl](), { ...shared, runIndex: 0 }));
			expect(first.message).toMatch(/It is not known whether/);
			const second = await told(run(calls[byUrl](), { ...shared, runIndex: 1 }));
			expect(second.error.advice).toMatch(/nothing was sent this time/);
			expect(simulator.calls).toHaveLength(1);
			const [other] = await run(
				{ ...calls[byUrl](), contactNumber: '+919876500000' },
				{ ...shared, runIndex: 2 },
			);
			expect(other.json.success).toBe(true);
			await run({ ...calls[byUrl](), contactNumber: '+919876500000' }, { ...shared, runIndex: 3 });
			expect(simulator.calls).toHaveLength(3);
		});

		test('another tool of the agent does not ring the same number while one attempt is unclear', async () => {
			const shared = tool();
			simulator.misbehave({ how: 'reset-after' });
			await told(run(calls[byUrl]('one script'), shared));
			const other = { ...shared, settings: { id: 'node-2', name: 'Call Again' } };
			for (const way of [byUrl, byKey]) {
				const error = await told(run(calls[way]('another script'), other));
				expect(error.error.advice).toMatch(/nothing was sent this time/);
			}
			expect(simulator.calls).toHaveLength(1);
		});

		test('by API key: a number that was called is called again when the agent asks for it again', async () => {
			const shared = tool();
			for (const runIndex of [0, 1]) await run(calls[byKey](), { ...shared, runIndex });
			expect(simulator.calls).toHaveLength(2);
		});

		test('by API key: two numbers at once, in one run, are two calls', async () => {
			const shared = tool();
			await Promise.all(
				['+919876543210', '+919876543211'].map(
					async (contactNumber) => await run({ ...calls[byKey](), contactNumber }, shared),
				),
			);
			expect(simulator.calls).toHaveLength(2);
		});

		test('a broadcast that rings one of them again, or a call to one of them, is held', async () => {
			const shared = tool();
			const broadcast = (recipients, text) => ({
				provider: 'enableX',
				resource: 'broadcast',
				from: '+14155550100',
				recipients,
				playing: 'text',
				text,
			});
			simulator.misbehave({ how: 'reset-after' });
			await told(run(broadcast('+14155550123, +14155550124', 'Hello'), shared));
			const sent = simulator.requests.length;
			for (const parameters of [
				broadcast('+14155550124', 'Good day'),
				broadcast('+14155550125, +14155550123', 'Hello'),
				calls.EnableX(),
			]) {
				const error = await told(run(parameters, { ...shared, runIndex: 1 }));
				expect(error.error.advice).toMatch(/nothing was sent this time/);
			}
			expect(simulator.requests).toHaveLength(sent);
			await run(broadcast('+14155550126', 'Hello'), { ...shared, runIndex: 2 });
			expect(simulator.requests).toHaveLength(sent + 1);
		});

		test('what is done to a live call is not done again in other words while it is unclear', async () => {
			const shared = tool();
			const [{ json }] = await run(calls.EnableX());
			const play = (text) => ({
				provider: 'enableX',
				operation: 'play',
				callId: json.callId,
				playing: 'text',
				text,
			});
			simulator.misbehave({ how: 'reset-after' });
			await told(run(play('Hello'), shared));
			const sent = simulator.requests.length;
			const error = await told(run(play('Good day'), { ...shared, runIndex: 1 }));
			expect(error.error.advice).toMatch(/nothing was sent this time/);
			expect(simulator.requests).toHaveLength(sent);
		});

		test('a SIP address is the same in any letter case, and the number that it names', async () => {
			const shared = tool();
			const sip = (to) => ({ ...calls.Ultravox(), medium: 'sip', to, from: '' });
			simulator.misbehave({ how: 'reset-after' });
			await told(run(sip('sip:+919876543210@trunk.example.com'), shared));
			const sent = simulator.requests.length;
			for (const to of [
				'SIP:+919876543210@TRUNK.example.com;transport=tcp',
				'sip:919876543210@other.example.com',
			]) {
				const error = await told(run(sip(to), { ...shared, runIndex: 1 }));
				expect(error.error.advice).toMatch(/nothing was sent this time/);
			}
			expect(simulator.requests).toHaveLength(sent);
		});
	});

	test('by API key: what leaves again under a key is what left at first, whatever the fields evaluate to', async () => {
		const parameters = calls[byKey]('={{ Math.random() }}');
		const execution = newExecution();
		simulator.misbehave({ how: 'reset-after', times: 8 });
		for (const _ of [1, 2]) await thrown(run(parameters, { execution, executionId: '7' }));
		const [item] = await run(parameters, { execution, executionId: '8' });
		expect(item.json).toMatchObject({ success: true, callId: simulator.calls[0].id });
		expect(simulator.calls).toHaveLength(1);
		expect(new Set(simulator.requests.map(({ body }) => body.toString('utf8'))).size).toBe(1);
	});

	test('by API key: a provider that refuses the key for a changed form leaves it unclear, and is quoted', async () => {
		const execution = newExecution();
		simulator.misbehave({ how: 'reset-after', times: 4 });
		await thrown(run(calls[byKey]('before'), { execution, executionId: '7' }));
		const error = await thrown(run(calls[byKey]('after'), { execution, executionId: '8' }));
		expect(error.message).toMatch(/It is not known whether/);
		expect(error.description).toMatch(
			/a repeat under the same idempotency key was refused \(HTTP 409\).*It said: Idempotency-Key was used with another body/,
		);
		expect(simulator.calls).toHaveLength(1);
	});

	test('by API key: a repeat that stays unclear says what happened this time', async () => {
		const execution = newExecution();
		simulator.misbehave({ how: 'reset-after', times: Infinity });
		for (const executionId of ['7', '8']) {
			const error = await thrown(run(calls[byKey](), { execution, executionId }));
			expect(error.description).toMatch(/^The connection broke before an answer came/);
		}
	});

	test('by API key: a key that changes with each try counts as it was at first', async () => {
		const parameters = calls[byKey]();
		parameters.additionalFields.idempotencyKey = '={{ "k" + Math.random() }}';
		const execution = newExecution();
		simulator.misbehave({ how: 'reset-after', times: 8 });
		for (const _ of [1, 2]) await thrown(run(parameters, { execution, executionId: '7' }));
		const [item] = await run(parameters, { execution, executionId: '8' });
		expect(item.json.success).toBe(true);
		expect(simulator.calls).toHaveLength(1);
	});

	test.each(ways)(
		'%s: who has been called is not called again after the form was changed for a retry',
		async (way) => {
			const execution = newExecution();
			const items = markedItems(2);
			simulator.misbehave({ how: 'error-before', status: 400, when: ofItem('item-1') });
			await thrown(run(marked(way), { execution, executionId: '7', items }));
			const changed = { ...marked(way), options: { maxWait: 1000 } };
			await run(changed, { execution, executionId: '8', items });
			expect(simulator.placed()).toEqual({ 'item-0': 1, 'item-1': 1 });
		},
	);

	test.each([
		['without an ID', { id: undefined }],
		['with the ID of another', {}],
	])('by API key: nodes of one execution %s have keys of their own', async (_, settings) => {
		const shared = { executionId: '7' };
		await run(calls[byKey](), { ...shared, settings: { ...settings, name: 'First' } });
		await run(calls[byKey](), { ...shared, settings: { ...settings, name: 'Second' } });
		expect(simulator.calls).toHaveLength(2);
	});
});
