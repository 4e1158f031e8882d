'use strict';

const {
	createEnableX,
	createHuskyVoice,
	createMiraiMinds,
} = require('../../tools/simulator/client');
const { startSimulator } = require('../../tools/simulator/server');

let simulator;
beforeEach(async () => (simulator = await startSimulator()));
afterEach(async () => await simulator.stop());

const create = () => createHuskyVoice(simulator);

describe('after a failure nothing was placed', () => {
	test('error-before answers 500', async () => {
		simulator.misbehave({ how: 'error-before' });
		const { status, json } = await create();
		expect(status).toBe(500);
		expect(json.error.code).toBe('INTERNAL_ERROR');
		expect(simulator.calls).toHaveLength(0);
	});

	test('reset-before breaks the connection', async () => {
		simulator.misbehave({ how: 'reset-before' });
		await expect(create()).rejects.toThrow('fetch failed');
		expect(simulator.calls).toHaveLength(0);
		expect(simulator.requests[0].status).toBe('reset');
	});

	test('rate-limited answers 429 with Retry-After', async () => {
		simulator.misbehave({ how: 'rate-limited', retryAfter: 7 });
		const { status, headers, json } = await create();
		expect(status).toBe(429);
		expect(headers.get('retry-after')).toBe('7');
		expect(json.error.code).toBe('RATE_LIMIT_EXCEEDED');
		expect(simulator.calls).toHaveLength(0);
	});

	test('rate-limited can leave the header out', async () => {
		simulator.misbehave({ how: 'rate-limited', retryAfter: null });
		expect((await create()).headers.has('retry-after')).toBe(false);
	});

	test('success-false answers 200 with a failure in it', async () => {
		simulator.misbehave({ how: 'success-false', message: 'Insufficient balance' });
		const { status, json } = await create();
		expect(status).toBe(200);
		expect(json).toEqual({ success: false, message: 'Insufficient balance' });
		expect(simulator.calls).toHaveLength(0);
	});

	test('state-failed answers 200 with a failure in it, as EnableX does', async () => {
		simulator.misbehave({ how: 'state-failed' });
		const { status, json } = await createEnableX(simulator);
		expect(status).toBe(200);
		expect(json.state).toBe('failed');
		expect(simulator.calls).toHaveLength(0);
	});

	test('html answers a page of a gateway', async () => {
		simulator.misbehave({ how: 'html' });
		const { status, headers, text, json } = await create();
		expect(status).toBe(502);
		expect(headers.get('content-type')).toContain('text/html');
		expect(text).toContain('502 Bad Gateway');
		expect(json).toBeUndefined();
	});

	test.each([
		['not-found', 404],
		['unauthorized', 401],
		['forbidden', 403],
	])('%s answers %i in the words of each provider', async (how, status) => {
		simulator.misbehave({ how, times: 3 });
		const husky = await createHuskyVoice(simulator);
		const enableX = await createEnableX(simulator);
		const mirai = await createMiraiMinds(simulator);
		expect([husky.status, enableX.status, mirai.status]).toEqual([status, status, status]);
		expect(husky.json.error.message).toEqual(expect.any(String));
		expect(enableX.json.message ?? enableX.json.msg).toEqual(expect.any(String));
		expect(mirai.json.message).toEqual(expect.any(String));
		expect(simulator.calls).toHaveLength(0);
	});
});

describe('after a failure the phone rings nevertheless', () => {
	test('error-after answers 500', async () => {
		simulator.misbehave({ how: 'error-after', status: 503 });
		expect((await create()).status).toBe(503);
		expect(simulator.calls).toHaveLength(1);
	});

	test('reset-after breaks the connection', async () => {
		simulator.misbehave({ how: 'reset-after' });
		await expect(create()).rejects.toThrow('fetch failed');
		expect(simulator.calls).toHaveLength(1);
	});

	test('truncated breaks the JSON off', async () => {
		simulator.misbehave({ how: 'truncated' });
		const { status, text, json } = await create();
		expect(status).toBe(201);
		expect(text).toMatch(/^\{"data":/);
		expect(json).toBeUndefined();
		expect(simulator.calls).toHaveLength(1);
	});

	test('slow answers late, but rightly', async () => {
		simulator.misbehave({ how: 'slow', delayMs: 20 });
		expect((await create()).status).toBe(201);
		expect(simulator.calls).toHaveLength(1);
	});

	test('a client that does not wait for a slow answer has placed a call', async () => {
		simulator.misbehave({ how: 'slow', delayMs: 60_000 });
		const given = fetch(`${simulator.urls.huskyVoice}/calls`, {
			method: 'POST',
			headers: {
				Authorization: `Bearer ${simulator.credentials.huskyVoice.apiKey}`,
				'Content-Type': 'application/json',
			},
			body: '{"agent_id":"agent_123","contact_number":"+919876543210"}',
			signal: AbortSignal.timeout(50),
		});
		await expect(given).rejects.toThrow('timeout');
		expect(simulator.calls).toHaveLength(1);
	});

	test('a gateway may fail after the request got through', async () => {
		simulator.misbehave({ how: 'html', processed: true });
		expect((await create()).status).toBe(502);
		expect(simulator.calls).toHaveLength(1);
	});

	test('an idempotency key shows that the call was placed', async () => {
		const key = { 'Idempotency-Key': 'one' };
		simulator.misbehave({ how: 'error-after' });
		expect((await createHuskyVoice(simulator, undefined, key)).status).toBe(500);
		expect((await createHuskyVoice(simulator, undefined, key)).status).toBe(201);
		expect(simulator.calls).toHaveLength(1);
	});
});

describe('which requests', () => {
	const statuses = async (count, ask = create) => {
		const seen = [];
		for (let asked = 0; asked < count; asked += 1) seen.push((await ask()).status);
		return seen;
	};

	test('the next N', async () => {
		const rule = simulator.misbehave({ how: 'error-before', times: 2 });
		expect(await statuses(3)).toEqual([500, 500, 201]);
		expect(rule.hits()).toBe(2);
	});

	test('one route, or one provider', async () => {
		simulator.misbehave({ how: 'error-before', route: 'enableX.create' });
		simulator.misbehave({ how: 'forbidden', route: 'miraiMinds' });
		expect((await createHuskyVoice(simulator)).status).toBe(201);
		expect((await createEnableX(simulator)).status).toBe(500);
		expect((await createMiraiMinds(simulator)).status).toBe(403);
	});

	test('those a predicate says yes to', async () => {
		const when = ({ body }) => body.includes('agent_bad');
		simulator.misbehave({ how: 'error-before', when, times: Infinity });
		const bad = { agent_id: 'agent_bad', contact_number: '+919876543210' };
		expect((await createHuskyVoice(simulator, bad)).status).toBe(500);
		expect((await create()).status).toBe(201);
		expect((await createHuskyVoice(simulator, bad)).status).toBe(500);
	});

	test('in turn, when several are waiting', async () => {
		simulator.misbehave({ how: 'error-before' });
		simulator.misbehave({ how: 'rate-limited' });
		expect(await statuses(3)).toEqual([500, 429, 201]);
	});

	test('until it is stopped, or all are forgotten', async () => {
		const rule = simulator.misbehave({ how: 'error-before', times: Infinity });
		expect(await statuses(2)).toEqual([500, 500]);
		rule.stop();
		simulator.misbehave({ how: 'forbidden', times: Infinity });
		expect(await statuses(1)).toEqual([403]);
		simulator.behave();
		expect(await statuses(1)).toEqual([201]);
	});
});

test('what makes no sense is an error', () => {
	expect(() => simulator.misbehave({ how: 'sulk' })).toThrow('No such misbehavior: sulk');
	expect(() => simulator.misbehave({ how: 'slow' })).toThrow('delayMs');
	expect(() => simulator.misbehave({ how: 'truncated', processed: false })).toThrow('processed');
});
