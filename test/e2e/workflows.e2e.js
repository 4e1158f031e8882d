'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { randomBytes } = require('node:crypto');
const { PROJECT, itemsOf, startN8n, packPackage, waitForWebhook } = require('../../tools/n8n-host');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { askLive } = require('../../tools/simulator/live');
const { send } = require('../../tools/simulator/sender');
const { startSimulator } = require('../../tools/simulator/server');
const { signedDelivery } = require('../../tools/simulator/sign');
const { subjectOf } = require('../VoiceCallTrigger/subjects');
const { sinceN8n2 } = require('./conditions');
const { importExample, readExample } = require('./exampleWorkflow');
const { startRecorder } = require('./recorder');
const { sharedN8n } = require('./sharedN8n');

const TRIGGER = 'Voice Call Trigger';
const files = fs
	.readdirSync(path.join(PROJECT, 'workflows'))
	.filter((file) => file.endsWith('.json'));

const newSecret = () => ({ signingSecret: randomBytes(24).toString('hex') });

describe('example workflows', () => {
	let client;
	let types;
	const running = [];

	beforeAll(async () => {
		client = await sharedN8n();
		types = new Set((await client.nodeTypes()).map(({ name }) => name));
	});

	afterEach(async () => {
		for (const stop of running.splice(0).reverse()) await stop();
	});

	/** Imports an example and publishes it; gives the address of its trigger as well. */
	async function publish(file, fill, n8n = client) {
		const example = await importExample(n8n, file, fill);
		running.push(example.remove);
		await n8n.activate(example.workflow.id);
		const url = n8n.webhookUrl(await n8n.webhookPath(example.node(TRIGGER)));
		await waitForWebhook(url);
		return { ...example, url };
	}

	/** The same for an example with several triggers; gives the address of each, by its name. */
	async function publishAll(file, fill, names) {
		const example = await importExample(client, file, fill);
		running.push(example.remove);
		await client.activate(example.workflow.id);
		const urls = {};
		for (const name of names) {
			urls[name] = client.webhookUrl(await client.webhookPath(example.node(name)));
			await waitForWebhook(urls[name]);
		}
		return { ...example, urls };
	}

	async function started(start, ...args) {
		const one = await start(...args);
		running.push(one.stop);
		return one;
	}

	for (const file of files) {
		const block = file.startsWith('agent-') ? sinceN8n2(test) : test;
		block(`${file} uses nodes that n8n has`, () => {
			const used = readExample(file).nodes.map(({ type }) => type);
			expect(used.filter((type) => !types.has(type))).toEqual([]);
		});
	}

	test('verified-call-outcome.json gives the outcome of a verified event', async () => {
		const secret = newSecret();
		const credentials = { huskyVoiceWebhookApi: secret };
		const { workflow, url } = await publish('verified-call-outcome.json', { credentials });
		const event = sampleEvent('huskyVoice', 'call.completed', uniqueFacts());
		expect((await send(url, signedDelivery('huskyVoice', event, secret))).status).toBe(200);

		const [{ id }] = await client.waitForExecutions(workflow.id, 1);
		expect(itemsOf(await client.getExecution(id), 'Call outcome')).toMatchObject([
			{ callId: event.data.call_id, status: 'completed' },
		]);
	});

	test('call-outcome-to-crm.json writes each event to the CRM, and tries again', async () => {
		const secret = newSecret();
		const crm = await started(startRecorder, (_, all) => ({
			status: all.length === 1 ? 500 : 200,
		}));
		const { workflow, url } = await publish('call-outcome-to-crm.json', {
			credentials: { huskyVoiceWebhookApi: secret },
			parameters: { 'Write to the CRM': { url: `${crm.url}/crm/calls` } },
		});
		const event = sampleEvent('huskyVoice', 'call.completed', uniqueFacts());
		await send(url, signedDelivery('huskyVoice', event, secret));
		const other = sampleEvent('huskyVoice', 'call.initiated', uniqueFacts());
		const ignored = await send(url, signedDelivery('huskyVoice', other, secret));
		expect(JSON.parse(ignored.text)).toEqual({ received: true, ignored: 'event' });

		await crm.waitFor(2);
		const executions = await client.waitForExecutions(workflow.id, 1);
		expect(executions.map(({ status }) => status)).toEqual(['success']);
		expect(crm.received).toHaveLength(2);
		const [, { headers, body }] = crm.received;
		expect(headers['idempotency-key']).toBe(`call.completed/${event.event_id}`);
		expect(body).toMatchObject({ callId: event.data.call_id, outcome: 'completed' });
		expect(Object.keys(body)).toEqual(
			expect.arrayContaining(['durationSeconds', 'summary', 'failureReason', 'at']),
		);
	});

	test('call-again-after-a-missed-call.json calls again, three times in all', async () => {
		const simulator = await started(startSimulator);
		const keys = simulator.credentials.miraiMinds;
		const { workflow, url } = await publish('call-again-after-a-missed-call.json', {
			credentials: { miraiMindsApi: { ...keys, baseUrl: simulator.urls.miraiMinds } },
			parameters: {
				'After a day': { amount: 1, unit: 'seconds' },
				'Call again': { callbackUrl: 'https://example.com/webhook/mine/voice-call' },
			},
		});
		const phoneNumber = '+14155550123';
		const missed = (metadata, finalStatus) => {
			const event = sampleEvent('miraiMinds', 'call.lifecycle-ended', {
				...uniqueFacts(),
				metadata,
			});
			event.event.data.report.finalStatus = finalStatus;
			return send(url, signedDelivery('miraiMinds', event, keys));
		};
		await missed({ phoneNumber, attempt: 1 }, 'no-answer');
		await missed({ phoneNumber, attempt: 2 }, 'busy');
		await missed({ phoneNumber, attempt: 3 }, 'no-answer');
		await missed({ phoneNumber, attempt: 1 }, 'completed');
		await missed({ other: 'metadata' }, 'no-answer');

		const executions = await client.waitForExecutions(workflow.id, 5, { timeoutMs: 60_000 });
		expect(executions.map(({ status }) => status)).toEqual(Array(5).fill('success'));
		const placed = simulator.requests.map(({ body }) => JSON.parse(body));
		expect(placed).toHaveLength(2);
		expect(placed.map(({ metadata }) => metadata.attempt).sort()).toEqual([2, 3]);
		for (const call of placed) {
			expect(call).toMatchObject({
				phoneNumber,
				metadata: { phoneNumber },
				callbackUrl: 'https://example.com/webhook/mine/voice-call',
			});
		}
	});

	describe('answer-a-call-and-connect-it.json', () => {
		const sales = '+14155550123';
		const called = '+14155550100';

		/** Somebody calls, and hears the menu. */
		async function callIn(settings) {
			const simulator = await started(startSimulator, settings);
			const keys = simulator.credentials.enableX;
			const example = await publish('answer-a-call-and-connect-it.json', {
				credentials: { enableXApi: { ...keys, baseUrl: simulator.url } },
			});
			const facts = { from: '+14155550177', to: called, url: example.url };
			const call = simulator.receiveCall('enableX', facts);
			// The call came in, and was accepted.
			await client.waitForExecutions(example.workflow.id, 2);
			await simulator.settled();
			const requests = () =>
				simulator.requests.map(({ method, path: to }) => `${method} ${to.split(call.id)[1]}`);
			return { ...example, simulator, call, requests };
		}

		test('accepts, asks for a digit, and connects with whom the digit says', async () => {
			const { simulator, call, workflow, requests } = await callIn();
			expect(requests()).toEqual(['PUT /accept', 'PUT /play']);
			expect(call).toMatchObject({
				status: 'connected',
				prompt: { promptRef: 'menu', asksForDigits: true },
			});

			await simulator.pressKeys(call, '9');
			await client.waitForExecutions(workflow.id, 3);
			expect(requests().slice(2)).toEqual(['PUT /play']);
			await simulator.pressKeys(call, '1');
			const executions = await client.waitForExecutions(workflow.id, 4);
			expect(requests().slice(3)).toEqual(['PUT /connect']);
			expect(call.status).toBe('bridged');
			expect(JSON.parse(simulator.requests.at(-1).body)).toEqual({ from: called, to: sales });
			expect(simulator.placed()[sales]).toBe(1);
			expect(executions.map(({ status }) => status)).toEqual(Array(4).fill('success'));
			const [newest] = executions;
			expect(itemsOf(await client.getExecution(newest.id), 'Connect with sales')).toMatchObject([
				{ success: true, callId: call.id, status: 'in-progress' },
			]);
			await simulator.settled();
			expect(simulator.sent.map(({ type, delivered }) => [type, delivered])).toEqual(
				[
					...['incomingcall', 'connected', 'play:initiated', 'play:digitcollected'],
					...['play:initiated', 'play:digitcollected', 'bridged'],
				].map((type) => [type, true]),
			);
		});

		test('hangs up when no key is pressed, and fails when EnableX does not connect', async () => {
			const { simulator, call, workflow, url } = await callIn({ enableX: { numbers: [] } });
			await simulator.pressKeys(call, '2');
			const [refused] = await client.waitForExecutions(workflow.id, 3);
			expect(refused.status).toBe('error');
			const { data } = await client.getExecution(refused.id);
			expect(data.resultData.error.message).toMatch(
				/^EnableX did not connect the call: Phone number not found/,
			);
			expect(simulator.placed()).toEqual({ [call.marker]: 1 });

			const event = sampleEvent('enableX', 'play:menutimeout', { callId: call.id, at: new Date() });
			const delivery = signedDelivery('enableX', event, simulator.credentials.enableX);
			expect((await send(url, delivery)).status).toBe(200);
			await client.waitForExecutions(workflow.id, 4);
			expect(call.status).toBe('disconnected');
		});
	});

	sinceN8n2(test)('call-each-row-and-write-back.json calls each row, and writes back', async () => {
		const simulator = await started(startSimulator, {
			pace: { queuedMs: 500, stepMs: 0 },
			outcome: ({ request }) => (request.customer.name === 'Grace' ? 'no-answer' : 'completed'),
			webhooks: { retries: 8, repeatsAll: true, factor: 0.3 },
		});
		const table = await client.createDataTable({
			name: 'Calls to make',
			columns: ['name', 'phone', 'outcome', 'summary'],
			rows: [
				{ name: 'Ada', phone: '+14155550123' },
				{ name: 'Grace', phone: '+14155550124' },
				{ name: 'Edsger', phone: '+14155550125', outcome: 'completed' },
			],
		});
		running.push(table.remove);
		const example = await importExample(client, 'call-each-row-and-write-back.json', {
			credentials: {
				vapiApi: { ...simulator.credentials.vapi, baseUrl: simulator.urls.vapi },
			},
		});
		running.push(example.remove);
		const execution = await client.runManually(example.workflow, 'Start by hand');
		expect([execution.status, execution.data.resultData.error]).toEqual(['success', undefined]);
		expect(simulator.calls.map(({ request }) => request.customer)).toEqual([
			{ name: 'Ada', number: '+14155550123' },
			{ name: 'Grace', number: '+14155550124' },
		]);
		expect(await table.rows()).toMatchObject([
			{ name: 'Ada', outcome: 'completed', summary: 'The caller booked a table.' },
			{ name: 'Grace', outcome: 'no-answer', summary: null },
			{ name: 'Edsger', outcome: 'completed', summary: null },
		]);
	});

	test('look-up-an-order-during-the-call.json answers the assistant while it waits', async () => {
		const secret = newSecret();
		const shop = await started(startRecorder, ({ path: asked }) =>
			asked.endsWith('/4711')
				? { status: 200, body: { order: '4711', state: 'on its way' } }
				: { status: 404, body: { message: 'unknown' } },
		);
		const { workflow, url } = await publish('look-up-an-order-during-the-call.json', {
			credentials: { vapiApi: secret },
			parameters: {
				'Ask the shop': {
					url: `=${shop.url}/orders/{{ encodeURIComponent($json.request.parameters.order) }}`,
				},
			},
		});
		const tools = ['4711', '17', '4711'].map((order, at) => ({
			id: `call_${at}`,
			name: 'lookUpOrder',
			args: { order },
		}));
		await waitForWebhook(`${url}/answer`);
		const heard = await askLive(`${url}/answer`, 'vapi', 'tool-calls', secret, { tools });
		expect(heard.problem).toBeUndefined();
		const known = { result: JSON.stringify({ order: '4711', state: 'on its way' }) };
		const unknown = { error: 'There is no order with this number. Ask for it again.' };
		expect(heard.understood).toEqual([known, unknown, known]);
		const executions = await client.waitForExecutions(workflow.id, 1);
		expect(executions.map(({ status }) => status)).toEqual(['success']);
	});

	test('two-platforms-one-crm.json writes calls of both in the same fields', async () => {
		const crm = await started(startRecorder);
		const vapi = newSecret();
		const retell = { apiKey: randomBytes(24).toString('hex') };
		const { workflow, urls } = await publishAll(
			'two-platforms-one-crm.json',
			{
				credentials: { vapiApi: vapi, retellApi: retell },
				parameters: {
					'Write to the CRM': { url: `${crm.url}/crm/calls` },
					'Ask for a call back': { url: `${crm.url}/crm/tasks` },
				},
			},
			['Vapi reports', 'Retell reports'],
		);
		const post = async (name, provider, type, secrets, facts) => {
			const event = sampleEvent(provider, type, { ...uniqueFacts(), ...facts });
			const { status } = await send(urls[name], signedDelivery(provider, event, secrets));
			expect(status).toBe(200);
		};
		await post('Vapi reports', 'vapi', 'end-of-call-report', vapi, { callId: 'v_1' });
		await post('Retell reports', 'retell', 'call_analyzed', retell, { callId: 'r_1' });
		const missed = { callId: 'r_2', reason: 'dial_no_answer', to: '+14155550199' };
		await post('Retell reports', 'retell', 'call_analyzed', retell, missed);
		await post('Retell reports', 'retell', 'call_ended', retell, { callId: 'r_3' });

		const executions = await client.waitForExecutions(workflow.id, 3);
		expect(executions.map(({ status }) => status)).toEqual(Array(3).fill('success'));
		const at = (path) => crm.received.filter((one) => one.path === path).map(({ body }) => body);
		const calls = at('/crm/calls');
		expect(calls.map(({ platform, callId, outcome }) => [platform, callId, outcome])).toEqual(
			expect.arrayContaining([
				['vapi', 'v_1', 'completed'],
				['retell', 'r_1', 'completed'],
				['retell', 'r_2', 'no-answer'],
			]),
		);
		expect(calls).toHaveLength(3);
		const [one, ...others] = calls.map((call) => Object.keys(call));
		for (const other of others) expect(other).toEqual(one);
		expect(at('/crm/tasks')).toEqual([
			{ task: 'Call back', number: '+14155550199', because: 'dial_no_answer' },
		]);
	});

	test('keep-every-recording.json stores what is sent along and what is asked for', async () => {
		const simulator = await started(startSimulator);
		const storage = await started(startRecorder);
		const elevenLabs = newSecret();
		const { workflow, urls } = await publishAll(
			'keep-every-recording.json',
			{
				credentials: {
					elevenLabsApi: elevenLabs,
					ultravoxApi: { ...simulator.credentials.ultravox, baseUrl: simulator.urls.ultravox },
				},
				parameters: {
					'Store the file': {
						url: `=${storage.url}/{{ $json.provider }}/{{ encodeURIComponent($binary.data.fileName) }}`,
					},
				},
			},
			['ElevenLabs reports', 'Ultravox reports'],
		);
		const sound = randomBytes(3 * 2 ** 20);
		const audio = sampleEvent('elevenLabs', 'post_call_audio', uniqueFacts());
		audio.data.full_audio = sound.toString('base64');
		await send(urls['ElevenLabs reports'], signedDelivery('elevenLabs', audio, elevenLabs));

		// The node told Ultravox its URL when it was published.
		const create = async (recordingEnabled) => {
			const response = await fetch(`${simulator.urls.ultravox}/agents/agent-1/calls`, {
				method: 'POST',
				headers: {
					'X-API-Key': simulator.credentials.ultravox.apiKey,
					'Content-Type': 'application/json',
				},
				body: JSON.stringify({
					medium: { twilio: { outgoing: { to: '+14155550123', from: '+14155550100' } } },
					recordingEnabled,
				}),
			});
			const { callId } = /** @type {{ callId: string }} */ (await response.json());
			await simulator.play(callId);
			return callId;
		};
		const recorded = await create(true);
		await create(false);
		await simulator.settled();

		const executions = await client.waitForExecutions(workflow.id, 3);
		expect(executions.map(({ status }) => status)).toEqual(Array(3).fill('success'));
		const stored = Object.fromEntries(storage.received.map(({ path: at, body }) => [at, body]));
		const names = [
			`/elevenLabs/recording-${audio.data.conversation_id}.mp3`,
			`/ultravox/recording-${recorded}.wav`,
		];
		expect(Object.keys(stored).sort()).toEqual(names);
		expect(stored[names[0]].equals(sound)).toBe(true);
		expect(stored[names[1]].equals(simulator.recording)).toBe(true);
	});

	test('call-back-a-missed-caller.json calls back, and writes down what came of it', async () => {
		const simulator = await started(startSimulator);
		const crm = await started(startRecorder);
		const { credential: telnyx, sender } = subjectOf('telnyx');
		const { workflow, urls } = await publishAll(
			'call-back-a-missed-caller.json',
			{
				credentials: {
					telnyxApi: telnyx,
					blandApi: { ...simulator.credentials.bland, baseUrl: simulator.urls.bland },
				},
				parameters: { 'Write to the CRM': { url: `${crm.url}/crm/calls` } },
			},
			['Telnyx reports', 'Bland reports'],
		);
		simulator.subscribe('bland', urls['Bland reports']);
		const caller = '+14155550177';
		const hangUp = async (callId, reason, to = '+14155550100', secrets = sender) => {
			const facts = { ...uniqueFacts(), callId, reason, from: caller, to };
			const event = sampleEvent('telnyx', 'call.hangup', facts);
			return (await send(urls['Telnyx reports'], signedDelivery('telnyx', event, secrets))).status;
		};
		expect(await hangUp('missed', 'originator_cancel')).toBe(200);
		expect(await hangUp('talked', 'normal_clearing')).toBe(200);
		expect(await hangUp('outgoing', 'no_answer', '+14155550123')).toBe(200);
		const stranger = { privateSeed: randomBytes(32).toString('hex') };
		expect(await hangUp('forged', 'originator_cancel', undefined, stranger)).toBe(401);
		await client.waitForExecutions(workflow.id, 3);
		expect(simulator.calls.map(({ contact, request }) => [contact, request.metadata])).toEqual([
			[caller, { missedCall: 'missed' }],
		]);

		await simulator.play(simulator.calls[0]);
		const [{ body }] = await crm.waitFor(1);
		expect(body).toMatchObject({
			callId: simulator.calls[0].id,
			missedCall: 'missed',
			number: caller,
			outcome: 'completed',
		});
		const executions = await client.waitForExecutions(workflow.id, 4);
		expect(executions.map(({ status }) => status)).toEqual(Array(4).fill('success'));
	});

	test('alert-on-refused-events.json alerts once for what was refused', async () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-logs-'));
		running.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
		const host = await started(startN8n, {
			tarball: await packPackage(),
			env: {
				N8N_LOG_OUTPUT: 'console,file',
				N8N_LOG_FILE_LOCATION: path.join(folder, 'n8n.log'),
				N8N_RESTRICT_FILE_ACCESS_TO: folder,
			},
		});
		const n8n = await host.signIn();
		const alerts = await started(startRecorder);
		const credentials = { huskyVoiceWebhookApi: newSecret() };
		const outcome = await publish('verified-call-outcome.json', { credentials }, n8n);
		const forged = signedDelivery('huskyVoice', { event_id: 'evt_1' }, newSecret());
		for (let count = 0; count < 3; count++) {
			expect((await send(outcome.url, forged)).status).toBe(401);
		}

		const alarm = await importExample(n8n, 'alert-on-refused-events.json', {
			parameters: {
				'Every five minutes': { rule: { interval: [{ field: 'seconds', secondsInterval: 2 }] } },
				'Read the log': { fileSelector: path.join(folder, 'n8n*.log') },
				Alert: { url: `${alerts.url}/alerts` },
			},
		});
		await n8n.activate(alarm.workflow.id);
		const [{ body }] = await alerts.waitFor(1);
		expect(body).toMatchObject({
			provider: 'huskyVoice',
			reason: 'signature-mismatch',
			workflowId: outcome.workflow.id,
			nodeName: TRIGGER,
			senders: ['127.0.0.1'],
		});
		// Two more runs of it, at least, find nothing new.
		const before = await n8n.countExecutions(alarm.workflow.id);
		await n8n.waitForExecutions(alarm.workflow.id, before + 2);
		expect(alerts.received).toHaveLength(1);
	});
});
