'use strict';

const { createHash } = require('node:crypto');
const { runNode } = require('./runNode');
const { calls, credentialsFor, startSimulator, unknownCall } = require('./standIn');
const { providers } = require('../../nodes/providers');
const ways = require('./standIn');

/** Reading calls, lists of them and recordings: what holds for every provider that offers it. */
const offering = (operation) =>
	Object.values(ways.ways).filter((way) => {
		const { provider, authentication } = way.create();
		const action = providers.find(({ id }) => id === provider)?.action;
		const connection =
			action?.connections.find(({ id }) => id === authentication) ?? action?.connections[0];
		return connection?.operations.some(({ name }) => name === operation);
	});

let simulator;

beforeEach(async () => {
	simulator = await startSimulator({ limit: null });
});
afterEach(async () => await simulator.stop());

const run = async (way, parameters, more = {}) =>
	await runNode({
		parameters: { ...way.create(), ...parameters },
		credentials: { [way.credentialType]: credentialsFor(simulator)[way.credentialType] },
		...more,
	});

test('there is something to read', () => {
	expect(Object.keys(calls).length).toBeGreaterThan(3);
	expect(offering('getMany').length).toBeGreaterThan(0);
});

describe.each(offering('getMany'))('$name, get many', (way) => {
	const placed = async (count) => {
		for (let index = 0; index < count; index += 1) {
			await run(way, way.create(`call-${index}`));
		}
	};

	it('gives one item for each call, the limit and no more, or all', async () => {
		await placed(5);
		const some = await run(way, { operation: 'getMany', limit: 3 });
		expect(some).toHaveLength(3);
		for (const { json, pairedItem } of some) {
			expect(json).toMatchObject({ success: true, callId: expect.any(String) });
			expect(simulator.calls.map(({ id }) => id)).toContain(json.callId);
			expect(pairedItem).toEqual({ item: 0 });
		}
		const all = await run(way, { operation: 'getMany', returnAll: true });
		expect(new Set(all.map(({ json }) => json.callId))).toEqual(
			new Set(simulator.calls.map(({ id }) => id)),
		);
		expect(all).toHaveLength(5);
	});

	it('goes through all pages', async () => {
		await placed(3);
		simulator.requests.length = 0;
		simulator.pageSize = 1;
		const all = await run(way, { operation: 'getMany', returnAll: true });
		expect(all).toHaveLength(3);
		expect(simulator.requests.length).toBeGreaterThanOrEqual(3);
	});

	it('gives nothing where there is nothing', async () => {
		expect(await run(way, { operation: 'getMany' })).toEqual([]);
	});

	it.each([0, -1, 1.5, 'many'])('refuses the limit %p', async (limit) => {
		await expect(run(way, { operation: 'getMany', limit })).rejects.toMatchObject({
			message: 'Limit is not a whole number.',
		});
		expect(simulator.requests).toHaveLength(0);
	});

	it('is repeated after an error, and says so if nothing helps', async () => {
		simulator.misbehave({ how: 'error-before', status: 502 });
		expect(await run(way, { operation: 'getMany' })).toEqual([]);
		simulator.misbehave({ how: 'html', status: 200, times: Infinity });
		await expect(run(way, { operation: 'getMany' })).rejects.toMatchObject({
			message: expect.stringMatching(/gave no readable answer$/),
		});
	});
});

describe.each(offering('getRecording'))('$name, recording', (way) => {
	const ended = async () => {
		const [{ json }] = await run(way, {});
		await simulator.play(String(json.callId), { outcome: 'completed' });
		return json.callId;
	};

	it('is a sound file in the field that the form names, and sends the key nowhere else', async () => {
		const callId = await ended();
		simulator.requests.length = 0;
		const [item] = await run(way, {
			operation: 'getRecording',
			callId,
			binaryPropertyName: 'recording',
		});
		expect(item.json).toMatchObject({ success: true, callId });
		const file = item.binary?.recording;
		expect(file).toMatchObject({ mimeType: expect.stringMatching(/^audio\//) });
		expect(file?.fileName).toMatch(/^recording-.+\.(?:mp3|wav)$/);
		const bytes = Buffer.from(file?.data ?? '', 'base64');
		expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(
			createHash('sha256').update(simulator.recording).digest('hex'),
		);
	});

	it('of a call that has none is a clear no', async () => {
		const [, message] = unknownCall(way, 'getRecording');
		await expect(
			run(way, { operation: 'getRecording', callId: 'call-none' }),
		).rejects.toMatchObject({ message: expect.stringMatching(message) });
	});

	it('is repeated after an error', async () => {
		const callId = await ended();
		simulator.misbehave({ how: 'error-before', status: 502 });
		const [item] = await run(way, { operation: 'getRecording', callId });
		expect(item.binary).toHaveProperty('data');
	});
});

describe.each(offering('get'))('$name, get', (way) => {
	it('says where the call stands', async () => {
		const [{ json }] = await run(way, {});
		const [{ json: read }] = await run(way, { operation: 'get', callId: json.callId });
		expect(read).toMatchObject({ success: true, callId: json.callId });
		await simulator.play(String(json.callId), { outcome: 'completed' });
		const [{ json: after }] = await run(way, { operation: 'get', callId: json.callId });
		expect(after.status).toBe(way.afterCompletion ?? 'completed');
	});
});

describe.each(offering('delete'))('$name, delete', (way) => {
	it('says that it is gone, and it is', async () => {
		const [{ json }] = await run(way, {});
		await simulator.play(String(json.callId), { outcome: 'completed' });
		const [{ json: deleted }] = await run(way, { operation: 'delete', callId: json.callId });
		expect(deleted).toEqual({ deleted: true, callId: json.callId });
		if (!offering('get').includes(way)) return;
		const [, message] = unknownCall(way, 'get');
		await expect(run(way, { operation: 'get', callId: json.callId })).rejects.toMatchObject({
			message: expect.stringMatching(message),
		});
	});
});
