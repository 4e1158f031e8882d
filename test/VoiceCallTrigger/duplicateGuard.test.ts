import { createDuplicateGuard } from '../../nodes/VoiceCallTrigger/duplicates/guard';

const LIMITS = { maxKeys: 100, maxAge: 1000 };

/** Lets every promise that can go on go on. */
async function settled() {
	for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

describe('a key', () => {
	test('that was committed is never claimed again', async () => {
		const guard = createDuplicateGuard(LIMITS);
		(await guard.claim('a', 0))?.commit();
		expect(await guard.claim('a', 1)).toBeUndefined();
		expect(await guard.claim('b', 1)).toBeDefined();
	});

	test('that was released can be claimed again', async () => {
		const guard = createDuplicateGuard(LIMITS);
		(await guard.claim('a', 0))?.release();
		expect(await guard.claim('a', 1)).toBeDefined();
	});

	test('is settled once: what comes later does nothing', async () => {
		const guard = createDuplicateGuard(LIMITS);
		const taken = await guard.claim('a', 0);
		taken?.commit();
		taken?.release();
		expect(await guard.claim('a', 1)).toBeUndefined();
		const failed = await guard.claim('b', 0);
		failed?.release();
		failed?.commit();
		expect(await guard.claim('b', 1)).toBeDefined();
	});

	test('can be claimed again when it is older than the age limit, and not before', async () => {
		const guard = createDuplicateGuard(LIMITS);
		(await guard.claim('a', 500))?.commit();
		expect(await guard.claim('a', 1500)).toBeUndefined();
		expect(await guard.claim('a', 1501)).toBeDefined();
	});

	test('gives way to newer ones when there are too many', async () => {
		const guard = createDuplicateGuard({ ...LIMITS, maxKeys: 2 });
		for (const key of ['a', 'b', 'c']) (await guard.claim(key, 0))?.commit();
		expect(guard.newest(10).map(([key]) => key)).toEqual(['b', 'c']);
		expect(await guard.claim('a', 0)).toBeDefined();
	});
});

describe('copies in flight', () => {
	test('wait, and are duplicates once the first was taken', async () => {
		const guard = createDuplicateGuard(LIMITS);
		const first = await guard.claim('a', 0);
		let answered = 0;
		const copies = [1, 2, 3].map(async () => {
			const claim = await guard.claim('a', 1);
			answered += 1;
			return claim;
		});
		await settled();
		expect(answered).toBe(0);
		first?.commit();
		expect(await Promise.all(copies)).toEqual([undefined, undefined, undefined]);
	});

	test('wait, and exactly one takes over once the first was not taken', async () => {
		const guard = createDuplicateGuard(LIMITS);
		const first = await guard.claim('a', 0);
		const claims: unknown[] = [];
		const copies = [1, 2, 3].map(async () => claims.push(await guard.claim('a', 1)));
		first?.release();
		await settled();
		expect(claims).toHaveLength(1);
		(claims[0] as { commit(): void }).commit();
		await Promise.all(copies);
		expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
	});

	test('wait however long it takes', async () => {
		const guard = createDuplicateGuard(LIMITS);
		const first = await guard.claim('a', 0);
		const patient = guard.claim('a', 900);
		first?.release();
		const next = await patient;
		expect(next).toBeDefined();
		next?.commit();
		expect(await guard.claim('a', 901)).toBeUndefined();
	});

	test('wait a thousand at a time, and no more', async () => {
		const guard = createDuplicateGuard(LIMITS);
		const first = await guard.claim('a', 0);
		const waiting = Array.from({ length: 1000 }, () => guard.claim('a', 1));
		expect(await guard.claim('a', 1)).toBeUndefined();
		first?.commit();
		expect(new Set(await Promise.all(waiting))).toEqual(new Set([undefined]));
	});
});

describe('recalled keys', () => {
	test('are duplicates, and keep their age', async () => {
		const guard = createDuplicateGuard(LIMITS);
		guard.recall([
			['old', 100],
			['young', 900],
		]);
		expect(await guard.claim('young', 1200)).toBeUndefined();
		expect(await guard.claim('old', 1200)).toBeDefined();
	});

	test('stand in order of age with those that were seen here', async () => {
		const guard = createDuplicateGuard(LIMITS);
		(await guard.claim('b', 200))?.commit();
		guard.recall([
			['a', 100],
			['b', 50],
			['c', 300],
		]);
		expect(guard.newest(10)).toEqual([
			['a', 100],
			['b', 200],
			['c', 300],
		]);
		expect(guard.newest(1)).toEqual([['c', 300]]);
	});
});

it('counts a key as seen for as long as its claim says', async () => {
	const guard = createDuplicateGuard({ maxKeys: 10, maxAge: 1000 });
	(await guard.claim('a', 0))?.commit();
	expect(await guard.claim('a', 100, 100)).toBeUndefined();
	const again = await guard.claim('a', 101, 100);
	expect(again).toBeDefined();
	again?.commit();
	// From now on it counts from when it was seen last, for all.
	expect(await guard.claim('a', 1050)).toBeUndefined();
	expect(await guard.claim('a', 1102)).toBeDefined();
});
