'use strict';

const { startSimulator } = require('../../tools/simulator/server');
const { openEndpoint } = require('./endpoint');
const { randomText, subjectOf } = require('./subjects');

const ultravox = subjectOf('ultravox');
const EVENTS = ['call.billed', 'call.ended', 'call.joined', 'call.started'];

let simulator;
let endpoint;
const opened = [];

beforeEach(async () => {
	simulator = await startSimulator({ limit: null });
	endpoint = await open();
});

afterEach(async () => {
	for (const one of opened.splice(0)) await one.close();
	await simulator.stop();
});

/** A trigger that is to register itself at the stand-in. */
/** @param {Record<string, any>} [form] */
async function open({ options = { registerWebhook: true }, ...parameters } = {}) {
	const one = await openEndpoint(ultravox, { options, ...parameters });
	one.credential = {
		...ultravox.credential,
		apiKey: simulator.credentials.ultravox.apiKey,
		baseUrl: simulator.urls.ultravox,
	};
	opened.push(one);
	return one;
}

const urlOf = ({ node, webhookBaseUrl }) => `${webhookBaseUrl}/${node.webhookId}/voice-call`;

/** @returns {Promise<any>} */
async function ask(method, path, body) {
	const response = await fetch(`${simulator.urls.ultravox}${path}`, {
		method,
		headers: {
			'X-API-Key': simulator.credentials.ultravox.apiKey,
			'Content-Type': 'application/json',
		},
		body: body && JSON.stringify(body),
	});
	return response.status === 204 ? undefined : await response.json();
}

/** The webhooks that the account has, however many fit on a page. */
async function webhooks() {
	const { pageSize } = simulator;
	simulator.pageSize = Infinity;
	const { results } = await ask('GET', '/webhooks?pageSize=1000');
	simulator.pageSize = pageSize;
	return results;
}

const byHand = (url) => ask('POST', '/webhooks', { url, events: ['call.ended'] });

/** Why publishing failed; no secret may stand in it. */
async function problemOf(one = endpoint, mode = 'activate') {
	const error = await one.activate(mode).then(
		() => undefined,
		(refused) => refused,
	);
	if (error === undefined) return undefined;
	expect(error.name).toBe('NodeOperationError');
	for (const secret of secretsOf(one)) {
		expect(`${error.message} ${error.description} ${error.stack}`).not.toContain(secret);
	}
	return error.message;
}

const secretsOf = ({ credential }) =>
	['signingSecret', 'previousSigningSecret', 'liveRequestSecret', 'apiKey']
		.map((name) => credential[name])
		.filter(Boolean);

const routes = () => simulator.requests.map(({ route }) => route.replace('ultravox.', ''));

test('publishing registers the production URL, all events and both secrets', async () => {
	expect(await problemOf()).toBeUndefined();
	const { signingSecret, previousSigningSecret } = endpoint.credential;
	expect(await webhooks()).toMatchObject([
		{
			url: urlOf(endpoint),
			events: EVENTS,
			secrets: [signingSecret, previousSigningSecret],
			agentId: null,
		},
	]);
});

test('the ID alone is kept, and no secret', async () => {
	await endpoint.activate();
	const [{ webhookId }] = await webhooks();
	expect(JSON.parse(endpoint.staticData)).toEqual({
		'node:Voice Call Trigger': { registeredWebhook: { provider: 'ultravox', id: webhookId } },
	});
});

test('only the selected events are asked for', async () => {
	endpoint.node.parameters.events = ['call.ended'];
	await endpoint.activate();
	expect(await webhooks()).toMatchObject([{ events: ['call.ended'] }]);
});

test.each(['init', 'leadershipChange', 'manual'])('%s asks nobody', async (mode) => {
	await endpoint.activate(mode);
	expect(simulator.requests).toEqual([]);
});

test('without the option nobody is asked', async () => {
	/** @type {Record<string, unknown>[]} */
	const forms = [{}, { registerWebhook: false }, { registerWebhook: 'false' }];
	for (const options of forms) {
		const one = await open({ options });
		await one.activate();
		await one.deactivate();
	}
	expect(simulator.requests).toEqual([]);
});

test('unpublishing deletes what publishing registered, and nothing else', async () => {
	await byHand('https://example.com/other');
	await endpoint.activate();
	expect(await webhooks()).toHaveLength(2);
	expect(await endpoint.deactivate()).toBe(true);
	expect(await webhooks()).toMatchObject([{ url: 'https://example.com/other' }]);
	expect(JSON.parse(endpoint.staticData)['node:Voice Call Trigger']).toEqual({});
	const before = simulator.requests.length;
	await endpoint.deactivate();
	expect(simulator.requests).toHaveLength(before);
});

test('publishing again leaves one webhook, with what the form says now', async () => {
	await endpoint.activate();
	await endpoint.deactivate();
	await endpoint.activate('update');
	const [{ webhookId }, ...others] = await webhooks();
	expect(others).toEqual([]);
	// Without an end of the earlier one, as after a crash.
	endpoint.node.parameters.events = ['call.ended'];
	endpoint.credential.signingSecret = randomText();
	expect(await problemOf(endpoint, 'update')).toBeUndefined();
	expect(await webhooks()).toMatchObject([
		{
			webhookId,
			events: ['call.ended'],
			secrets: [endpoint.credential.signingSecret, expect.anything()],
		},
	]);
});

test('what was deleted by hand is registered anew', async () => {
	await endpoint.activate();
	const [{ webhookId }] = await webhooks();
	await ask('DELETE', `/webhooks/${webhookId}`);
	expect(await problemOf(endpoint, 'update')).toBeUndefined();
	const [{ webhookId: next }] = await webhooks();
	expect(next).not.toBe(webhookId);
	await ask('DELETE', `/webhooks/${next}`);
	expect(await endpoint.deactivate()).toBe(true);
	expect(endpoint.lines).toEqual([]);
});

test('what was registered is known after a restart of n8n', async () => {
	await endpoint.activate();
	// Another node for this process, as all are after a restart.
	const later = await open();
	later.staticData = endpoint.staticData;
	await later.deactivate();
	expect(await webhooks()).toEqual([]);
});

test('what was registered is known where an execution wrote older static data over it', async () => {
	await endpoint.activate();
	endpoint.staticData = '{}';
	await endpoint.deactivate();
	expect(await webhooks()).toEqual([]);
});

test('turning the option off takes the webhook back', async () => {
	await endpoint.activate();
	endpoint.node.parameters.options = {};
	await endpoint.deactivate();
	await endpoint.activate('update');
	expect(await webhooks()).toEqual([]);
});

test('the end of a test run takes nothing back', async () => {
	await endpoint.activate();
	const listening = await endpoint.listenForTest();
	await listening.end();
	expect(await webhooks()).toHaveLength(1);
});

test('a webhook with the same URL that somebody else registered is told, and left as it is', async () => {
	simulator.pageSize = 1;
	await byHand('https://example.com/other');
	const foreign = await byHand(urlOf(endpoint));
	const before = await webhooks();
	expect(await problemOf()).toBe(
		`The webhook was not registered: Ultravox has one with the URL of this node already (${foreign.webhookId}), which this node did not register. It was left as it is. Delete it there and publish the workflow again, or keep it and turn off Register the Webhook.`,
	);
	expect(await webhooks()).toEqual(before);
	expect(endpoint.staticData).toBe('{}');
	await endpoint.deactivate();
	expect(await webhooks()).toEqual(before);
});

test('one that appears beside ours is told as well', async () => {
	await endpoint.activate();
	await byHand(urlOf(endpoint));
	expect(await problemOf(endpoint, 'update')).toMatch(/has one with the URL of this node already/);
	await endpoint.deactivate();
	expect(await webhooks()).toHaveLength(1);
});

test('a wrong key is told', async () => {
	endpoint.credential.apiKey = randomText();
	expect(await problemOf()).toBe(
		'The webhook was not registered: Ultravox does not accept the API key (HTTP 401: Invalid API key). Copy the whole key into the credential. Then publish the workflow again, or turn off Register the Webhook and register it by hand.',
	);
	expect(await webhooks()).toEqual([]);
});

test.each([
	[
		'forbidden',
		{},
		/does not allow it with this API key \(HTTP 403: Not allowed\)\. Check what the key/,
	],
	['rate-limited', {}, /takes no more requests for now \(HTTP 429: .*\)\. Wait a minute\./],
	['not-found', {}, /refused it \(HTTP 404: Not found\)\. Check the address in the credential\./],
	['error-before', { times: 2 }, /Ultravox failed \(HTTP 500: Internal error\)\. Wait until/],
	[
		'error-before',
		{ status: 400 },
		/refused it \(HTTP 400: Internal error\)\. Correct what it says\./,
	],
	[
		'html',
		{ status: 200, times: 2 },
		/does not answer as Ultravox does \(HTTP 200\)\. Check the address/,
	],
	['html', { status: 302 }, /does not answer as Ultravox does \(HTTP 302\)/],
	[
		'reset-before',
		{ times: 2 },
		/not known whether .* Ultravox gave no answer \(the connection broke\)\. Publish/,
	],
])('%s is told: %j', async (how, options, problem) => {
	for (const route of ['ultravox.webhooks', 'ultravox.createWebhook']) {
		const { stop } = simulator.misbehave({ how, route, ...options });
		expect(await problemOf()).toMatch(problem);
		stop();
	}
	expect(await webhooks()).toEqual([]);
	expect(endpoint.staticData).toBe('{}');
});

test('an address where nobody listens is told', async () => {
	endpoint.credential.baseUrl = 'http://127.0.0.1:1/api';
	expect(await problemOf()).toMatch(
		/^The webhook was not registered: Ultravox could not be reached \(nobody listens there\)\. Check the address/,
	);
});

test.each(['error-after', 'reset-after', 'truncated'])(
	'what was registered although the answer was lost (%s) is found, and taken back later',
	async (how) => {
		simulator.misbehave({ how, route: 'ultravox.createWebhook' });
		expect(await problemOf()).toBeUndefined();
		expect(await webhooks()).toHaveLength(1);
		expect(routes().filter((route) => route === 'createWebhook')).toHaveLength(1);
		await endpoint.deactivate();
		expect(await webhooks()).toEqual([]);
	},
);

test('what is missing in the credential is told, and nobody is asked', async () => {
	const { credential } = endpoint;
	const problemWith = async (changed) => {
		endpoint.credential = { ...credential, ...changed };
		return await problemOf();
	};
	expect(await problemWith({ apiKey: '' })).toMatch(
		/^The credential has no API key\. Create a key/,
	);
	const none = { signingSecret: '', previousSigningSecret: '' };
	expect(await problemWith(none)).toMatch(
		/^The webhook was not registered: the credential has no signing secret\. Make up a long random text/,
	);
	expect(await problemWith({ signingSecret: 'x'.repeat(121) })).toMatch(
		/^A signing secret is longer than the 120 characters that Ultravox takes/,
	);
	expect(await problemWith({ baseUrl: 'http://example.com' })).toMatch(/does not start with https/);
	expect(await problemWith({ baseUrl: 'https://api.example.com/api' })).toMatch(
		/leads to this machine or a private network.*set WEBHOOK_URL/,
	);
	expect(routes().filter((route) => route !== 'webhooks')).toEqual([]);
});

test('an address of n8n that is too long is told', async () => {
	endpoint.webhookBaseUrl = `http://127.0.0.1/${'x'.repeat(200)}`;
	expect(await problemOf()).toMatch(/address of this node is longer than the 200 characters/);
	expect(await webhooks()).toEqual([]);
});

test('unpublishing goes through where the provider fails; the next publishing finds its webhook', async () => {
	await endpoint.activate();
	const [{ webhookId }] = await webhooks();
	for (const how of ['error-before', 'reset-before', 'unauthorized']) {
		simulator.misbehave({ how, route: 'ultravox.deleteWebhook' });
		expect(await endpoint.deactivate()).toBe(true);
	}
	const lines = endpoint.lines.map(({ level, message }) => `${level}: ${message}`);
	expect(lines).toEqual(
		['HTTP 500', 'ECONNRESET', 'HTTP 401'].map((fate) =>
			expect.stringMatching(
				`error: .*could not delete the webhook ${webhookId} .* ultravox \\(${fate}\\): delete it there`,
			),
		),
	);
	for (const secret of secretsOf(endpoint)) {
		expect(JSON.stringify(endpoint.lines)).not.toContain(secret);
	}
	expect(await problemOf(endpoint, 'update')).toBeUndefined();
	expect(await webhooks()).toMatchObject([{ webhookId }]);
});

test.each([404, 200])(
	'a page of somebody else with HTTP %i is no word that it is gone',
	async (status) => {
		await endpoint.activate();
		const [{ webhookId }] = await webhooks();
		simulator.misbehave({ how: 'html', status, route: 'ultravox.deleteWebhook' });
		await endpoint.deactivate();
		expect(endpoint.lines).toMatchObject([{ level: 'error', fields: { webhookId } }]);
		simulator.misbehave({ how: 'html', status: 404, route: 'ultravox.updateWebhook' });
		expect(await problemOf(endpoint, 'update')).toMatch(
			/refused it \(HTTP 404\)\. Check the address/,
		);
		expect(routes().filter((route) => route === 'createWebhook')).toHaveLength(1);
		await endpoint.deactivate();
		expect(await webhooks()).toEqual([]);
	},
);

test('unpublishing goes through where the credential is gone', async () => {
	await endpoint.activate();
	endpoint.node.credentials = {};
	expect(await endpoint.deactivate()).toBe(true);
	expect(endpoint.lines).toMatchObject([{ level: 'error' }]);
});

test('the option of one provider means nothing for another', async () => {
	const husky = subjectOf('huskyVoice');
	const one = await openEndpoint(husky, { options: { registerWebhook: true } });
	opened.push(one);
	await one.activate();
	await one.deactivate();
	expect([simulator.requests, one.staticData]).toEqual([[], '{}']);
});
