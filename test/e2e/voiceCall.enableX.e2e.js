'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const { startSimulator } = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

const numbers = { from: '+14155550100', to: '+14155550124' };

/**
 * Each thing to do with a live call: its fields, where it goes, and what the call is like after it.
 *
 * @type {[operation: string, fields: object, route: string, after: object][]}
 */
const ACTIONS = [
	['accept', {}, 'accept', { status: 'connected' }],
	[
		'play',
		{ playing: 'text', text: 'Press 1', language: 'en-US', voice: 'male', askForDigits: true },
		'play',
		{ prompt: { asksForDigits: true } },
	],
	['connect', { connectWith: 'number', ...numbers }, 'connect', { status: 'bridged' }],
	['hold', {}, 'hold', { isHeld: true }],
	['resume', {}, 'hold', { isHeld: false }],
	[
		'record',
		{ additionalFields: { recordingName: 'r' } },
		'recording',
		{ recording: { name: 'r' } },
	],
	['stopRecording', {}, 'recording', { recording: undefined }],
];

describe('Voice Call in a real n8n, EnableX', () => {
	let client;
	let simulator;

	beforeAll(async () => (client = await sharedN8n()));
	beforeEach(async () => (simulator = await startSimulator({ limit: null })));
	afterEach(async () => await simulator?.stop());

	const once = async (parameters, options = {}) => {
		const published = await publishCallWorkflow(client, {
			simulator,
			parameters: { provider: 'enableX', ...parameters },
			...options,
		});
		try {
			return await published.run(options.items);
		} finally {
			await published.remove();
		}
	};

	/** A call in the state that the operation is for. */
	const callFor = (operation) => {
		const call = simulator.receiveCall('enableX', {
			from: numbers.to,
			to: numbers.from,
			url: undefined,
		});
		if (operation !== 'accept') call.status = 'connected';
		return call;
	};
	const sentFor = ({ id }) => simulator.requests.filter(({ path }) => path.includes(id));

	test.each(ACTIONS)(
		'%s: done for a live call, refused for one that is over',
		async (...action) => {
			const [operation, fields, route, after] = action;
			const [live, over] = [callFor(operation), callFor(operation)];
			over.status = 'disconnected';
			const execution = await once(
				{ operation, callId: '={{ $json.id }}', ...fields },
				{
					items: [{ id: live.id }, { id: over.id }, { id: 'nobody' }],
					nodeSettings: { onError: 'continueErrorOutput' },
				},
			);
			expect(execution.status).toBe('success');
			expect(itemsOf(execution, NODE, 0)).toEqual([
				{
					success: true,
					provider: 'enableX',
					callId: live.id,
					status: 'in-progress',
					message: expect.any(String),
					response: expect.any(Object),
				},
			]);
			expect(itemsOf(execution, NODE, 1)).toMatchObject([
				{
					id: over.id,
					message: expect.stringMatching(/the state of the call is disconnected$/),
					error: { reason: 'refused', httpStatus: 409, callId: over.id },
				},
				{ message: 'EnableX knows no such call: nobody', error: { httpStatus: 404 } },
			]);
			expect(live).toMatchObject(after);
			expect(sentFor(live).map((request) => request.route)).toEqual([`enableX.${route}`]);
		},
	);

	test.each(ACTIONS)(
		'%s: left unclear, it is not sent again by Retry On Fail',
		async (...action) => {
			const [operation, fields, route] = action;
			const call = callFor(operation);
			simulator.misbehave({ how: 'reset-after', route: `enableX.${route}`, times: Infinity });
			const execution = await once(
				{ operation, callId: call.id, ...fields },
				{ nodeSettings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 } },
			);
			expect(execution.status).toBe('error');
			expect(errorOf(execution).message).toMatch(/^It is not known whether EnableX .+ the call/);
			expect(sentFor(call)).toHaveLength(1);
		},
	);

	test('a create says what happens when somebody picks up', async () => {
		const execution = await once({
			operation: 'create',
			...numbers,
			onConnect: 'text',
			text: 'Hello',
			language: 'en-US',
			voice: 'female',
			// Of another choice: n8n keeps it from the node.
			connectTo: '+14155550177',
		});
		expect(execution.status).toBe('success');
		expect(simulator.calls[0].request.action_on_connect).toEqual({
			play: { text: 'Hello', language: 'en-US', voice: 'female' },
		});
	});

	test('a broadcast rings each number once; one with a bad number rings nobody', async () => {
		const parameters = {
			resource: 'broadcast',
			operation: 'create',
			from: numbers.from,
			recipients: '={{ $json.to }}',
			playing: 'text',
			text: 'Hello',
		};
		const execution = await once(parameters, {
			items: [{ to: '+14155550123, +14155550124' }, { to: '+14155550125, 12' }],
			nodeSettings: { onError: 'continueErrorOutput' },
		});
		expect(itemsOf(execution, NODE, 0)).toMatchObject([
			{
				success: true,
				callId: simulator.calls[0].request.broadcast_id,
				message: 'EnableX accepted the broadcast',
			},
		]);
		expect(itemsOf(execution, NODE, 1)).toMatchObject([
			{ message: 'Recipient 2 has no country code: "12".', error: { reason: 'badInput' } },
		]);
		expect(simulator.placed()).toEqual({ '+14155550123': 1, '+14155550124': 1 });
	});

	test('an account that is suspended is told so, with the request ID', async () => {
		await simulator.stop();
		simulator = await startSimulator({ limit: null, enableX: { errorShape: 'status-code' } });
		simulator.misbehave({ how: 'forbidden', route: 'enableX' });
		const error = errorOf(await once({ operation: 'create', ...numbers }));
		expect(error.message).toMatch(
			/^EnableX did not place the call: Not allowed \(request ID .+\)$/,
		);
		expect(error.description).toMatch(/^EnableX has suspended the project/);
	});

	test.each([...ACTIONS.map(([operation]) => `call/${operation}`), 'broadcast/create'])(
		'n8n serves the output schema of %s',
		async (name) => {
			const path = `/schemas/n8n-nodes-voice-call.voiceCall/1.0.0/${name}.json`;
			const response = await fetch(client.url + path);
			expect(response.status).toBe(200);
			const { properties } = /** @type {{ properties: object }} */ (await response.json());
			expect(Object.keys(properties)).toEqual([
				...['success', 'provider', 'callId', 'status', 'message', 'response'],
			]);
		},
	);
});
