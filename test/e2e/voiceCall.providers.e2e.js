'use strict';

/** What single providers can besides creating and canceling a call, in a real n8n. */

const { itemsOf } = require('../../tools/n8n-host');
const { byId, calls, credentialsFor, startSimulator } = require('../VoiceCall/standIn');
const { sharedN8n } = require('./sharedN8n');
const { NODE, errorOf, publishCallWorkflow } = require('./voiceCallWorkflow');

const TYPE = 'n8n-nodes-voice-call.voiceCall';

describe('single providers of Voice Call in a real n8n', () => {
	let client;
	let simulator;

	beforeAll(async () => {
		client = await sharedN8n();
		simulator = await startSimulator({ limit: null });
	});
	afterAll(async () => await simulator?.stop());

	const once = async (parameters, options = {}) => {
		const published = await publishCallWorkflow(client, { simulator, parameters, ...options });
		try {
			return await published.run(options.items);
		} finally {
			await published.remove();
		}
	};

	describe('Mirai Minds v1', () => {
		const way = calls['Mirai Minds'];

		test('the editor offers the assistants of the workspace', async () => {
			const data = credentialsFor(simulator).miraiMindsApi;
			const credential = await client.createCredential({
				name: 'Assistants',
				type: 'miraiMindsApi',
				data,
			});
			const listed = async (filter) => {
				const { results } = await client.request(
					'POST',
					'/dynamic-node-parameters/resource-locator-results',
					{
						nodeTypeAndVersion: { name: TYPE, version: 1 },
						path: 'parameters.assistantId',
						methodName: 'miraiMindsAssistants',
						currentNodeParameters: {
							provider: 'miraiMinds',
							resource: 'call',
							operation: 'create',
						},
						credentials: { miraiMindsApi: { id: credential.id, name: credential.name } },
						...(filter === undefined ? {} : { filter }),
					},
				);
				return results.map(({ name, value }) => `${name} ${value}`);
			};
			try {
				expect(await listed()).toEqual([
					'Reception 65f0c0ffee0123456789abcd',
					'Cart Recovery 65f0c0ffee0123456789abce',
				]);
				expect(await listed('cart')).toEqual(['Cart Recovery 65f0c0ffee0123456789abce']);
			} finally {
				await client.deleteCredential(credential.id);
			}
		});

		test('an assistant picked from the list speaks', async () => {
			const assistantId = {
				__rl: true,
				mode: 'list',
				value: '65f0c0ffee0123456789abce',
				cachedResultName: 'Cart Recovery',
			};
			const execution = await once({ ...way(), assistantId });
			expect(itemsOf(execution, NODE)).toMatchObject([{ success: true }]);
			expect(simulator.calls.at(-1).request.assistant).toBe('65f0c0ffee0123456789abce');
		});

		test('a call gets another payload before its first attempt, and not after it', async () => {
			const [{ callId }] = itemsOf(await once(way()), NODE);
			const update = { ...way(), operation: 'update', callId, payload: '{"name": "Raj"}' };
			expect(itemsOf(await once(update), NODE)).toMatchObject([
				{ success: true, callId, message: 'Call updated successfully' },
			]);
			expect(simulator.calls.at(-1).request.payload).toEqual({ name: 'Raj' });

			await simulator.play(callId, { until: 'in-progress' });
			const { message, description } = errorOf(await once(update));
			expect(message).toMatch(/did not change the call: Call cannot be updated/);
			expect(description).toMatch(/only before its first attempt.* Nothing was done/);
		});

		test('an empty payload takes nothing away', async () => {
			const before = simulator.requests.length;
			const { message } = errorOf(await once({ ...way(), operation: 'update', callId: 'c_1' }));
			expect(message).toMatch(/Payload \(JSON\) is empty/);
			expect(simulator.requests).toHaveLength(before);
		});

		test.each([
			['get no answer', { how: 'reset-after' }],
			['get an error page', { how: 'error-after', status: 503 }],
		])('a change is not sent twice when it %s', async (_name, misbehavior) => {
			const [{ callId }] = itemsOf(await once(way()), NODE);
			simulator.requests.length = 0;
			simulator.misbehave({ ...misbehavior, times: 2, route: 'miraiMinds.update' });
			const update = { ...way(), operation: 'update', callId, payload: '{"name": "Raj"}' };
			expect(errorOf(await once(update)).message).toMatch(/It is not known whether/);
			expect(simulator.requests).toHaveLength(1);
			simulator.behave();
		});
	});

	describe('Telnyx', () => {
		const way = calls.Telnyx;
		const assistantId = byId('assistant-1a2b3c4d-0000-4000-8000-000000000001');

		test.each([
			['connectionId', 'telnyxApplications', 'Reminders 1293384261075731491'],
			['from', 'telnyxPhoneNumbers', '+14155550100 · Reception +14155550100'],
			['assistantId', 'telnyxAssistants', 'Survey assistant-1a2b3c4d-0000-4000-8000-000000000002'],
		])('the editor offers what %s may be', async (field, methodName, expected) => {
			const data = credentialsFor(simulator).telnyxApi;
			const name = `Telnyx ${field}`;
			const { id } = await client.createCredential({ name, type: 'telnyxApi', data });
			try {
				const { results } = await client.request(
					'POST',
					'/dynamic-node-parameters/resource-locator-results',
					{
						nodeTypeAndVersion: { name: TYPE, version: 1 },
						path: `parameters.${field}`,
						methodName,
						currentNodeParameters: { provider: 'telnyx', resource: 'call', operation: 'create' },
						credentials: { telnyxApi: { id, name } },
					},
				);
				expect(results.map((entry) => `${entry.name} ${entry.value}`)).toContain(expected);
			} finally {
				await client.deleteCredential(id);
			}
		});

		test('a call that comes in is accepted, asked for keys, transferred, recorded and hung up', async () => {
			const numbers = { from: '+14155550123', to: '+14155550100' };
			const { id: callId } = simulator.receiveCall('telnyx', numbers);
			const rung = simulator.calls.length;
			for (const parameters of [
				{ operation: 'accept' },
				{ operation: 'record' },
				{ operation: 'startAssistant', assistantId },
				{ operation: 'stopAssistant' },
				{ operation: 'play', text: 'Press 1 for sales', askForDigits: true },
				{ operation: 'sendDigits', digits: '1w#' },
				{ operation: 'connect', to: '+14155550124' },
				{ operation: 'stopRecording' },
				{ operation: 'cancel' },
			]) {
				const execution = await once({ provider: 'telnyx', callId, ...parameters });
				expect(itemsOf(execution, NODE)).toMatchObject([{ success: true, callId }]);
			}
			expect(simulator.calls.slice(rung).map(({ contact }) => contact)).toEqual(['+14155550124']);
			const late = errorOf(
				await once({ provider: 'telnyx', operation: 'play', callId, text: 'x' }),
			);
			expect(late.message).toMatch(
				/^Telnyx did not play to the call: This call is no longer active/,
			);
			expect(late.description).toMatch(/only while the call is live/);
		});

		test('one that comes in is turned away', async () => {
			const numbers = { from: '+14155550123', to: '+14155550100' };
			const call = simulator.receiveCall('telnyx', numbers);
			const reject = { provider: 'telnyx', operation: 'reject', callId: call.id };
			expect(itemsOf(await once(reject), NODE)).toMatchObject([{ success: true }]);
			expect(call.status).toBe('hangup');
		});

		test('a call whose answer was lost is placed once, under one ID', async () => {
			simulator.requests.length = 0;
			const rung = simulator.calls.length;
			simulator.misbehave({ how: 'reset-after', route: 'telnyx.create' });
			expect(itemsOf(await once(way()), NODE)).toMatchObject([{ success: true }]);
			expect(simulator.calls).toHaveLength(rung + 1);
			const ids = simulator.requests.map(({ body }) => JSON.parse(body).command_id);
			expect(ids).toEqual([ids[0], ids[0]]);
		});

		test('nothing of the key is in an execution', async () => {
			const execution = await once({ ...way(), to: 'sip:nobody' });
			expect(errorOf(execution).message).toBe('To is not a SIP address.');
			simulator.misbehave({ how: 'unauthorized', route: 'telnyx.create' });
			const refused = JSON.stringify(await once(way()));
			expect(refused).toMatch(/authentication headers were either invalid/);
			expect(refused).not.toContain(simulator.credentials.telnyx.apiKey);
		});
	});

	describe('HuskyVoice AI by inbound URL', () => {
		const way = calls['HuskyVoice by inbound URL'];

		test('deletes a call once it is over', async () => {
			const [{ callId }] = itemsOf(await once(way()), NODE);
			const erase = { ...way(), operation: 'delete', callId };
			expect(errorOf(await once(erase)).message).toMatch(/knows no such call/);
			await simulator.play(callId, { outcome: 'completed' });
			expect(itemsOf(await once(erase), NODE)).toEqual([{ deleted: true, callId }]);
		});
	});
});
