'use strict';

const { openEndpoint } = require('./endpoint');
const { genuine, subjects } = require('./subjects');

const [subject] = subjects.filter(({ id }) => id === 'huskyVoice');
const TAKEN = '{"received":true}';

let endpoint;
beforeEach(async () => (endpoint = await openEndpoint(subject)));
afterEach(async () => await endpoint.close());

/** An event of its own. */
const event = (number) =>
	genuine(subject, JSON.stringify({ event_id: `evt_${number}`, event_type: 'call.completed' }));

const sendEvents = (count, first = 0) =>
	Array.from({ length: count }, (_, index) => endpoint.send(event(first + index)));

/** Reads of the credential that wait until they are told what comes of them, in their order. */
function heldReads() {
	const held = [];
	const expectations = [];
	endpoint.credential = () =>
		new Promise((resolve, reject) => {
			held.push({ resolve, reject });
			for (const each of expectations) if (held.length >= each.count) each.resolve();
		});
	const begun = (count) =>
		new Promise((resolve) => {
			if (held.length >= count) resolve();
			else expectations.push({ count, resolve });
		});
	return { held, begun };
}

/** Resolves once the server has so many requests more. */
const arrived = (count) =>
	new Promise((resolve) => {
		let left = count;
		endpoint.server.on('request', () => {
			left -= 1;
			if (left === 0) setImmediate(resolve);
		});
	});

test('deliveries that arrive during a read share the next one', async () => {
	const { held, begun } = heldReads();
	const [first] = sendEvents(1);
	await begun(1);
	const allThere = arrived(20);
	const others = sendEvents(20, 1);
	await allThere;
	held[0].resolve(subject.credential);
	expect((await first).text).toBe(TAKEN);
	await begun(2);
	held[1].resolve(subject.credential);
	for (const answer of await Promise.all(others)) expect(answer.text).toBe(TAKEN);
	expect(endpoint.credentialFetches).toBe(2);
	expect(endpoint.executions).toHaveLength(21);
});

test('deliveries one after the other have a read each', async () => {
	for (const number of [1, 2, 3]) {
		const [sent] = sendEvents(1, number);
		expect((await sent).text).toBe(TAKEN);
	}
	expect(endpoint.credentialFetches).toBe(3);
});

test('a secret that was changed during a read counts for whoever came after the change', async () => {
	const { held, begun } = heldReads();
	const [before] = sendEvents(1);
	await begun(1);
	const there = arrived(1);
	const [after] = sendEvents(1, 1);
	await there;
	held[0].resolve(subject.credential);
	await begun(2);
	held[1].resolve({ ...subject.credential, signingSecret: 'another secret' });
	expect((await before).status).toBe(200);
	expect((await after).status).toBe(401);
});

test('a read that fails is nobody else’s failure', async () => {
	const { held, begun } = heldReads();
	const [first] = sendEvents(1);
	await begun(1);
	const there = arrived(1);
	const [second] = sendEvents(1, 1);
	await there;
	held[0].reject(new Error('The database is away'));
	expect((await first).status).toBe(503);
	await begun(2);
	held[1].resolve(subject.credential);
	expect((await second).status).toBe(200);
});

test('nobody waits for a read that hangs', async () => {
	const { held, begun } = heldReads();
	const [hanging] = sendEvents(1);
	await begun(1);
	jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000);
	const [second] = sendEvents(1, 1);
	await begun(2);
	held[1].resolve(subject.credential);
	expect((await second).status).toBe(200);
	jest.restoreAllMocks();
	held[0].resolve(subject.credential);
	expect((await hanging).status).toBe(200);
});
