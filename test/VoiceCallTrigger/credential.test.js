'use strict';

const { providers } = require('../../nodes/providers');
const { openEndpoint } = require('./endpoint');
const { genuine, randomText, subjectOf, subjects } = require('./subjects');

const subject = subjectOf('huskyVoice');
const TAKEN = '{"received":true}';
const SECONDS = 1000;

let endpoint;
beforeEach(async () => (endpoint = await openEndpoint(subject)));
afterEach(async () => {
	jest.restoreAllMocks();
	await endpoint.close();
});

let count = 0;

/** A new event, signed with a secret; by default the one that the credential held at first. */
function event(signingSecret = subject.credential.signingSecret) {
	count += 1;
	const body = JSON.stringify({ event_id: `evt_${count}`, event_type: 'call.completed' });
	return genuine({ ...subject, sender: { ...subject.credential, signingSecret } }, body);
}

/** Sends one event after the other, and waits for what the trigger does behind its answers. */
async function sendEvents(...deliveries) {
	const statuses = [];
	for (const delivery of deliveries) {
		statuses.push((await endpoint.send(delivery)).status);
		await new Promise(setImmediate);
	}
	return statuses;
}

/** Both clocks show so many milliseconds more. */
function pass(milliseconds, { clock = milliseconds, uptime = milliseconds } = {}) {
	const now = { clock: Date.now() + clock, uptime: performance.now() + uptime };
	jest.spyOn(Date, 'now').mockReturnValue(now.clock);
	jest.spyOn(performance, 'now').mockReturnValue(now.uptime);
}

describe('within ten seconds', () => {
	test('a credential that has proved an event is not read again', async () => {
		expect(await sendEvents(event(), event(), event())).toEqual([200, 200, 200]);
		expect(endpoint.credentialFetches).toBe(1);
		pass(9 * SECONDS);
		expect(await sendEvents(event())).toEqual([200]);
		expect(endpoint.credentialFetches).toBe(1);
	});

	test('a new secret counts at once', async () => {
		const added = randomText();
		await sendEvents(event());
		const { signingSecret } = subject.credential;
		endpoint.credential = { signingSecret: added, previousSigningSecret: signingSecret };
		expect(await sendEvents(event(added), event(), event(added))).toEqual([200, 200, 200]);
		expect(endpoint.credentialFetches).toBe(2);
		const verifiedWith = endpoint.executions.map(({ delivery }) => delivery.verifiedWith);
		expect(verifiedWith).toEqual(['current', 'current', 'previous', 'current']);
	});

	test('a secret that was replaced counts no longer once an event has come with the new one', async () => {
		await sendEvents(event());
		const replacement = randomText();
		endpoint.credential = { signingSecret: replacement };
		expect(await sendEvents(event(), event(replacement), event())).toEqual([200, 200, 401]);
	});

	test('nor once a forged one has come', async () => {
		await sendEvents(event());
		endpoint.credential = { signingSecret: randomText() };
		expect(await sendEvents(event(), event(randomText()), event())).toEqual([200, 401, 401]);
	});

	test('a credential that was deleted counts no longer once a forged event has come', async () => {
		await sendEvents(event());
		endpoint.credential = async () => await Promise.reject(new Error('Not found'));
		expect(await sendEvents(event(), event(randomText()), event())).toEqual([200, 503, 503]);
	});

	test('another credential of the node is read at once', async () => {
		await sendEvents(event());
		endpoint.node.credentials[subject.credentialType].id = '2';
		endpoint.credential = { signingSecret: randomText() };
		expect(await sendEvents(event())).toEqual([401]);
	});

	test('a workflow has nothing of what another one read, of the same credential and node either', async () => {
		await sendEvents(event());
		const other = await openEndpoint(subject);
		Object.assign(other.node, { id: endpoint.node.id, credentials: endpoint.node.credentials });
		other.credential = { signingSecret: randomText() };
		expect((await other.send(event())).status).toBe(401);
		expect(other.credentialFetches).toBe(1);
		await other.close();
	});

	test('nothing is left of a workflow that was deactivated', async () => {
		await sendEvents(event());
		await endpoint.deactivate();
		await sendEvents(event());
		expect(endpoint.credentialFetches).toBe(2);
	});

	test('a test run reads the credential each time', async () => {
		await sendEvents(event());
		await endpoint.sendTest(event());
		await endpoint.sendTest(event());
		expect(endpoint.credentialFetches).toBe(3);
		endpoint.credential = { signingSecret: randomText() };
		await endpoint.sendTest(event());
		expect(endpoint.failures).toHaveLength(1);
	});
});

describe('after ten seconds', () => {
	test.each([
		['by both clocks', {}],
		['by the clock that people set', { uptime: 0 }],
		['by the clock that only goes forward', { clock: 0 }],
		['when the clock was set back', { clock: -5 * SECONDS, uptime: 1 * SECONDS }],
	])('%s, the credential is read again', async (_, clocks) => {
		await sendEvents(event());
		pass(10 * SECONDS, clocks);
		expect(await sendEvents(event(), event())).toEqual([200, 200]);
		expect(endpoint.credentialFetches).toBe(2);
	});

	test('a secret that was removed is refused', async () => {
		await sendEvents(event());
		endpoint.credential = { signingSecret: randomText() };
		pass(9 * SECONDS);
		expect(await sendEvents(event())).toEqual([200]);
		pass(1 * SECONDS);
		expect(await sendEvents(event())).toEqual([401]);
	});

	test('a credential that was deleted is our fault', async () => {
		await sendEvents(event());
		endpoint.credential = async () => await Promise.reject(new Error('Not found'));
		pass(10 * SECONDS);
		expect(await sendEvents(event())).toEqual([503]);
	});
});

describe('never kept is', () => {
	const expectReads = async (reads, savedReads = 1) => {
		expect(await sendEvents(event(), event(), event())).toEqual([200, 200, 200]);
		expect(endpoint.credentialFetches).toBe(reads);
		expect(endpoint.savedCredentialFetches).toBe(savedReads);
	};

	test.each([
		['an expression', { signingSecret: '={{ $vars.secret }}' }],
		['a secret of an external store', { signingSecret: '={{ $secrets.vault.husky }}' }],
		['an expression elsewhere in it', { ...subject.credential, pairs: [{ name: '={{ 1 }}' }] }],
		['what has changed since it was read', { signingSecret: randomText() }],
	])('%s', async (_, saved) => {
		endpoint.savedCredential = saved;
		await expectReads(3);
	});

	test('a credential that n8n has from elsewhere', async () => {
		Object.assign(endpoint.node.credentials[subject.credentialType], { __aiGatewayManaged: true });
		await expectReads(3, 0);
	});

	test('a credential whose saved form cannot be read', async () => {
		endpoint.savedCredential = Promise.reject(new Error('The database is away'));
		await expectReads(3);
	});

	test('what has proved nothing', async () => {
		const enableX = subjectOf('enableX');
		const open = await openEndpoint(enableX, { options: { acceptPlaintext: true } });
		for (const call of ['a', 'b']) {
			const body = Buffer.from(JSON.stringify({ voice_id: call, state: 'connected' }));
			const headers = { 'Content-Type': 'application/json' };
			expect((await open.send({ headers, body })).status).toBe(200);
		}
		expect(open.credentialFetches).toBe(2);
		expect(open.savedCredentialFetches).toBe(0);
		await open.close();
	});
});

test('what a read left out is asked for again after ten seconds', async () => {
	endpoint.savedCredential = { signingSecret: '={{ $vars.secret }}' };
	await sendEvents(event(), event());
	endpoint.savedCredential = undefined;
	pass(10 * SECONDS);
	await sendEvents(event(), event(), event());
	expect(endpoint.savedCredentialFetches).toBe(2);
	expect(endpoint.credentialFetches).toBe(3);
});

describe('forged events', () => {
	test('cost a read each, one after the other, and nothing more', async () => {
		await sendEvents(event());
		const forged = Array.from({ length: 5 }, () => event(randomText()));
		expect(await sendEvents(...forged)).toEqual(Array(5).fill(401));
		expect(endpoint.credentialFetches).toBe(6);
		expect(endpoint.savedCredentialFetches).toBe(1);
	});

	test('cost genuine ones nothing', async () => {
		await sendEvents(event(), event(randomText()), event(), event(randomText()), event());
		expect(endpoint.credentialFetches).toBe(3);
	});

	test('have nothing kept', async () => {
		await sendEvents(event(randomText()), event(randomText()));
		expect(endpoint.savedCredentialFetches).toBe(0);
	});

	test('cost no read where a header tells', async () => {
		await endpoint.send({ headers: { 'X-Husky-Signature': 'forged' }, body: Buffer.from('{}') });
		expect(endpoint.credentialFetches).toBe(0);
	});
});

test('no two providers have one type of credential, which tells what is kept of it', () => {
	const types = providers.map(({ trigger }) => trigger.credentialType);
	expect(new Set(types).size).toBe(types.length);
});

test.each(subjects)('the credential of $id is kept', async (each) => {
	const own = await openEndpoint(each);
	for (let sent = 0; sent < 3; sent += 1) {
		expect((await own.send(genuine(each))).status).toBe(200);
		await new Promise(setImmediate);
	}
	expect(own.credentialFetches).toBe(1);
	await own.close();
});

describe('while the credential is being read', () => {
	/** Reads of the credential that wait until they are told what comes of them, in their order. */
	function heldReads() {
		const held = [];
		const expectations = [];
		endpoint.credential = () =>
			new Promise((resolve, reject) => {
				held.push({ resolve, reject });
				for (const each of expectations) if (held.length >= each.count) each.resolve();
			});
		const begun = (reads) =>
			new Promise((resolve) => {
				if (held.length >= reads) resolve();
				else expectations.push({ count: reads, resolve });
			});
		return { held, begun };
	}

	/** Resolves once the server has so many requests more. */
	const arrived = (requests) =>
		new Promise((resolve) => {
			let left = requests;
			endpoint.server.on('request', () => {
				left -= 1;
				if (left === 0) setImmediate(resolve);
			});
		});

	const sendAtOnce = (...deliveries) => deliveries.map((delivery) => endpoint.send(delivery));
	const many = () => Array.from({ length: 20 }, () => event());

	test('deliveries that arrive share the next read', async () => {
		const { held, begun } = heldReads();
		const [first] = sendAtOnce(event());
		await begun(1);
		const allThere = arrived(20);
		const others = sendAtOnce(...many());
		await allThere;
		held[0].resolve(subject.credential);
		expect((await first).text).toBe(TAKEN);
		await begun(2);
		held[1].resolve(subject.credential);
		for (const answer of await Promise.all(others)) expect(answer.text).toBe(TAKEN);
		expect(endpoint.credentialFetches).toBe(2);
		expect(endpoint.savedCredentialFetches).toBe(1);
		expect(endpoint.executions).toHaveLength(21);
	});

	test('those that do not match what is kept share a read as well', async () => {
		await sendEvents(event());
		const added = randomText();
		const { held, begun } = heldReads();
		const allThere = arrived(20);
		const others = sendAtOnce(...Array.from({ length: 20 }, () => event(added)));
		await allThere;
		await begun(1);
		held[0].resolve({ signingSecret: added });
		await begun(2);
		held[1].resolve({ signingSecret: added });
		for (const answer of await Promise.all(others)) expect(answer.text).toBe(TAKEN);
		expect(endpoint.credentialFetches).toBe(3);
	});

	test('a secret that is changed counts for whoever came after the change', async () => {
		const { held, begun } = heldReads();
		const [before] = sendAtOnce(event());
		await begun(1);
		const there = arrived(1);
		const [after] = sendAtOnce(event());
		await there;
		// Not to be kept: the delivery that came later has to see what was read later.
		endpoint.savedCredential = { signingSecret: '={{ $vars.secret }}' };
		held[0].resolve(subject.credential);
		await begun(2);
		held[1].resolve({ ...subject.credential, signingSecret: randomText() });
		expect((await before).status).toBe(200);
		expect((await after).status).toBe(401);
	});

	test('a read that fails is nobody else’s failure', async () => {
		const { held, begun } = heldReads();
		const [first] = sendAtOnce(event());
		await begun(1);
		const there = arrived(1);
		const [second] = sendAtOnce(event());
		await there;
		held[0].reject(new Error('The database is away'));
		expect((await first).status).toBe(503);
		await begun(2);
		held[1].resolve(subject.credential);
		expect((await second).status).toBe(200);
	});

	test('nobody waits for one that hangs', async () => {
		const { held, begun } = heldReads();
		const [hanging] = sendAtOnce(event());
		await begun(1);
		pass(11 * SECONDS);
		const [second] = sendAtOnce(event());
		await begun(2);
		held[1].resolve(subject.credential);
		expect((await second).status).toBe(200);
		held[0].resolve(subject.credential);
		expect((await hanging).status).toBe(200);
	});
});
