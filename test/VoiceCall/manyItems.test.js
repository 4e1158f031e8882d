'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const { runNode } = require('./runNode');
const { calls, credentialsFor, credentialTypeOf, startSimulator } = require('./standIn');

const byUrl = 'HuskyVoice by inbound URL';
const byKey = 'HuskyVoice by API key';
const markedItems = (count) => Array.from({ length: count }, (_, n) => ({ id: `item-${n}` }));

describe('Voice Call with many items', () => {
	let simulator;
	const start = async (settings) => (simulator = await startSimulator(settings));
	afterEach(async () => await simulator.stop());

	const run = async (parameters, more = {}) => {
		const type = credentialTypeOf(parameters);
		const credentials = { [type]: credentialsFor(simulator)[type] };
		return await runNode({ parameters, credentials, ...more });
	};

	test.each([
		[byUrl, 1],
		[byUrl, 8],
		[byKey, 8],
	])('%s, %i at a time: 60 calls past a limit of 20 a second', async (way, concurrency) => {
		await start({ limit: { requests: 20, windowMs: 1000 } });
		const items = await run(
			{ ...calls[way]('={{ $json.id }}'), options: { concurrency } },
			{ items: markedItems(60) },
		);
		expect(items.map(({ json }) => json.success)).toEqual(new Array(60).fill(true));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		const markers = new Map(simulator.calls.map(({ id, marker }) => [id, marker]));
		expect(items.map(({ json }) => markers.get(json.callId))).toEqual(
			markedItems(60).map(({ id }) => id),
		);
		expect(simulator.placedTwice()).toEqual([]);
		expect(simulator.calls).toHaveLength(60);
		expect(simulator.requests.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
		if (concurrency === 1) {
			expect(simulator.calls.map(({ marker }) => marker)).toEqual(
				markedItems(60).map(({ id }) => id),
			);
		}
	});

	test('side by side means side by side, and no more than asked for', async () => {
		await start({ limit: null });
		simulator.misbehave({ how: 'slow', delayMs: 300, times: Infinity });
		await run(
			{ ...calls[byUrl]('={{ $json.id }}'), options: { concurrency: 4 } },
			{ items: markedItems(8) },
		);
		const times = simulator.requests.map(({ at }) => at);
		expect(times).toHaveLength(8);
		expect(times[3] - times[0]).toBeLessThan(290);
		expect(times[4] - times[0]).toBeGreaterThanOrEqual(290);
	});

	test('after a failure nothing more is started, and what is under way is waited for', async () => {
		await start({ limit: null });
		simulator.misbehave({
			how: 'error-before',
			status: 400,
			when: ({ body }) => body.includes('"item-1"'),
		});
		simulator.misbehave({ how: 'slow', delayMs: 300, times: Infinity });
		const failing = run(
			{ ...calls[byUrl]('={{ $json.id }}'), options: { concurrency: 2 } },
			{ items: markedItems(10) },
		);
		await expect(failing).rejects.toMatchObject({ context: { itemIndex: 1 } });
		expect(simulator.placed()).toEqual({ 'item-0': 1 });
	});

	test('continuing goes through all items and keeps their order', async () => {
		await start({ limit: null });
		const bad = ['item-1', 'item-3'];
		const parameters = {
			...calls[byUrl]('={{ $json.id }}'),
			contactNumber: `={{ ${JSON.stringify(bad)}.includes($json.id) ? '12345' : '+919876543210' }}`,
			options: { concurrency: 3 },
		};
		const items = await run(parameters, {
			items: markedItems(5),
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items.map(({ json }) => json.success ?? !json.error)).toEqual([
			true,
			false,
			true,
			false,
			true,
		]);
		expect(items.map(({ pairedItem }) => pairedItem.item)).toEqual([0, 1, 2, 3, 4]);
		expect(items[1].json).toEqual({
			message: 'Contact Number has no country code: "12345".',
			error: {
				reason: 'badInput',
				code: null,
				httpStatus: null,
				advice: expect.stringMatching(/Nothing was sent/),
				provider: 'huskyVoice',
				callId: null,
				status: null,
				response: null,
			},
		});
		expect(simulator.calls).toHaveLength(3);
	});

	test('a stop ends it between items, and while it waits for the limit', async () => {
		await start({ limit: { requests: 3, windowMs: 600_000 } });
		const stopping = new AbortController();
		const running = run(calls[byUrl]('={{ $json.id }}'), {
			items: markedItems(50),
			signal: stopping.signal,
			settings: { onError: 'continueRegularOutput' },
		});
		while (!simulator.requests.some(({ status }) => status === 429)) {
			await sleep(20);
		}
		// The answer has to reach the node first: a stop before it would leave that request unclear.
		await sleep(500);
		stopping.abort();
		const items = await running;
		expect(items).toHaveLength(4);
		expect(items[3].json.error.reason).toBe('stopped');
		expect(simulator.calls).toHaveLength(3);
	});

	test('no items, no requests', async () => {
		await start();
		expect(await run(calls[byUrl](), { items: [] })).toEqual([]);
		expect(simulator.requests).toHaveLength(0);
	});
});
