'use strict';

const { createByHook, createEnableX, createHuskyVoice } = require('../../tools/simulator/client');
const { createRateLimit } = require('../../tools/simulator/rate-limit');
const { startSimulator } = require('../../tools/simulator/server');

describe('createRateLimit', () => {
	test('takes so many in a window that slides', () => {
		let now = 0;
		const take = createRateLimit({ requests: 2, windowMs: 1000 }, () => now);
		expect(take('a')).toBe(0);
		now = 400;
		expect(take('a')).toBe(0);
		expect(take('a')).toBe(600);
		now = 1000;
		expect(take('a')).toBe(0);
		expect(take('a')).toBe(400);
		now = 1400;
		expect(take('a')).toBe(0);
	});

	test('counts each key for itself, and not what it refuses', () => {
		let now = 0;
		const take = createRateLimit({ requests: 1, windowMs: 1000 }, () => now);
		expect(take('a')).toBe(0);
		expect(take('b')).toBe(0);
		now = 999;
		expect(take('a')).toBe(1);
		now = 1000;
		expect(take('a')).toBe(0);
	});

	test('can be absent', () => {
		const take = createRateLimit(null, Date.now);
		expect(Array.from({ length: 500 }, () => take('a')).every((wait) => wait === 0)).toBe(true);
	});
});

describe('in the simulator', () => {
	let simulator;
	afterEach(async () => await simulator.stop());

	test('the 61st request in a minute waits for the minute to pass', async () => {
		let now = 1_700_000_000_000;
		simulator = await startSimulator({ clock: () => now });
		for (let count = 0; count < 60; count += 1) {
			expect((await createHuskyVoice(simulator)).status).toBe(201);
		}
		now += 18_500;
		const refused = await createHuskyVoice(simulator);
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBe('42');
		expect(refused.json.error.code).toBe('RATE_LIMIT_EXCEEDED');
		expect(simulator.calls).toHaveLength(60);
		now += 42_000;
		expect((await createHuskyVoice(simulator)).status).toBe(201);
	});

	test('limit and window can be scaled, or differ by provider', async () => {
		const limit = { requests: 1, windowMs: 60_000 };
		simulator = await startSimulator({ limit, limits: { enableX: null } });
		expect((await createHuskyVoice(simulator)).status).toBe(201);
		expect((await createHuskyVoice(simulator)).status).toBe(429);
		expect((await createByHook(simulator)).status).toBe(200); // a key of its own
		expect((await createByHook(simulator)).status).toBe(429);
		expect((await createEnableX(simulator)).status).toBe(200);
		expect((await createEnableX(simulator)).status).toBe(200);
	});

	test('a wrong key uses up nothing', async () => {
		simulator = await startSimulator({ limit: { requests: 1, windowMs: 60_000 } });
		const wrong = { Authorization: 'Bearer wrong' };
		expect((await createHuskyVoice(simulator, undefined, wrong)).status).toBe(401);
		expect((await createHuskyVoice(simulator)).status).toBe(201);
	});
});
