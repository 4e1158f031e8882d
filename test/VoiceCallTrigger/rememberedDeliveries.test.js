'use strict';

const { openEndpoint } = require('./endpoint');
const { genuine, newEvent, subjects } = require('./subjects');

const [subject] = subjects.filter(({ id }) => id === 'huskyVoice');
const DUPLICATE = '{"received":true,"duplicate":true}';
const HOUR = 60 * 60 * 1000;

let endpoint;
beforeEach(async () => (endpoint = await openEndpoint(subject)));
afterEach(async () => {
	jest.restoreAllMocks();
	await endpoint.close();
});

describe('the static data', () => {
	test('remembers for a process that starts anew', async () => {
		const delivery = genuine(subject);
		await endpoint.send(delivery);
		// Deactivating drops what this process remembers, as a restart does.
		await endpoint.deactivate();
		expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);
		expect(endpoint.executions).toHaveLength(1);
	});

	test('tells what another process has taken meanwhile', async () => {
		const other = await openEndpoint(subject);
		const [first, second] = [genuine(subject), genuine(subject)];
		await endpoint.send(first);
		await other.send(second);
		endpoint.staticData = other.staticData;
		await other.close();
		expect((await endpoint.send(second)).text).toBe(DUPLICATE);
		expect((await endpoint.send(first)).text).toBe(DUPLICATE);
	});

	test('holds neither event ids nor anything of the event', async () => {
		const event = newEvent(subject);
		await endpoint.send(genuine(subject, event));
		expect(JSON.parse(endpoint.staticData)).toEqual({
			'node:Voice Call Trigger': {
				seenDeliveries: expect.stringMatching(/^[\w-]{8} [\w-]{22}@[0-9a-z]+$/),
			},
		});
		expect(endpoint.staticData).not.toContain(event.event_id);
	});

	test('is bounded to 200 keys, the newest', async () => {
		const deliveries = Array.from({ length: 205 }, () => genuine(subject));
		for (const delivery of deliveries) await endpoint.send(delivery);
		expect(endpoint.staticData.match(/@/g)).toHaveLength(200);
		// Another process knows no more than this.
		const other = await openEndpoint(subject);
		other.staticData = endpoint.staticData;
		expect((await other.send(deliveries.at(-1))).text).toBe(DUPLICATE);
		expect((await other.send(deliveries[5])).text).toBe(DUPLICATE);
		expect((await other.send(deliveries[4])).text).toBe('{"received":true}');
		await other.close();
	});

	test('forgets what is older than a day', async () => {
		const clock = jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
		const delivery = genuine(subject);
		await endpoint.send(delivery);
		clock.mockReturnValue(1_800_000_000_000 + 23 * HOUR);
		expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);
		clock.mockReturnValue(1_800_000_000_000 + 25 * HOUR);
		await endpoint.send(genuine(subject));
		expect(endpoint.staticData.match(/@/g)).toHaveLength(1);
		expect((await endpoint.send(delivery)).text).toBe('{"received":true}');
	});

	test('is not written when nothing changed', async () => {
		const delivery = genuine(subject);
		await endpoint.send(delivery);
		expect(endpoint.staticDataWrites).toBe(1);
		await endpoint.send(delivery);
		await endpoint.send({ ...delivery, headers: {} });
		await endpoint.sendTest(genuine(subject));
		endpoint.node.parameters.events = [subject.otherType];
		await endpoint.send(genuine(subject));
		endpoint.node.parameters.events = ['*'];
		endpoint.node.parameters.options = { ignoreDuplicates: false };
		await endpoint.send(genuine(subject));
		expect(endpoint.executions).toHaveLength(3);
		expect(endpoint.staticDataWrites).toBe(1);
	});

	test('may be spoiled without harm', async () => {
		endpoint.staticData = JSON.stringify({ 'node:Voice Call Trigger': { seenDeliveries: [{}] } });
		expect((await endpoint.send(genuine(subject))).status).toBe(200);
	});
});

test('neither a test run nor deactivating nor another name forgets what was seen', async () => {
	const delivery = genuine(subject);
	await endpoint.send(delivery);
	endpoint.staticData = '{}';
	const listening = await endpoint.listenForTest();
	await listening.end();
	expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);

	await endpoint.deactivate();
	expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);

	endpoint.node.name = 'Another Name';
	expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);
});
