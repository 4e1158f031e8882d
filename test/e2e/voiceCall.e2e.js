'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const {
	calls,
	credentialsFor,
	credentialTypeOf,
	markedByItem,
	startSimulator,
	ways: wayOf,
} = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

const TYPE = 'n8n-nodes-voice-call.voiceCall';
const ways = Object.keys(calls);

describe('Voice Call in a real n8n', () => {
	let client;
	let simulator;

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator({ limit: null });
	});
	afterAll(async () => await simulator?.stop());

	/** Runs the node once and removes its workflow. */
	const once = async (parameters, options = {}) => {
		const published = await publishCallWorkflow(client, { simulator, parameters, ...options });
		try {
			return await published.run(options.items);
		} finally {
			await published.remove();
		}
	};

	/** Whether the form offers an operation for this way to place calls. */
	const offers = async (way, wanted) => {
		const { provider, authentication } = calls[way]();
		const { properties } = (await client.nodeTypes()).find(({ name }) => name === TYPE);
		return properties
			.filter(({ name, displayOptions }) => {
				const show = displayOptions?.show;
				const ways = show?.authentication ?? [authentication];
				return (
					name === 'operation' && show.provider.includes(provider) && ways.includes(authentication)
				);
			})
			.some(({ options }) => options.some(({ value }) => value === wanted));
	};

	test.each(ways)('%s: creates a call, and cancels it', async (way) => {
		const [created, canceled] = wayOf[way].statusAfter;
		const execution = await once(markedByItem(way), { items: [{ id: 'one' }] });
		expect(execution.status).toBe('success');
		const [item] = itemsOf(execution, NODE);
		const call = simulator.calls.at(-1);
		expect(item).toEqual({
			success: true,
			provider: calls[way]().provider,
			callId: call.id,
			status: created,
			message: expect.any(String),
			response: expect.any(Object),
		});
		if (canceled === null) return;
		const until = wayOf[way].cancelableFrom;
		if (until !== undefined) await simulator.play(call, { until });
		const cancel = await once({ ...calls[way](), operation: 'cancel', callId: call.id });
		expect(cancel.status).toBe('success');
		expect(itemsOf(cancel, NODE)).toMatchObject([
			{ success: true, callId: call.id, status: canceled },
		]);
		expect(call.status).toMatch(wayOf[way].canceled);
	});

	test.each(ways)('%s: lists its calls, and reads one, where that is offered', async (way) => {
		if (!(await offers(way, 'getMany'))) return;
		const [{ callId }] = itemsOf(await once(calls[way]()), NODE);
		const listed = await once({ ...calls[way](), operation: 'getMany', returnAll: true });
		const { isListed = () => true } = wayOf[way];
		const own = simulator.calls
			.filter(({ provider }) => provider === calls[way]().provider)
			.filter(isListed);
		const ids = itemsOf(listed, NODE).map((item) => item.callId);
		expect(ids.sort()).toEqual(own.map(({ id }) => id).sort());
		expect(ids).toContain(callId);
		const [got] = itemsOf(await once({ ...calls[way](), operation: 'get', callId }), NODE);
		expect(got).toMatchObject({ success: true, callId });
	});

	test.each(ways)('%s: brings a recording as a file, where that is offered', async (way) => {
		if (!(await offers(way, 'getRecording'))) return;
		const [{ callId }] = itemsOf(await once(calls[way]()), NODE);
		await simulator.play(callId, { outcome: 'completed' });
		const execution = await once({ ...calls[way](), operation: 'getRecording', callId });
		const [{ data }] = execution.data.resultData.runData[NODE];
		const { data: file } = data.main[0][0].binary;
		expect(file.mimeType).toMatch(/^audio\//);
		expect(file.fileName).toMatch(/^recording-.+\.(?:mp3|wav)$/);
	});

	test('HuskyVoice by API key: gets a call, and deletes it once it is over', async () => {
		const way = calls['HuskyVoice by API key']();
		const [{ callId }] = itemsOf(await once(way), NODE);
		const [got] = itemsOf(await once({ ...way, operation: 'get', callId }), NODE);
		expect(got).toMatchObject({ success: true, callId, status: 'queued' });

		const early = await once({ ...way, operation: 'delete', callId });
		expect(errorOf(early).message).toMatch(/did not delete the call.*The call is queued/);
		await simulator.play(callId, { outcome: 'completed' });
		const deleted = await once({ ...way, operation: 'delete', callId });
		expect(itemsOf(deleted, NODE)).toEqual([{ deleted: true, callId }]);
	});

	test('items of the output are linked to those of the input', async () => {
		const execution = await once(calls.EnableX('={{ $json.id }}'), {
			items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
		});
		const [{ data }] = execution.data.resultData.runData[NODE];
		expect(data.main[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	test('failed items take the error output, the others the first', async () => {
		const execution = await once(
			{ ...calls.EnableX('={{ $json.id }}'), to: '={{ $json.to }}' },
			{
				items: [
					{ id: 'good', to: '+14155550123' },
					{ id: 'bad', to: '12' },
				],
				nodeSettings: { onError: 'continueErrorOutput' },
			},
		);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, NODE, 0)).toMatchObject([{ success: true }]);
		expect(itemsOf(execution, NODE, 1)).toMatchObject([
			{
				id: 'bad',
				message: 'To has no country code: "12".',
				error: { reason: 'badInput', provider: 'enableX' },
			},
		]);
	});

	test('is listed as an action, and as a tool for AI agents with a warning', async () => {
		const types = await client.nodeTypes();
		const named = (name) => types.find((type) => type.name === name);
		expect(named(TYPE)).toMatchObject({ displayName: 'Voice Call', version: 1 });
		const tool = named(`${TYPE}Tool`);
		expect(tool.outputs).toEqual(['ai_tool']);
		expect(tool.codex.categories).toContain('AI');
		expect(tool.description).toMatch(/rings a person and costs money/);
	});

	test.each(['create', 'cancel', 'get', 'getMany', 'getRecording', 'getTranscript', 'delete'])(
		'n8n serves the output schema of %s',
		async (operation) => {
			const path = `/schemas/${TYPE}/1.0.0/call/${operation}.json`;
			const response = await fetch(client.url + path);
			expect(response.status).toBe(200);
			const { properties } = /** @type {{ properties: object }} */ (await response.json());
			const item =
				operation === 'delete'
					? ['deleted', 'callId']
					: ['success', 'provider', 'callId', 'status', 'message', 'response'];
			expect(Object.keys(properties)).toEqual(item);
		},
	);

	test('Vapi: the address that ends a call is cut out', async () => {
		const execution = await once(calls.Vapi());
		const [item] = itemsOf(execution, NODE);
		expect(item).toMatchObject({ success: true, callId: simulator.calls.at(-1).id });
		expect(item.response.monitor).toBeDefined();
		expect(JSON.stringify(execution)).not.toContain('/vapi/control/');
	});

	test('n8n serves the output schema of the trigger', async () => {
		const path = '/schemas/n8n-nodes-voice-call.voiceCallTrigger/1.1.0.json';
		const response = await fetch(client.url + path);
		expect(response.status).toBe(200);
		const { properties } = /** @type {{ properties: object }} */ (await response.json());
		expect(Object.keys(properties)).toEqual(['provider', 'event', 'call', 'delivery', 'payload']);
	});

	describe('the test of a credential', () => {
		const tested = async (way, changes = {}, from = simulator) => {
			const type = credentialTypeOf(calls[way]());
			const data = { ...credentialsFor(from)[type], ...changes };
			const saved = await client.createCredential({ name: `Test ${way}`, type, data });
			try {
				return await client.testCredential({ id: saved.id, name: saved.name, type, data });
			} finally {
				await client.deleteCredential(saved.id);
			}
		};

		test.each(ways.filter((way) => wayOf[way].accepted !== undefined))(
			'%s: a credential that is accepted',
			async (way) => {
				expect(await tested(way)).toMatchObject({
					status: 'OK',
					message: expect.stringMatching(wayOf[way].accepted),
				});
			},
		);

		test.each(ways.filter((way) => wayOf[way].accepted !== undefined))(
			'%s: a credential of another account is refused',
			async (way) => {
				const other = await startSimulator();
				await other.stop();
				const type = credentialTypeOf(calls[way]());
				const { baseUrl } = credentialsFor(simulator)[type];
				expect(await tested(way, { baseUrl }, other)).toMatchObject({
					status: 'Error',
					message: expect.stringMatching(/does not accept the key/),
				});
			},
		);

		test('HuskyVoice API key that is refused', async () => {
			const apiKey = 'made-' + 'up';
			expect(await tested('HuskyVoice by API key', { apiKey })).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/does not accept the key/),
			});
		});

		test('HuskyVoice API key without the scope to read', async () => {
			const narrow = await startSimulator({ huskyVoice: { scopes: ['calls:create'] } });
			try {
				expect(await tested('HuskyVoice by API key', {}, narrow)).toMatchObject({
					status: 'OK',
					message: expect.stringMatching(/knows the key, but it may not read calls/),
				});
			} finally {
				await narrow.stop();
			}
		});

		test('HuskyVoice API that is not there', async () => {
			const gone = await startSimulator();
			await gone.stop();
			expect(await tested('HuskyVoice by API key', {}, gone)).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/could not be reached/),
			});
		});

		test('Mirai Minds key pair that is refused', async () => {
			const privateKey = `sk_${'0'.repeat(64)}`;
			expect(await tested('Mirai Minds', { privateKey })).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/does not accept the key/),
			});
		});

		test.each(ways.filter((way) => wayOf[way].accepted === undefined))(
			'%s: checked offline, and says so',
			async (way) => {
				const before = simulator.requests.length;
				const { status, message } = await tested(way);
				expect({ status, message }).toMatchObject({ status: 'OK' });
				expect(message).toMatch(/could not be checked|only an event can prove/);
				expect(simulator.requests).toHaveLength(before);
			},
		);

		test('an inbound URL without its token', async () => {
			const secretInboundUrl = 'https://api.huskyvoice.ai/v1/hooks/';
			expect(await tested('HuskyVoice by inbound URL', { secretInboundUrl })).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/lacks the secret token/),
			});
		});
	});
});
