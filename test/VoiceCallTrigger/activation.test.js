'use strict';

const { openEndpoint } = require('./endpoint');
const { genuine, subjects } = require('./subjects');

let endpoint;
afterEach(async () => await endpoint.close());

const problemOf = async (mode) => {
	const error = await endpoint.activate(mode).then(
		() => undefined,
		(refused) => refused,
	);
	return error && `${error.name}: ${error.message}`;
};

describe.each(subjects)('activating a trigger for $id', (subject) => {
	test('works with its credential', async () => {
		endpoint = await openEndpoint(subject);
		expect(await problemOf('activate')).toBeUndefined();
		expect(endpoint.credentialFetches).toBe(1);
	});

	test.each(subject.unusable)('fails where nothing could be verified: %j', async (credential) => {
		endpoint = await openEndpoint(subject);
		endpoint.credential = credential;
		for (const mode of ['activate', 'update', 'create', 'manual']) {
			const problem = await problemOf(mode);
			expect(problem).toMatch(/^NodeOperationError: The credential has no secret to verify events/);
			expect(problem).toMatch(/paste the secret/);
		}
	});

	test('fails without a credential, in the words of n8n', async () => {
		endpoint = await openEndpoint(subject);
		endpoint.node.credentials = {};
		expect(await problemOf('activate')).toMatch(/credentials set/);
	});

	test('fails without an event', async () => {
		endpoint = await openEndpoint(subject, { events: [] });
		expect(await problemOf('activate')).toMatch(/No event is selected\. Select the events/);
		expect(endpoint.credentialFetches).toBe(0);
	});

	test('fails with an allowlist that cannot be read', async () => {
		endpoint = await openEndpoint(subject, { options: { ipAllowlist: '203.0.113.7, localhost' } });
		expect(await problemOf('activate')).toMatch(/not an address: localhost\. Write addresses/);
	});

	test('never fails while n8n starts: events then get a 503, which is sent again', async () => {
		endpoint = await openEndpoint(subject);
		endpoint.credential = {};
		for (const mode of ['init', 'leadershipChange']) expect(await problemOf(mode)).toBeUndefined();
		expect(endpoint.credentialFetches).toBe(0);
		expect((await endpoint.send(genuine(subject))).status).toBe(503);
	});

	test('writes nothing, and deactivating neither', async () => {
		endpoint = await openEndpoint(subject);
		await endpoint.activate();
		expect(await endpoint.deactivate()).toBe(true);
		expect(endpoint.staticData).toBe('{}');
		expect(endpoint.staticDataWrites).toBe(0);
	});
});
