'use strict';

const http = require('node:http');
const { close, listen } = require('../loopback');
const { runNode } = require('./runNode');
const {
	calls,
	credentialsFor,
	credentialTypeOf,
	secretsOf,
	startSimulator,
	unknownCall,
	ways: wayOf,
} = require('./standIn');

const ways = Object.keys(calls);
const cancelable = ways.filter((way) => wayOf[way].statusAfter[1] !== null);
const byUrl = 'HuskyVoice by inbound URL';
const hasKey = (way) => wayOf[way].keyOf !== undefined;

/** Everything that a run gave out or threw, as text: no secret may be in it. */
const everythingOf = (value) =>
	JSON.stringify(value, (_, member) =>
		member instanceof Error ? { ...member, m: member.message, stack: member.stack } : member,
	);

describe('Voice Call, what goes wrong at the provider', () => {
	let simulator;
	let credentials;
	let told;

	beforeEach(async () => {
		simulator = await startSimulator({ limit: null });
		credentials = credentialsFor(simulator);
		told = [];
	});
	afterEach(async () => {
		await simulator.stop();
		expect(simulator.placedTwice()).toEqual([]);
		for (const secret of secretsOf(simulator)) expect(told.join('\n')).not.toContain(secret);
	});

	const run = async (parameters, more = {}) => {
		const type = credentialTypeOf(parameters);
		try {
			const items = await runNode({
				parameters,
				credentials: { [type]: credentials[type] },
				...more,
			});
			told.push(everythingOf(items));
			return items[0];
		} catch (error) {
			told.push(everythingOf(error), String(error.cause));
			throw error;
		}
	};
	const failing = async (parameters, more) => {
		const error = await run(parameters, more).then(
			() => undefined,
			(thrown) => thrown,
		);
		expect(error).toBeDefined();
		return error;
	};
	/** Under "continue", the same failure as an item. */
	const failedItem = async (parameters, more) =>
		await run(parameters, { settings: { onError: 'continueRegularOutput' }, ...more });

	test.each(ways)('%s: a proxy that wants to be signed in to is named', async (way) => {
		simulator.misbehave({ how: 'html', status: 407 });
		const { json } = await failedItem(calls[way]());
		expect(json.error).toMatchObject({ reason: 'refused', httpStatus: 407 });
		expect(json.error.advice).toMatch(/The proxy between n8n and the provider wants/);
		expect(json.error.advice).not.toMatch(/Check the fields/);
	});

	describe.each(ways)('%s, create', (way) => {
		test.each([
			['success-false', {}],
			['unauthorized', {}],
			['forbidden', {}],
			['not-found', {}],
			['html', { status: 404 }],
			['error-before', { status: 400 }],
			['error-before', { status: 422 }],
		])('%s %o: refused, nothing placed, not sent again', async (how, options) => {
			simulator.misbehave({ how, times: Infinity, ...options });
			const item = await failedItem(calls[way]());
			expect(item.json).toMatchObject({
				success: false,
				callId: null,
				status: null,
				error: { reason: 'refused' },
			});
			expect(item.json.message).toMatch(/did not place the call/);
			expect(item.pairedItem).toEqual({ item: 0 });
			expect(simulator.calls).toHaveLength(0);
			expect(simulator.requests).toHaveLength(1);
		});

		test.each([
			['slow', { delayMs: 2500 }],
			['error-before', {}],
			['error-after', {}],
			['error-after', { status: 503 }],
			['reset-before', {}],
			['reset-after', {}],
			['html', {}],
			['html', { status: 200 }],
			['truncated', {}],
		])('%s %o, once: placed at most once, and reported as it is', async (how, options) => {
			simulator.misbehave({ how, times: 1, ...options });
			const item = await failedItem({ ...calls[way](), options: { timeout: 2 } });
			if (hasKey(way)) {
				expect(item.json).toMatchObject({ success: true, callId: simulator.calls[0].id });
				expect(simulator.calls).toHaveLength(1);
				const keys = simulator.requests.map(wayOf[way].keyOf);
				expect(new Set(keys).size).toBe(1);
			} else {
				expect(item.json).toMatchObject({
					success: false,
					callId: null,
					status: 'unknown',
					error: { reason: 'unclear' },
				});
				expect(item.json.message).toMatch(/It is not known whether .+ placed the call/);
				expect(item.json.error.advice).toMatch(/Look the call up at .+ before/);
				expect(simulator.requests).toHaveLength(1);
			}
		});

		test('429 is waited for, as long as Retry-After says', async () => {
			simulator.misbehave({ how: 'rate-limited', times: 2, retryAfter: 1 });
			const item = await run(calls[way]());
			expect(item.json).toMatchObject({ success: true, callId: simulator.calls[0].id });
			expect(simulator.requests).toHaveLength(3);
			const [first, second, third] = simulator.requests.map(({ at }) => at);
			expect(second - first).toBeGreaterThanOrEqual(990);
			expect(third - second).toBeGreaterThanOrEqual(990);
		});

		test('429 for longer than Max Wait is a failure with nothing placed', async () => {
			simulator.misbehave({ how: 'rate-limited', times: Infinity, retryAfter: 3600 });
			const error = await failing({ ...calls[way](), options: { maxWait: 60 } });
			expect(error.message).toMatch(/takes no more requests for now/);
			expect(error.description).toMatch(/asked to wait 3600 seconds.*Nothing was done/);
			expect(error).toMatchObject({ httpCode: '429', context: { itemIndex: 0 } });
			expect(simulator.requests).toHaveLength(1);
			expect(simulator.calls).toHaveLength(0);
		});

		test('a redirect is not followed, not even to where the call would be placed', async () => {
			const { url } = simulator;
			const redirecting = http.createServer((request, response) => {
				response.writeHead(307, { Location: url + request.url }).end();
			});
			const type = credentialTypeOf(calls[way]());
			const elsewhere = await listen(redirecting);
			credentials[type] = Object.fromEntries(
				Object.entries(credentials[type]).map(([name, value]) => [
					name,
					typeof value === 'string' ? value.replace(url, elsewhere) : value,
				]),
			);
			try {
				const error = await failing(calls[way]());
				expect(error.description).toMatch(/answers with a redirect, which is not followed/);
				expect(simulator.requests).toHaveLength(0);
			} finally {
				await close(redirecting);
			}
		});

		test('nobody listens: nothing sent, tried again, said so', async () => {
			const { requests } = simulator;
			await simulator.stop();
			const item = await failedItem(calls[way]());
			expect(item.json).toMatchObject({
				success: false,
				error: { reason: 'notSent', code: 'ECONNREFUSED', httpStatus: null },
			});
			expect(item.json.message).toMatch(/could not be reached, so nothing was sent/);
			expect(requests).toHaveLength(0);
			simulator = await startSimulator();
		});
	});

	test.each(ways)('%s, a wrong credential: says to check it', async (way) => {
		const wrong = await startSimulator();
		const theirs = credentialsFor(wrong);
		await wrong.stop();
		const type = credentialTypeOf(calls[way]());
		const { baseUrl } = credentials[type];
		const { origin } = new URL(simulator.url);
		credentials[type] =
			baseUrl === undefined
				? { secretInboundUrl: theirs[type].secretInboundUrl.replace(wrong.url, origin) }
				: { ...theirs[type], baseUrl };
		const error = await failing(calls[way]());
		const { unauthorized = /^(?:Invalid|Missing)/ } = wayOf[way];
		const [, sentence] = /did not place the call: (.+)/.exec(error.message);
		expect(sentence).toMatch(unauthorized);
		expect(error.description).toMatch(/Check the credential: it was not accepted/);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			context: { itemIndex: 0 },
		});
		told.push(everythingOf(error));
		for (const secret of secretsOf(wrong)) expect(told.join()).not.toContain(secret);
	});

	test('HuskyVoice, a key without the scope', async () => {
		await simulator.stop();
		simulator = await startSimulator({ huskyVoice: { scopes: ['calls:read'] } });
		credentials = credentialsFor(simulator);
		const error = await failing(calls['HuskyVoice by API key']());
		expect(error.message).toMatch(/did not place the call: The API key lacks the scope/);
		expect(error.description).toMatch(/its scopes, workspace and plan do not allow this/);
	});

	test('EnableX, 200 with state failed is a failure', async () => {
		simulator.misbehave({ how: 'state-failed', message: 'Phone number not found' });
		const error = await failing(calls.EnableX());
		expect(error.message).toBe('EnableX did not place the call: Phone number not found');
	});

	test.each(['mixed', 'result-desc', 'result-msg', 'status-code'])(
		'EnableX, errors in the shape %s',
		async (errorShape) => {
			await simulator.stop();
			simulator = await startSimulator({ enableX: { numbers: ['+14155550199'], errorShape } });
			credentials = credentialsFor(simulator);
			const error = await failing(calls.EnableX());
			expect(error.message).toMatch(
				/^EnableX did not place the call: Phone number not found(?: \(request ID [\w-]+\))?$/,
			);
		},
	);

	const over = cancelable.filter((way) => wayOf[way].over !== undefined);
	test.each(over)('%s, cancel of a call that is over names its state', async (way) => {
		const { json } = await run(calls[way]());
		await simulator.play(json.callId, { outcome: 'completed' });
		const error = await failing({ ...calls[way](), operation: 'cancel', callId: json.callId });
		expect(error.message).toMatch(/did not cancel the call/);
		expect(error.message).toMatch(wayOf[way].over);
		expect(error.description).toMatch(/cancels calls only while|have not ended|cannot be hung up/);
	});

	test.each(cancelable)('%s, cancel of a call that nobody knows says so', async (way) => {
		const item = await failedItem({ ...calls[way](), operation: 'cancel', callId: 'call_none' });
		const [httpStatus, message] = unknownCall(wayOf[way], 'cancel');
		expect(item.json).toMatchObject({
			success: false,
			callId: 'call_none',
			error: { reason: 'refused', httpStatus },
		});
		expect(item.json.message).toMatch(message);
		if (httpStatus === 404) expect(item.json.message).toMatch(/: call_none$/);
	});

	test('HuskyVoice, delete of a call that has not completed names its state', async () => {
		const { json } = await run(calls['HuskyVoice by API key']());
		const error = await failing({
			...calls['HuskyVoice by API key'](),
			operation: 'delete',
			callId: json.callId,
		});
		expect(error.message).toMatch(/did not delete the call.* The call is queued\./);
		expect(error.description).toMatch(/deletes completed calls only/);
	});

	test.each(cancelable.filter((way) => !wayOf[way].cancelRepeats))(
		'%s, cancel: an unclear answer is not repeated',
		async (way) => {
			const { json } = await run(calls[way]());
			simulator.requests.length = 0;
			const route = wayOf[way].cancelRoute ?? '*';
			simulator.misbehave({ how: 'reset-after', route });
			const item = await failedItem({ ...calls[way](), operation: 'cancel', callId: json.callId });
			expect(item.json).toMatchObject({ success: false, error: { reason: 'unclear' } });
			expect(item.json.message).toMatch(/It is not known whether .+ canceled the call/);
			const canceling = simulator.requests.filter(({ method }) => method !== 'GET');
			expect(canceling).toHaveLength(1);
		},
	);

	test.each(cancelable.filter((way) => wayOf[way].cancelRepeats))(
		'%s, cancel: an unclear answer is repeated, which is documented to be safe',
		async (way) => {
			const { json } = await run(calls[way]());
			simulator.misbehave({ how: 'reset-after' });
			const item = await run({ ...calls[way](), operation: 'cancel', callId: json.callId });
			expect(item.json).toMatchObject({ success: true, status: 'canceled' });
		},
	);

	test('HuskyVoice, get is repeated, and says so if nothing helps', async () => {
		const way = calls['HuskyVoice by API key']();
		const { json } = await run(way);
		simulator.misbehave({ how: 'error-before', status: 502, route: 'huskyVoice.get' });
		const got = await run({ ...way, operation: 'get', callId: json.callId });
		expect(got.json).toMatchObject({ success: true, callId: json.callId, status: 'queued' });
		simulator.misbehave({ how: 'html', route: 'huskyVoice.get', times: Infinity });
		const error = await failing({ ...way, operation: 'get', callId: json.callId });
		expect(error.message).toBe('HuskyVoice AI gave no readable answer');
	});

	test('the provider is quoted as it is, also where n8n would replace the message', async () => {
		simulator.misbehave({ how: 'success-false', message: 'upstream said ECONNRESET' });
		const error = await failing(calls[byUrl]());
		expect(error.message).toBe('HuskyVoice AI did not place the call: upstream said ECONNRESET');
	});

	test('an error page that repeats the secret path is stripped of it', async () => {
		const { inboundToken } = simulator.credentials.huskyVoice;
		simulator.misbehave({
			how: 'success-false',
			message: `No POST /v1/hooks/${inboundToken} here`,
		});
		const item = await failedItem(calls['HuskyVoice by inbound URL']());
		expect(item.json.message).toMatch(/No POST \S*\[redacted\] here/);
	});
});
