'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const { itemsOf, packPackage, startN8n } = require('../../tools/n8n-host');
const {
	calls,
	credentialsFor,
	credentialTypeOf,
	markedByItem,
	secretsOf,
	startSimulator,
	ways: wayOf,
} = require('../VoiceCall/standIn');
const { filesHolding } = require('./traces');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

const ways = Object.keys(calls);
const byUrl = 'HuskyVoice by inbound URL';
const byKey = 'HuskyVoice by API key';
const continues = { onError: 'continueRegularOutput' };
const markedItems = (count) => Array.from({ length: count }, (_, n) => ({ id: `item-${n}` }));
/** Fields whose marker comes from the item. */
const marked = markedByItem;

/** Every way a provider can fail a request, and whether an unprotected one is unclear after it. */
const faults = [
	{ how: 'slow', delayMs: 4000, unclear: true },
	{ how: 'error-before', unclear: true },
	{ how: 'error-after', unclear: true },
	{ how: 'error-after', status: 503, unclear: true },
	{ how: 'error-before', status: 400, unclear: false },
	{ how: 'rate-limited', retryAfter: 1, passes: true },
	{ how: 'reset-before', unclear: true },
	{ how: 'reset-after', unclear: true },
	{ how: 'success-false', unclear: false },
	{ how: 'html', unclear: true },
	{ how: 'html', status: 200, unclear: true },
	{ how: 'html', status: 404, unclear: false },
	{ how: 'truncated', unclear: true },
	{ how: 'not-found', unclear: false },
	{ how: 'unauthorized', unclear: false },
	{ how: 'forbidden', unclear: false },
];

/**
 * One n8n of its own with all of its logs, so that in the end everything it wrote can be searched
 * for secrets. Each item meets one fault; what the stand-in did is held against what was reported.
 */
describe('Voice Call in a real n8n, faults', () => {
	let host;
	let client;
	let simulator;
	/** Of all stand-ins, for the last test. */
	const secrets = [];
	const reckoning = { items: 0, placedTwice: 0, wronglyReported: 0 };

	beforeAll(async () => {
		const env = { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console,file' };
		host = await startN8n({ tarball: await packPackage(), env });
		client = await host.signIn();
	});
	afterAll(async () => await host?.stop());

	beforeEach(async () => {
		simulator = await startSimulator({ limit: null });
		secrets.push(...secretsOf(simulator));
	});
	afterEach(async () => {
		reckoning.placedTwice += simulator.placedTwice().length;
		await simulator.stop();
		expect(simulator.placedTwice()).toEqual([]);
	});

	const publish = async (parameters, nodeSettings = {}) =>
		await publishCallWorkflow(client, { simulator, parameters, nodeSettings });

	/** Counts the items whose outcome was not what the stand-in did with them. */
	const wronglyReported = (items, results) =>
		items.filter(({ id }, index) => {
			const result = results[index];
			const rung = simulator.placed()[id] ?? 0;
			if (result.success) {
				return rung !== 1 || !simulator.calls.some(({ id: call }) => call === result.callId);
			}
			// Unclear is right for either; everything else claims that nothing was placed.
			return result.error.reason !== 'unclear' && rung !== 0;
		});

	test.each(ways)('%s: each item meets a fault of its own', async (way) => {
		const items = markedItems(faults.length + 1);
		faults.forEach((fault, index) => {
			const isMeant = ({ body }) => body.includes(`"item-${index}"`);
			simulator.misbehave({ ...fault, when: isMeant });
		});
		const published = await publish({ ...marked(way), options: { timeout: 3 } }, continues);
		const execution = await published.run(items, { timeoutMs: 120_000 });
		expect(execution.status).toBe('success');

		const results = itemsOf(execution, NODE);
		expect(results).toHaveLength(items.length);
		const wrong = wronglyReported(items, results);
		reckoning.items += items.length;
		reckoning.wronglyReported += wrong.length;
		expect(wrong).toEqual([]);
		expect(results.at(-1).success).toBe(true);
		faults.forEach(({ unclear, passes }, index) => {
			const { success, error } = results[index];
			if (passes || (unclear && wayOf[way].keyOf !== undefined))
				expect({ index, success }).toEqual({ index, success: true });
			else
				expect({ index, reason: error.reason }).toEqual({
					index,
					reason: unclear ? 'unclear' : 'refused',
				});
		});
	});

	test.each(ways)('%s: "Retry On Fail" places nothing twice', async (way) => {
		const items = markedItems(6);
		const fault = (how, index) =>
			simulator.misbehave({ how, when: ({ body }) => body.includes(`"item-${index}"`) });
		fault('success-false', 2);
		fault('success-false', 4);
		const published = await publish(marked(way), {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 100,
		});
		const execution = await published.run(items);
		expect(execution.status).toBe('success');
		const results = itemsOf(execution, NODE);
		expect(results.map(({ success }) => success)).toEqual(items.map(() => true));
		expect(simulator.placed()).toEqual(Object.fromEntries(items.map(({ id }) => [id, 1])));
		const wrong = wronglyReported(items, results);
		reckoning.items += items.length;
		reckoning.wronglyReported += wrong.length;
		expect(wrong).toEqual([]);
	});

	test('"Retry On Fail" does not send an unclear call again', async () => {
		simulator.misbehave({ how: 'reset-after', times: Infinity });
		const published = await publish(calls[byUrl](), {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 100,
		});
		const execution = await published.run();
		expect(execution.status).toBe('error');
		expect(errorOf(execution).message).toMatch(
			/It is not known whether HuskyVoice AI placed the call/,
		);
		expect(simulator.requests).toHaveLength(1);
		expect(simulator.calls).toHaveLength(1);
	});

	test('"Retry On Fail" together with "Continue" places nothing twice', async () => {
		const items = markedItems(3);
		simulator.misbehave({
			how: 'success-false',
			times: Infinity,
			when: ({ body }) => body.includes('"item-0"'),
		});
		const published = await publish(marked(byUrl), {
			...continues,
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 100,
		});
		const execution = await published.run(items);
		expect(itemsOf(execution, NODE).map(({ success }) => success)).toEqual([false, true, true]);
		expect(simulator.placed()).toEqual({ 'item-1': 1, 'item-2': 1 });
	});

	test.each([byUrl, byKey])(
		'%s: a failed execution that a person retries goes on where it failed',
		async (way) => {
			const items = markedItems(4);
			simulator.misbehave({ how: 'success-false', when: ({ body }) => body.includes('"item-2"') });
			const published = await publish(marked(way));
			const failed = await published.run(items);
			expect(failed.status).toBe('error');
			expect(errorOf(failed)).toMatchObject({
				message: 'HuskyVoice AI did not place the call: The call could not be placed',
				description: expect.stringMatching(/2 other items went through before/),
				context: { itemIndex: 2 },
			});
			await client.retryExecution(failed.id);
			const [newest] = await client.waitForExecutions(published.workflow.id, 2);
			const execution = await client.getExecution(newest.id);
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, NODE).map(({ success }) => success)).toEqual([
				true,
				true,
				true,
				true,
			]);
			expect(simulator.placed()).toEqual(Object.fromEntries(items.map(({ id }) => [id, 1])));
		},
	);

	test('1,000 items past the limit: all placed, once each, in order', async () => {
		await simulator.stop();
		simulator = await startSimulator({ limit: { requests: 60, windowMs: 2000 } });
		secrets.push(...secretsOf(simulator));
		const items = markedItems(1000);
		const published = await publish(marked(byUrl));
		const execution = await published.run(items, { timeoutMs: 170_000 });
		expect(execution.status).toBe('success');
		const results = itemsOf(execution, NODE);
		expect(results.map(({ success }) => success)).toEqual(items.map(() => true));
		expect(simulator.calls.map(({ marker }) => marker)).toEqual(items.map(({ id }) => id));
		expect(results.map(({ callId }) => callId)).toEqual(simulator.calls.map(({ id }) => id));
		expect(simulator.requests.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
		reckoning.items += items.length;
		reckoning.wronglyReported += wronglyReported(items, results).length;
	});

	test('a person stops the execution: nothing more is placed', async () => {
		simulator.misbehave({ how: 'slow', delayMs: 150, times: Infinity });
		const published = await publish(marked(byUrl));
		await published.start(markedItems(200));
		while (simulator.calls.length < 5) await sleep(20);
		const [{ id }] = await client.listExecutions(published.workflow.id);
		await client.stopExecution(id);
		const placed = simulator.calls.length;
		await sleep(1000);
		expect(simulator.calls.length).toBeLessThanOrEqual(placed + 1);
		const execution = await client.getExecution(id);
		expect(execution.status).toBe('canceled');
	});

	/**
	 * n8n itself publishes no workflow whose required fields are empty, but an expression may be.
	 *
	 * @type {[way: string, what: string, fields: object, expected: RegExp][]}
	 */
	const bad = [
		[byUrl, 'a missing agent', { agentId: '={{ $json.missing }}' }, /Agent ID is empty/],
		[byUrl, 'an empty number', { contactNumber: "={{ '' }}" }, /Contact Number is empty/],
		[byUrl, 'a local number', { contactNumber: '98765 43210' }, /has no country code/],
		[byKey, 'letters', { contactNumber: '+91 CALL ME' }, /is not a phone number/],
		['Mirai Minds', 'a payload that is not JSON', { payload: 'x' }, /Payload \(JSON\) is not JSON/],
		[
			'EnableX',
			'a call ID that is empty',
			{ operation: 'cancel', callId: "={{ ' ' }}" },
			/Call ID is empty/,
		],
	];
	test.each(bad)(
		'%s: %s fails with the item, what and what to do',
		async (way, _, fields, expected) => {
			const published = await publish({ ...calls[way](), ...fields });
			const error = errorOf(await published.run());
			expect(error.message).toMatch(expected);
			expect(error.description).toMatch(/Nothing was sent\.$/);
			expect(error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0 } });
			expect(simulator.requests).toHaveLength(0);
		},
	);

	test('a number with blanks and dashes is taken', async () => {
		const published = await publish({ ...calls[byUrl](), contactNumber: '+91 98765-432 10' });
		expect(itemsOf(await published.run(), NODE)).toMatchObject([{ success: true }]);
		expect(simulator.calls[0].contact).toBe('+919876543210');
	});

	const token = ['not', 'to', 'be', 'seen', 'anywhere'].join('-');
	test.each([
		['over http', `http://example.com/v1/hooks/${token}`, /does not start with https/],
		['without a token', 'https://api.huskyvoice.ai/v1/hooks', /lacks the secret token/],
	])('an inbound URL %s', async (_, secretInboundUrl, expected) => {
		secrets.push(token);
		const published = await publishCallWorkflow(client, {
			simulator,
			parameters: calls[byUrl](),
			credentialData: { secretInboundUrl },
		});
		const error = errorOf(await published.run());
		expect(error.message).toMatch(expected);
	});

	test.each(ways)('%s: the credential of another account', async (way) => {
		const other = await startSimulator();
		secrets.push(...secretsOf(other));
		const type = credentialTypeOf(calls[way]());
		const theirs = credentialsFor(other)[type];
		await other.stop();
		const { baseUrl } = credentialsFor(simulator)[type];
		const credentialData =
			baseUrl === undefined
				? { secretInboundUrl: theirs.secretInboundUrl.replace(other.url, simulator.url) }
				: { ...theirs, baseUrl };
		const published = await publishCallWorkflow(client, {
			simulator,
			parameters: calls[way](),
			credentialData,
		});
		const error = errorOf(await published.run());
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
		expect(error.description).toMatch(/Check the credential: it was not accepted/);
	});

	test('an error page that repeats the path leaves no token behind', async () => {
		const { inboundToken } = simulator.credentials.huskyVoice;
		simulator.misbehave({ how: 'success-false', message: `Cannot POST /v1/hooks/${inboundToken}` });
		const published = await publish(calls[byUrl]());
		const error = errorOf(await published.run());
		expect(error.message).toMatch(/Cannot POST \S*\[redacted\]/);
	});

	test('n8n dies in the execution: with a key made from the row, a retry rings nobody twice', async () => {
		const parameters = marked(byKey);
		parameters.additionalFields.idempotencyKey = '={{ "row " + $json.id }}';
		const isLast = ({ body }) => body.includes('"item-2"');
		const slow = simulator.misbehave({
			how: 'slow',
			delayMs: 60_000,
			times: Infinity,
			when: isLast,
		});
		const published = await publish(parameters);
		await published.start(markedItems(3));
		while (!simulator.requests.some(isLast)) await sleep(20);
		slow.stop();
		await host.kill();
		await host.restart();
		client = await host.signIn();
		const [{ id, status }] = await client.waitForExecutions(published.workflow.id, 1);
		expect(status).toBe('crashed');
		await client.retryExecution(id);
		const [newest] = await client.waitForExecutions(published.workflow.id, 2);
		const execution = await client.getExecution(newest.id);
		expect(itemsOf(execution, NODE).map(({ success }) => success)).toEqual([true, true, true]);
		expect(simulator.placed()).toEqual({ 'item-0': 1, 'item-1': 1, 'item-2': 1 });
	});

	test('over all of it: nothing placed twice, nothing reported wrongly, no secret anywhere', async () => {
		expect(reckoning.items).toBeGreaterThan(1000);
		expect(reckoning).toMatchObject({ placedTwice: 0, wronglyReported: 0 });
		// The agent's name was in every call: it shows that the search would find what is there.
		expect(filesHolding(host.userFolder, ['agent_123'])).not.toEqual([]);
		expect(host.logs).toContain(NODE);
		expect(filesHolding(host.userFolder, secrets)).toEqual([]);
		for (const secret of secrets) expect(host.logs).not.toContain(secret);
	});
});
