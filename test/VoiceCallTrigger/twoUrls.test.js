'use strict';

const { providers } = require('../../nodes/providers');
const { liveDelivery, liveRequests } = require('../../tools/simulator/live');
const { send } = require('../../tools/simulator/sender');
const { openEndpoint } = require('./endpoint');
const { genuine, randomText, subjectOf } = require('./subjects');

const live = providers.filter(({ trigger }) => trigger.live !== undefined);
const separate = live.filter(({ trigger }) => trigger.live.proof !== undefined);

let endpoint;
afterEach(async () => await endpoint?.close());

/**
 * A node whose workflow answers each live request.
 *
 * @param {string} id of the provider
 */
async function open(id) {
	const subject = subjectOf(id);
	const secrets = { ...subject.credential, ...subject.sender };
	const [request] = liveRequests(id);
	endpoint = await openEndpoint(subject);
	const headers = { 'x-voice-call-answer': '1' };
	endpoint.run = async () => ({ statusCode: 200, body: {}, headers });
	/** The status, once the trigger has done what it does behind its answer. */
	const statusOf = async (answer) => {
		const { status } = await answer;
		await new Promise(setImmediate);
		return status;
	};
	const liveOf = (signer) => liveDelivery(id, request, signer).delivery;
	return {
		subject,
		event: async () => await statusOf(endpoint.send(genuine(subject))),
		eventAtLiveUrl: async () => await statusOf(send(endpoint.liveUrl, genuine(subject))),
		ask: async (signer = secrets) => await statusOf(send(endpoint.liveUrl, liveOf(signer))),
		askAtEventUrl: async () => await statusOf(endpoint.send(liveOf(secrets))),
	};
}

describe.each(live.map(({ id }) => id))('the two URLs of one node, %s', (id) => {
	test('read the credential once each, and then keep what each of them read', async () => {
		const { event, ask } = await open(id);
		expect([await event(), await event()]).toEqual([200, 200]);
		expect(endpoint.credentialFetches).toBe(1);
		expect([await ask(), await ask(), await event()]).toEqual([200, 200, 200]);
		expect(endpoint.credentialFetches).toBe(2);
	});

	test('keep nothing once the workflow is deactivated', async () => {
		const { event, ask } = await open(id);
		expect([await event(), await ask()]).toEqual([200, 200]);
		await endpoint.deactivate();
		expect([await event(), await ask()]).toEqual([200, 200]);
		expect(endpoint.credentialFetches).toBe(4);
	});

	test('a forged request at one of them lets nobody in at either', async () => {
		const { subject, event, ask } = await open(id);
		const stranger = { ...(subject.foreign?.() ?? { signingSecret: randomText() }) };
		const forged = { ...stranger, liveRequestSecret: randomText() };
		expect([await event(), await ask(forged), await ask()]).toEqual([200, 401, 200]);
		expect(await ask(forged)).toBe(401);
	});
});

describe.each(separate.map(({ id }) => id))('%s, which proves live requests apart', (id) => {
	test.each([
		['what proves an event proves no live request', 'eventAtLiveUrl'],
		['what proves a live request proves no event', 'askAtEventUrl'],
	])('%s, while both are kept either', async (_, wrongUrl) => {
		const node = await open(id);
		expect([await node.event(), await node.ask()]).toEqual([200, 200]);
		expect(await node[wrongUrl]()).toBe(401);
		expect(endpoint.executions).toHaveLength(2);
	});
});

test('there are providers of both kinds', () => {
	expect(separate.length).toBeGreaterThan(0);
	expect(live.length).toBeGreaterThan(separate.length);
});
