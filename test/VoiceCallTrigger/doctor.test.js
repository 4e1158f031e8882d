'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { sendRaw } = require('../../tools/simulator/raw-socket');
const { openEndpoint } = require('./endpoint');
const { mistakes } = require('./mistakes');
const { genuineList, refusals } = require('./refusals');
const { confidential, genuine, subjects } = require('./subjects');

let endpoint;
afterEach(async () => await endpoint.close());

const textOf = ({ message, description }) => `${message}\n${description}`;

/** What the person at the editor reads must never say what nobody else may see. */
function expectDiscretion(subject, credential, delivery) {
	const shown = endpoint.failures.map(textOf).join('\n') + JSON.stringify(endpoint.lines);
	const secrets = [subject, { credential: credential ?? {} }].flatMap((holder) =>
		confidential(holder, [delivery]),
	);
	for (const secret of secrets) expect(shown).not.toContain(secret.trim());
}

test.each(mistakes)(
	'$what ($subject.id)',
	async ({ subject, credential, delivery: make, words }) => {
		endpoint = await openEndpoint(subject);
		if (credential) endpoint.credential = credential();
		const delivery = make();

		const answer = await endpoint.sendTest(delivery);
		expect([answer.status, answer.text]).toEqual([401, '{"error":"unauthorized"}']);
		expect(endpoint.executions).toEqual([]);
		expect(endpoint.failures).toHaveLength(1);
		for (const word of words) expect(textOf(endpoint.failures[0])).toMatch(word);
		expectDiscretion(subject, endpoint.credential, delivery);

		// To outsiders, and to whoever reads the log, a production URL says nothing of it.
		endpoint.lines.length = 0;
		await endpoint.deactivate();
		const outside = await endpoint.send(make());
		expect([outside.status, outside.text]).toEqual([401, '{"error":"unauthorized"}']);
		expect(endpoint.failures).toHaveLength(1);
		for (const word of words) {
			expect(JSON.stringify([outside, endpoint.lines])).not.toMatch(word);
		}
	},
);

test.each(subjects)('each refusal of $id is explained, without a secret', async (subject) => {
	endpoint = await openEndpoint(subject);
	for (const { make } of refusals[subject.id]) {
		const delivery = make(subject);
		endpoint.failures.length = 0;
		expect((await endpoint.sendTest(delivery)).status).toBe(401);
		expect(endpoint.failures).toHaveLength(1);
		const [{ message, description }] = endpoint.failures;
		expect(message).toMatch(/^[A-Z].{20}/);
		expect(description).toMatch(/^[A-Z].{20}.*\.$/);
		expectDiscretion(subject, subject.credential, delivery);
	}
});

const husky = subjects.find(({ id }) => id === 'huskyVoice');

test.each([
	[
		403,
		/address, 127\.0\.0\.1, is not on the IP allowlist/,
		{ options: { ipAllowlist: '203.0.113.7' } },
		genuine,
		{},
	],
	[422, /not a JSON object/, {}, genuineList, {}],
	[503, /has no secret/, {}, genuine, { credential: { signingSecret: '' } }],
	[
		503,
		/missing or cannot be read/,
		{},
		genuine,
		{ credential: () => Promise.reject(new Error()) },
	],
	[503, /allowlist of this node cannot be read/, { options: { ipAllowlist: '?' } }, genuine, {}],
])('%i is explained as well: %s', async (status, words, parameters, make, changes) => {
	endpoint = Object.assign(await openEndpoint(husky, parameters), changes);
	expect((await endpoint.sendTest(make(husky))).status).toBe(status);
	expect(endpoint.failures).toHaveLength(1);
	expect(textOf(endpoint.failures[0])).toMatch(words);
});

test('a sender that has hung up does not keep a test run waiting', async () => {
	endpoint = await openEndpoint(husky);
	const line = new AbortController();
	let lookedUp;
	const begun = new Promise((resolve) => (lookedUp = resolve));
	const closed = new Promise((resolve) => {
		endpoint.server.once('request', (_, response) => response.once('close', resolve));
	});
	endpoint.credential = async () => {
		lookedUp();
		await closed;
		return { signingSecret: 'another one' };
	};
	const sent = endpoint.sendTest(genuine(husky), { signal: line.signal });
	await begun;
	line.abort();
	await expect(sent).rejects.toThrow();
	await closed;
	for (let tries = 0; endpoint.failures.length === 0 && tries < 100; tries += 1) await delay(10);
	expect(endpoint.failures).toHaveLength(1);
	expect(textOf(endpoint.failures[0])).toMatch(/does not match/);
});

test('a sender that breaks off is told from a wrong body', async () => {
	endpoint = await openEndpoint(husky);
	const { headers } = genuine(husky);
	const lines = Object.entries({ ...headers, 'Content-Type': 'text/x', 'Content-Length': '500' });
	const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
	const request = `POST /webhook-test HTTP/1.1\r\nHost: n8n\r\n${head}\r\n{"a"`;
	await sendRaw(endpoint.url, [request], { hangUp: true });
	for (let tries = 0; endpoint.failures.length === 0 && tries < 100; tries += 1) await delay(10);
	expect(endpoint.failures).toHaveLength(1);
	expect(textOf(endpoint.failures[0])).toMatch(/did not arrive whole\nThe sender broke off/);
});

test.each([
	['deep', '['.repeat(2_000_000) + ']'.repeat(2_000_000)],
	['long', `[${'0,'.repeat(2_000_000)}0]`],
	['both', `${'['.repeat(99)}${'0,'.repeat(100_000)}0${']'.repeat(99)}`],
	['cut off', '{"a":'.repeat(500_000)],
])('an unproven body that is %s gets a plain diagnosis', async (_, body) => {
	endpoint = await openEndpoint(husky);
	const { headers } = genuine(husky);
	const answer = await endpoint.sendTest({
		headers: { ...headers, 'Content-Type': 'text/plain' },
		body,
	});
	expect(answer.status).toBe(401);
	expect(endpoint.failures).toHaveLength(1);
	expect(endpoint.failures[0].message).toMatch(/does not match the body and the secret/);
});
