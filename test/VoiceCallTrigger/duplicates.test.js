'use strict';

const { openEndpoint } = require('./endpoint');
const { genuine, subjects } = require('./subjects');

const [subject] = subjects.filter(({ id }) => id === 'huskyVoice');
const DUPLICATE = '{"received":true,"duplicate":true}';

let endpoint;
beforeEach(async () => (endpoint = await openEndpoint(subject)));
afterEach(async () => await endpoint.close());

/** Something that happens when it is told to. */
function signal() {
	/** @type {() => void} */
	let give;
	/** @type {Promise<void>} */
	const given = new Promise((resolve) => (give = resolve));
	return { give, given };
}

/** Makes creating an execution wait; `reached` tells that n8n has begun. */
function slowN8n() {
	const [reached, go] = [signal(), signal()];
	endpoint.createExecution = async () => {
		reached.give();
		await go.given;
	};
	return { reached: reached.given, go: go.give };
}

/** Resolves once the server has noticed that a sender hung up. */
const hungUp = () =>
	new Promise((resolve) => {
		endpoint.server.once('request', (_, response) => response.once('close', resolve));
	});

const tally = (answers) => answers.map(({ status, text }) => `${status} ${text}`).sort();

test('200 copies at once start one execution', async () => {
	const delivery = genuine(subject);
	const answers = await Promise.all(Array.from({ length: 200 }, () => endpoint.send(delivery)));
	expect(endpoint.executions).toHaveLength(1);
	expect(tally(answers)).toEqual(
		['200 {"received":true}', ...Array(199).fill(`200 ${DUPLICATE}`)].sort(),
	);
});

test('copies wait until n8n has taken the first', async () => {
	const n8n = slowN8n();
	const delivery = genuine(subject);
	const first = endpoint.send(delivery);
	await n8n.reached;
	let answered = false;
	const copy = endpoint.send(delivery).finally(() => (answered = true));
	expect((await endpoint.send(genuine(subject, '[]'))).status).toBe(422);
	expect(answered).toBe(false);
	n8n.go();
	expect((await first).text).toBe('{"received":true}');
	expect((await copy).text).toBe(DUPLICATE);
	expect(endpoint.executions).toHaveLength(1);
});

test('when n8n cannot create the execution, a waiting copy takes over', async () => {
	const delivery = genuine(subject);
	const [begun, fail] = [signal(), signal()];
	endpoint.createExecution = async () => {
		endpoint.createExecution = async () => {};
		begun.give();
		await fail.given;
		throw new Error('The database is full');
	};
	const first = endpoint.send(delivery);
	await begun.given;
	const copies = [1, 2, 3].map(async () => await endpoint.send(delivery));
	fail.give();
	expect((await first).status).toBe(500);
	expect(tally(await Promise.all(copies))).toEqual([
		`200 ${DUPLICATE}`,
		`200 ${DUPLICATE}`,
		'200 {"received":true}',
	]);
	expect(endpoint.executions).toHaveLength(1);
});

test('what n8n could not take is not remembered, nor is it by the next delivery', async () => {
	const delivery = genuine(subject);
	endpoint.createExecution = async () => {
		throw new Error('The database is full');
	};
	expect((await endpoint.send(delivery)).status).toBe(500);
	expect(endpoint.staticData).toBe('{}');

	endpoint.createExecution = async () => {};
	expect((await endpoint.send(genuine(subject))).status).toBe(200);
	expect(endpoint.staticData.match(/@/g)).toHaveLength(1);
	await endpoint.deactivate();
	expect((await endpoint.send(delivery)).text).toBe('{"received":true}');
	expect(endpoint.executions).toHaveLength(2);
});

describe('a sender that hangs up', () => {
	/** Sends and hangs up once `reached`; resolves when the server knows. */
	async function hangUp(delivery, reached) {
		const closed = hungUp();
		const line = new AbortController();
		const sent = endpoint.send(delivery, { signal: line.signal });
		await reached;
		line.abort();
		await expect(sent).rejects.toThrow();
		await closed;
	}

	test('while n8n looks up the credential finds its event taken once', async () => {
		const [reached, go] = [signal(), signal()];
		endpoint.credential = async () => {
			reached.give();
			await go.given;
			return subject.credential;
		};
		const delivery = genuine(subject);
		await hangUp(delivery, reached.given);
		go.give();
		expect((await endpoint.send(delivery)).status).toBe(200);
		expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);
		expect(endpoint.executions).toHaveLength(1);
	});

	test('while n8n creates the execution finds its event taken once', async () => {
		const n8n = slowN8n();
		const delivery = genuine(subject);
		await hangUp(delivery, n8n.reached);
		const again = endpoint.send(delivery);
		n8n.go();
		expect((await again).text).toBe(DUPLICATE);
		expect(endpoint.executions).toHaveLength(1);
	});

	test('before n8n fails may send its event again', async () => {
		const [reached, fail] = [signal(), signal()];
		endpoint.createExecution = async () => {
			reached.give();
			await fail.given;
			throw new Error('The database is full');
		};
		const delivery = genuine(subject);
		await hangUp(delivery, reached.given);
		endpoint.createExecution = async () => {};
		const again = endpoint.send(delivery);
		fail.give();
		expect((await again).text).toBe('{"received":true}');
		expect(endpoint.executions).toHaveLength(1);
	});

	test('while its copy waits does not block those after it', async () => {
		// Not kept, so that the credential is read for the copy as well, which shows that it has come.
		endpoint.savedCredential = { signingSecret: '={{ $vars.secret }}' };
		const [reached, fail] = [signal(), signal()];
		endpoint.createExecution = async () => {
			reached.give();
			await fail.given;
			throw new Error('The database is full');
		};
		const delivery = genuine(subject);
		const first = endpoint.send(delivery);
		await reached.given;
		const fetched = signal();
		endpoint.credential = () => {
			fetched.give();
			return subject.credential;
		};
		await hangUp(delivery, fetched.given);
		endpoint.createExecution = async () => {};
		fail.give();
		expect((await first).status).toBe(500);
		expect((await endpoint.send(delivery)).text).toBe(DUPLICATE);
		expect(endpoint.executions).toHaveLength(1);
	});
});

test.each([
	[
		'numeric IDs that JavaScript cannot tell apart',
		'{"event_type":"call.completed","event_id":1524831183200260097,"data":{}}',
		'{"event_type":"call.completed","event_id":1524831183200260098,"data":{}}',
	],
	[
		'one ID and another type',
		'{"event_type":"call.answered","event_id":"evt_1","data":{}}',
		'{"event_type":"call.completed","event_id":"evt_1","data":{}}',
	],
])('%s are two events', async (_, first, second) => {
	for (const body of [first, second, first]) await endpoint.send(genuine(subject, body));
	expect(endpoint.executions).toHaveLength(2);
});

describe('what a repeat is told by', () => {
	const [enableX, miraiMinds] = ['enableX', 'miraiMinds'].map((wanted) =>
		subjects.find(({ id }) => id === wanted),
	);
	const runs = async (provider, bodies) => {
		await endpoint.close();
		endpoint = await openEndpoint(provider);
		for (const body of bodies) await endpoint.send(genuine(provider, body));
		return endpoint.executions.length;
	};
	const digit = (more = {}) =>
		JSON.stringify({
			voice_id: 'v1',
			playstate: 'digitcollected',
			digit: '1',
			prompt_ref: 'p',
			...more,
		});
	const mirai = (type, call, data = {}) =>
		JSON.stringify({ event: { type, data: { call: { id: 'c1', ...call }, ...data } } });

	test('EnableX: a key that is pressed twice is two events, one with a time is one', async () => {
		expect(await runs(enableX, [digit(), digit()])).toBe(2);
		const timed = digit({ timestamp: '2026-01-01T00:00:00.000Z' });
		expect(await runs(enableX, [timed, timed])).toBe(1);
		const later = digit({ timestamp: '2026-01-01T00:00:00.500Z' });
		expect(await runs(enableX, [timed, later])).toBe(2);
	});

	test('EnableX: a repeat under another x-encoding is a repeat', async () => {
		const body = digit({ timestamp: '2026-01-01T00:00:00.000Z' });
		await endpoint.close();
		endpoint = await openEndpoint(enableX);
		const delivery = genuine(enableX, body);
		await endpoint.send(delivery);
		await endpoint.send({ ...delivery, headers: { ...delivery.headers, 'x-encoding': 'latin1' } });
		expect(endpoint.executions).toHaveLength(1);
	});

	test('EnableX: a duplicate is answered with its own empty object', async () => {
		const body = digit({ timestamp: '2026-01-01T00:00:00.000Z' });
		await endpoint.close();
		endpoint = await openEndpoint(enableX);
		await endpoint.send(genuine(enableX, body));
		expect((await endpoint.send(genuine(enableX, body))).text).toBe('{}');
	});

	test('Mirai Minds: type and call tell a repeat, however it is written', async () => {
		const event = JSON.parse(mirai('call.no-answer', { status: 'no-answer' }));
		const again = JSON.stringify(event, null, 2);
		expect(await runs(miraiMinds, [JSON.stringify(event), again])).toBe(1);
		const attempts = [1, 2].map((attempt) => mirai('call.no-answer', { attempt }));
		expect(await runs(miraiMinds, attempts)).toBe(2);
	});

	test('Mirai Minds: what the assistant asks for twice it gets twice', async () => {
		const action = mirai('action', {}, { action: 'send_whatsapp' });
		expect(await runs(miraiMinds, [action, action])).toBe(2);
	});
});
