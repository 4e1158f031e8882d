'use strict';

const { callingProviders } = require('../../nodes/VoiceCall/registry');
const { waitingOperationOf } = require('../../nodes/VoiceCall/wait/form');
const { RESULT_FIELDS } = require('../../nodes/VoiceCall/wait/item');
const { parseExactObject } = require('../../nodes/verification/json');
const { eventTypes, sampleEvent } = require('../../tools/simulator/events');
const { secretsOf } = require('../../tools/simulator/secretsOf');
const { signedDelivery } = require('../../tools/simulator/sign');
const { parameterOf } = require('../subjects/parameterOf');
const { foreign, subjectOf } = require('../VoiceCallTrigger/subjects');
const { newExecution, runNode } = require('./runNode');
const { sleeper } = require('./sleeper');
const { credentialsFor, startSimulator, ways: allWays } = require('./standIn');

/** Each way to place a call that can be waited for. */
const ways = Object.values(allWays).flatMap((way) => {
	const { provider: id, authentication } = way.create();
	const provider = callingProviders.find((each) => each.id === id);
	const { connections } = provider.action;
	const connection = connections.find((each) => each.id === authentication) ?? connections[0];
	const operation = waitingOperationOf(connection);
	return operation === undefined ? [] : [{ ...way, provider, wait: operation.wait }];
});
const waysWithout = Object.values(allWays).filter(
	(way) => !ways.some(({ name }) => name === way.name),
);

/** Every sample event, with what the provider's data says of it. */
function eventsOf({ provider, wait }, callId, waitFor) {
	return eventTypes(provider.id).map((type) => {
		const event = sampleEvent(provider.id, type, { callId, at: new Date(), status: 'ended' });
		const exact = parseExactObject(Buffer.from(JSON.stringify(event)));
		const read = provider.trigger.readEvent(exact, settingsOf(provider.id));
		const isAwaited = (waitFor === 'analyzed' && wait.isAnalyzed) || wait.isEnded;
		return { type, event, isLast: read.call.id === callId && isAwaited(read, exact) };
	});
}
const settingsOf = (id) => ({
	timestampTolerance: 300,
	acceptPlaintext: false,
	read: parameterOf(id),
});

describe('Create and Wait', () => {
	let simulator;
	let credentials;
	const open = [];

	beforeAll(async () => {
		simulator = await startSimulator({ limit: null });
		credentials = credentialsFor(simulator);
	});
	beforeEach(() => {
		simulator.requests.length = 0;
		simulator.behave();
	});
	afterEach(async () => {
		for (const { close } of open.splice(0)) await close();
	});
	afterAll(async () => await simulator.stop());

	const optionsOf = ({ create, credentialType }, parameters = {}) => ({
		parameters: { ...subjectParameters(create().provider), ...create(), ...parameters },
		credentials: { [credentialType]: credentials[credentialType] },
		items: [{ row: 7, name: 'Ada' }],
	});
	const subjectParameters = (id) => subjectOf(id).parameters ?? {};
	async function asleep(way, parameters, more = {}) {
		const sleeping = await sleeper({ ...optionsOf(way, parameters), ...more });
		open.push(sleeping);
		const call = simulator.calls.at(-1);
		return { ...sleeping, call, callId: call.id };
	}
	/** An event as the provider of a call sends it. */
	const deliveryOf = ({ call }, event) => {
		const secrets = secretsOf(simulator.credentials, call);
		return signedDelivery(call.provider, event, secrets);
	};
	const errorOf = async (running) =>
		await running.then(
			() => undefined,
			({ message, description }) => `${message} ${description}`,
		);

	test('there are ways to wait, and ways without', () => {
		expect(ways.length).toBeGreaterThanOrEqual(3);
		expect(waysWithout.length).toBeGreaterThanOrEqual(2);
	});

	describe.each(ways)('$name', (way) => {
		const kinds = way.wait.isAnalyzed === undefined ? ['ended'] : ['ended', 'analyzed'];

		test('gives the provider the address that wakes the execution, and sleeps for an hour', async () => {
			const before = Date.now();
			const { execution, callId } = await asleep(way);
			const [{ body }] = simulator.requests.slice(-1);
			expect(String(body)).toContain(`http://127.0.0.1/webhook-waiting/`);
			expect(String(body)).toContain(execution.resumeToken);
			expect(callId).toEqual(expect.any(String));
			const wait = Number(execution.waitTill) - before;
			expect(wait).toBeGreaterThanOrEqual(3_600_000);
			expect(wait).toBeLessThan(3_610_000);
		});

		test('an address that a person gave for events gives way to it', async () => {
			const { field } = way.wait;
			if (field === undefined) return;
			const [outer, inner] = field.split('.');
			const url = 'https://example.com/webhook/mine';
			const own = way.create();
			await asleep(
				way,
				inner === undefined ? { [outer]: url } : { [outer]: { ...own[outer], [inner]: url } },
			);
			expect(String(simulator.requests.at(-1).body)).not.toContain(url);
		});

		test('options that read the item are those of the item that the call was placed for', async () => {
			const { options } = subjectParameters(way.provider.id);
			const sleeping = await asleep(
				way,
				{
					options: {
						...options,
						ipAllowlist: '={{ $json.senders }}',
						timestampTolerance: '={{ $json.tolerance }}',
					},
				},
				{ items: [{ senders: '127.0.0.1, ::1', tolerance: '900' }] },
			);
			const [last] = eventsOf(way, sleeping.callId, 'ended').filter(({ isLast }) => isLast);
			expect((await sleeping.post(deliveryOf(sleeping, last.event))).status).toBe(200);
			const [[woken]] = sleeping.woken();
			expect(Object.keys(woken)).toEqual(['json', 'pairedItem']);
			expect(woken.json.input).toEqual({ senders: '127.0.0.1, ::1', tolerance: '900' });
		});

		test('an option that read nothing there places no call', async () => {
			const { options } = subjectParameters(way.provider.id);
			const before = simulator.calls.length;
			const { execution } = await sleeper({
				...optionsOf(way, { options: { ...options, ipAllowlist: '={{ $json.nothing }}' } }),
			}).then(
				() => ({ execution: 'asleep' }),
				(error) => ({ execution: error.message }),
			);
			expect(execution).toMatch(/The result could not be proved\. The IP allowlist/);
			expect(simulator.calls).toHaveLength(before);
		});

		test('leaves an item that says what is known, for when the time is up', async () => {
			const { left, output, callId } = await asleep(way, { waitMinutes: 5 });
			const item = {
				provider: way.provider.id,
				callId,
				status: 'unknown',
				timedOut: true,
				event: null,
				call: expect.objectContaining({ id: callId, status: 'unknown', transcript: null }),
				delivery: null,
				payload: null,
				input: { row: 7, name: 'Ada' },
			};
			expect(left.map((items) => items.map(({ json }) => json))).toEqual([[item]]);
			expect(output.map(({ json }) => json)).toEqual([item]);
			expect(Object.keys(left[0][0].json)).toEqual([...RESULT_FIELDS, 'input']);
		});

		test.each(kinds)('waits for %s: that event wakes it, and no other', async (waitFor) => {
			const all = await asleep(way, { waitFor });
			const events = eventsOf(way, all.callId, waitFor);
			expect(events.filter(({ isLast }) => isLast).length).toBeGreaterThan(0);
			for (const { event } of events.filter(({ isLast }) => !isLast)) {
				const { status } = await all.post(deliveryOf(all, event));
				expect(status).toBe(200);
			}
			expect(all.woken()).toBeUndefined();
			expect(all.lines).toEqual([]);

			for (const { type, event } of events.filter(({ isLast }) => isLast)) {
				const one = await asleep(way, { waitFor });
				const text = JSON.stringify(event).replaceAll(all.callId, one.callId);
				const { status, text: answer } = await one.post(deliveryOf(one, text));
				expect({ type, status }).toEqual({ type, status: 200 });
				expect(JSON.parse(answer)).toEqual(way.provider.trigger.acknowledgement);
				const [[{ json }]] = one.woken();
				expect(json).toMatchObject({
					provider: way.provider.id,
					callId: one.callId,
					timedOut: false,
					call: { id: one.callId, status: json.status },
					delivery: { verifiedWith: expect.any(String), key: expect.any(String) },
					payload: JSON.parse(text),
					input: { row: 7, name: 'Ada' },
				});
				expect(Object.keys(json)).toEqual([...RESULT_FIELDS, 'input']);
			}
		});

		test.each(['webhook', 'manual'])(
			'a forged event is refused as by the trigger, and it sleeps on (%s)',
			async (mode) => {
				const { post, woken, lines, callId } = await asleep(way, {}, { mode });
				const { event } = eventsOf(way, callId).find(({ isLast }) => isLast);
				const answer = await post(foreign(subjectOf(way.provider.id), event));
				expect(answer).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
				expect(woken()).toBeUndefined();
				expect(lines).toMatchObject([
					{ level: 'warn', message: expect.stringMatching(/^Voice Call refused an event: /) },
				]);
			},
		);

		test('the end of another call does not wake it', async () => {
			const sleeping = await asleep(way);
			for (const { event } of eventsOf(way, 'another_call')) {
				expect((await sleeping.post(deliveryOf(sleeping, event))).status).toBe(200);
			}
			expect(sleeping.woken()).toBeUndefined();
		});

		test('what wakes the execution stands in no item, though the provider repeats it', async () => {
			const sleeping = await asleep(way);
			const { execution, call } = sleeping;
			const { event } = eventsOf(way, sleeping.callId).find(({ isLast }) => isLast);
			const repeated = { ...event, request: call.request, callbacks: call.request.callbacks };
			const { status } = await sleeping.post(deliveryOf(sleeping, repeated));
			expect(status).toBe(200);
			const [[{ json }]] = sleeping.woken();
			expect(JSON.stringify(call.request)).toContain(execution.resumeToken);
			expect(JSON.stringify(json)).toContain('[redacted]');
			expect(JSON.stringify(json)).not.toContain(execution.resumeToken);
			for (const secret of call.request.callbacks?.ended.secrets ?? []) {
				expect(JSON.stringify(json)).not.toContain(secret);
			}
		});

		test('an outcome that nobody knows is an error, and it does not sleep', async () => {
			const execution = newExecution();
			simulator.misbehave({ how: 'reset-after', times: 10 });
			const options = optionsOf(way, { operation: 'createAndWait' });
			expect(await errorOf(runNode({ ...options, execution }))).toMatch(
				/^It is not known whether .* placed the call /,
			);
			expect(execution.waitTill).toBeUndefined();
		});

		test('what the provider repeats of the address stands in no error', async () => {
			const execution = { ...newExecution(), resumeToken: 'token_that_wakes_the_execution' };
			simulator.misbehave({ how: 'error-before', status: 400, message: execution.resumeToken });
			const running = runNode({ ...optionsOf(way, { operation: 'createAndWait' }), execution });
			const said = await errorOf(running);
			expect(said).toMatch(/did not place the call/);
			expect(said).not.toContain(execution.resumeToken);
		});
	});

	describe.each(ways.filter(({ keyOf }) => keyOf !== undefined))(
		'$name, whose calls take an idempotency key',
		(way) => {
			const unclear = async (options) => {
				simulator.misbehave({ how: 'error-after', times: 4 });
				return await errorOf(runNode({ ...options, parameters: waiting(options) }));
			};
			const waiting = ({ parameters }) => ({ ...parameters, operation: 'createAndWait' });
			const bodies = () => simulator.requests.map(({ body }) => String(body));
			const keys = () => new Set(simulator.requests.map(way.keyOf));

			test('another try in the same execution brings the same address, and places nothing', async () => {
				const placed = simulator.calls.length;
				const execution = newExecution();
				const options = { ...optionsOf(way), execution, executionId: '701' };
				await unclear(options);
				const [{ json }] = await runNode({ ...options, parameters: waiting(options) });
				expect(bodies()).toHaveLength(5);
				expect(new Set(bodies()).size).toBe(1);
				expect(keys().size).toBe(1);
				expect(simulator.calls).toHaveLength(placed + 1);
				expect(json.callId).toBe(simulator.calls.at(-1).id);
				expect(execution.waitTill).toBeInstanceOf(Date);
			});

			test('a retry as a new execution places nothing either, and the error has said what it waits for', async () => {
				const placed = simulator.calls.length;
				const execution = newExecution();
				const options = { ...optionsOf(way), execution };
				const said = await unclear({ ...options, executionId: '702' });
				expect(said).toMatch(/same idempotency key.* result is sent to this execution alone/);
				const retry = { ...options, executionId: '703', parameters: waiting(options) };
				const [{ json }] = await runNode(retry);
				expect(keys().size).toBe(1);
				expect(simulator.calls).toHaveLength(placed + 1);
				expect(json).toMatchObject({ callId: simulator.calls.at(-1).id, timedOut: true });
			});
		},
	);

	describe('refused before anything is placed', () => {
		const [way] = ways;
		const refusal = async (more) => {
			const options = optionsOf(way, { operation: 'createAndWait', ...more.parameters });
			const said = await errorOf(runNode({ ...options, ...more, parameters: options.parameters }));
			expect(simulator.requests).toEqual([]);
			return said;
		};

		test('several items', async () => {
			expect(await refusal({ items: [{}, {}] })).toMatch(
				/takes one item at a time, and got 2\. .*Loop Over Items.*batch size of 1.*Nothing was sent/,
			);
		});

		test.each(['agent', 'engine'])('an agent’s tool that the %s runs', async (asTool) => {
			const settings = { onError: 'stopWorkflow' };
			expect(await refusal({ asTool, settings })).toMatch(/tool of an agent cannot wait/);
		});

		test.each([
			['http://localhost:5678/webhook-waiting', /n8n knows itself as localhost:5678.*WEBHOOK_URL/],
			['http://127.0.0.1:5678/webhook-waiting', /n8n knows itself as 127\.0\.0\.1:5678/],
			['http://[::1]:5678/webhook-waiting', /n8n knows itself as \[::1\]:5678/],
			['https://localhost/webhook-waiting', /n8n knows itself as localhost,/],
			['http://n8n.example.com/webhook-waiting', /does not start with https:\/\/.*WEBHOOK_URL/],
		])('an n8n that is known as %s, for a provider elsewhere', async (waitingUrl, said) => {
			const data = { ...credentials[way.credentialType], baseUrl: 'https://api.example.com' };
			expect(await refusal({ waitingUrl, credentials: { [way.credentialType]: data } })).toMatch(
				said,
			);
		});

		test('an IP allowlist that nobody could be on', async () => {
			const parameters = { options: { ipAllowlist: 'nonsense' } };
			expect(await refusal({ parameters })).toMatch(
				/result could not be proved\. The IP allowlist .*Nothing was sent/,
			);
		});

		test.each(ways.filter(({ provider }) => 'signingSecret' in subjectOf(provider.id).credential))(
			'a credential of $name without a secret',
			async ({ create, credentialType }) => {
				const data = {
					...credentials[credentialType],
					signingSecret: ' ',
					previousSigningSecret: '',
				};
				const { provider } = create();
				const running = runNode({
					parameters: { ...subjectParameters(provider), ...create(), operation: 'createAndWait' },
					credentials: { [credentialType]: data },
				});
				expect(await errorOf(running)).toMatch(
					/result could not be proved\. The credential has no secret .*Nothing was sent/,
				);
				expect(simulator.requests).toEqual([]);
			},
		);

		test('a call with Vapi that names nothing to prove its events with', async () => {
			const { create, credentialType } = ways.find(({ name }) => name === 'Vapi');
			const running = (more) =>
				runNode({
					parameters: { ...create(), operation: 'createAndWait', additionalFields: more },
					credentials: { [credentialType]: credentials[credentialType] },
				});
			for (const more of [{}, { assistantOverrides: '{"server":{"timeoutSeconds":9}}' }]) {
				expect(await errorOf(running(more))).toMatch(
					/Server Credential ID is empty.*Additional Fields.*Nothing was sent/,
				);
			}
			expect(simulator.requests).toEqual([]);
			await running({ assistantOverrides: '{"server":{"credentialId":"credential-1"}}' });
			expect(simulator.requests).not.toEqual([]);
		});

		test.each([
			[{ waitMinutes: 0 }, /Limit Wait Time is not a number of minutes/],
			[{ waitMinutes: -1 }, /Limit Wait Time/],
			[{ waitMinutes: '' }, /Limit Wait Time/],
			[{ waitMinutes: 'soon' }, /Limit Wait Time/],
			[{ waitMinutes: 43_201 }, /Limit Wait Time/],
			[{ inputField: 'call' }, /Put Input in Field says call/],
			[{ inputField: ' status ' }, /Put Input in Field says status/],
		])('%j', async (parameters, said) => {
			expect(await refusal({ parameters })).toMatch(said);
		});

		test.each(waysWithout)('a call with $name', async ({ create, credentialType }) => {
			const parameters = { ...create(), operation: 'createAndWait' };
			const running = runNode({
				parameters,
				credentials: { [credentialType]: credentials[credentialType] },
			});
			expect(await errorOf(running)).toMatch(
				/takes no address .*Voice Call Trigger.*Nothing was sent/,
			);
			expect(simulator.requests).toEqual([]);
		});
	});

	test('a public address will do for every provider', async () => {
		const [way] = ways;
		const waitingUrl = 'https://n8n.example.com/webhook-waiting';
		await asleep(way, {}, { waitingUrl });
		expect(String(simulator.requests.at(-1).body)).toContain(waitingUrl);
	});

	test('with Execute Once, one call is placed and one item comes out', async () => {
		const [way] = ways;
		const { left } = await asleep(
			way,
			{},
			{ items: [{ row: 1 }], settings: { executeOnce: true } },
		);
		expect(left).toHaveLength(1);
		expect(left[0]).toHaveLength(1);
	});

	test('the field for the input has the name that the form says', async () => {
		const [way] = ways;
		const { left } = await asleep(way, { inputField: 'contact' });
		expect(left[0][0].json.contact).toEqual({ row: 7, name: 'Ada' });
		const { left: unnamed } = await asleep(way, { inputField: ' ' });
		expect(unnamed[0][0].json.input).toEqual({ row: 7, name: 'Ada' });
	});

	test('an event that nothing can be proved with is our fault, and it sleeps on', async () => {
		const [way] = ways;
		const later = {};
		const sleeping = await asleep(way, {}, { later });
		later[way.credentialType] = {};
		const { event } = eventsOf(way, sleeping.callId).find(({ isLast }) => isLast);
		const answer = await sleeping.post(deliveryOf(sleeping, event));
		expect(answer).toMatchObject({ status: 503, text: '{"error":"unavailable"}' });
		expect(sleeping.woken()).toBeUndefined();
	});

	describe.each(ways.filter(({ wait }) => wait.bringsSecret))(
		'$name, whose calls bring a secret of their own',
		(way) => {
			const secretsIn = ({ call }) => call.request.callbacks.ended.secrets;
			const endOf = ({ callId }) => eventsOf(way, callId).find(({ isLast }) => isLast).event;
			const signedWith = (signingSecret, sleeping) =>
				signedDelivery(way.provider.id, endOf(sleeping), { signingSecret });

			test('it is one for each execution, and the credential’s is not sent', async () => {
				const [one, other] = [
					await asleep(way, {}, { executionId: '704' }),
					await asleep(way, {}, { executionId: '705' }),
				];
				const secrets = [one, other].flatMap(secretsIn);
				expect(new Set(secrets).size).toBe(2);
				for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
				const { signingSecret } = simulator.credentials[way.provider.id];
				for (const { body } of simulator.requests) {
					expect(String(body)).not.toContain(signingSecret);
				}
			});

			test('neither it nor the address stands in what is read of the call', async () => {
				const sleeping = await asleep(way);
				const parameters = { ...way.create(), operation: 'get', callId: sleeping.callId };
				const [{ json }] = await runNode({ ...optionsOf(way), parameters });
				expect(json.response.callbacks).toBe('[redacted]');
				expect(JSON.stringify(json)).not.toContain(secretsIn(sleeping)[0]);
				expect(JSON.stringify(json)).not.toContain(sleeping.execution.resumeToken);
			});

			test('the credential’s own secret wakes nothing', async () => {
				const sleeping = await asleep(way);
				const { signingSecret } = simulator.credentials[way.provider.id];
				expect((await sleeping.post(signedWith(signingSecret, sleeping))).status).toBe(401);
				expect(sleeping.woken()).toBeUndefined();
			});

			test('a secret that was changed meanwhile proves its calls as long as it is the previous one', async () => {
				const later = {};
				const sleeping = await asleep(way, {}, { later });
				const { signingSecret } = simulator.credentials[way.provider.id];
				const changed = { signingSecret: 'another-signing-secret' };
				later[way.credentialType] = { ...changed, previousSigningSecret: signingSecret };
				const [secret] = secretsIn(sleeping);
				expect((await sleeping.post(signedWith(secret, sleeping))).status).toBe(200);
				expect(sleeping.woken()[0][0].json.delivery.verifiedWith).toBe('previous');
			});
		},
	);
});
