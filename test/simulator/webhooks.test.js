'use strict';

const http = require('node:http');
const { createDecipheriv, createHmac } = require('node:crypto');
const {
	ask,
	basic,
	createEnableX,
	createHuskyVoice,
	createMiraiMinds,
} = require('../../tools/simulator/client');
const { enableXCall, keyPair, miraiMindsCall } = require('../../tools/simulator/client');
const { close, listen } = require('../loopback');
const { startSimulator } = require('../../tools/simulator/server');
const { deriveKeyAndIv } = require('../../tools/simulator/providers/enableX/sign');

let simulator;
let receiver;

/** Keeps what it receives; answers with the statuses given, the last one for ever. */
async function startReceiver(...statuses) {
	const received = [];
	const server = http.createServer(async (request, response) => {
		const pieces = [];
		for await (const piece of request) pieces.push(piece);
		received.push({ headers: request.headers, body: Buffer.concat(pieces) });
		response.statusCode = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
		response.end();
	});
	receiver = {
		url: `${await listen(server)}/hook`,
		received,
		events: () => received.map(({ body }) => JSON.parse(body.toString())),
		stop: async () => await close(server),
	};
}

const start = async (settings) => (simulator = await startSimulator(settings));
const hmac = (secret, ...parts) => {
	const digest = createHmac('sha256', secret);
	parts.forEach((part) => digest.update(part));
	return digest.digest('hex');
};

beforeEach(async () => await startReceiver());
afterEach(async () => {
	await simulator.stop();
	await receiver.stop();
});

describe('HuskyVoice', () => {
	const events = () => receiver.events().map(({ event_type: type, data }) => [type, data.status]);

	test('reports a call to its endpoint, signed', async () => {
		await start();
		simulator.subscribe('huskyVoice', receiver.url);
		const { json } = await createHuskyVoice(simulator);
		await simulator.play(json.data.call_id);
		expect(events()).toEqual([
			['call.initiated', 'initiated'],
			['call.answered', 'in_progress'],
			['call.completed', 'completed'],
		]);
		for (const { headers, body } of receiver.received) {
			const { signingSecret } = simulator.credentials.huskyVoice;
			expect(headers['x-husky-signature']).toBe(hmac(signingSecret, body));
			expect(JSON.parse(body.toString()).data.call_id).toBe(json.data.call_id);
		}
		expect(new Set(receiver.events().map(({ event_id: id }) => id)).size).toBe(3);
	});

	test('sends only the events that were ticked', async () => {
		await start();
		simulator.subscribe('huskyVoice', receiver.url, ['call.failed']);
		const { json } = await createHuskyVoice(simulator);
		await simulator.play(json.data.call_id, { outcome: 'failed' });
		expect(events()).toEqual([['call.failed', 'failed']]);
	});

	test('sends nothing to an endpoint that was taken away', async () => {
		await start();
		const unsubscribe = simulator.subscribe('huskyVoice', receiver.url);
		unsubscribe();
		await createHuskyVoice(simulator);
		expect(await simulator.play(simulator.calls[0])).toEqual([]);
	});

	test('tries once, for it documents no retries, unless told otherwise', async () => {
		await receiver.stop();
		await startReceiver(500);
		await start();
		simulator.subscribe('huskyVoice', receiver.url, ['call.disallowed']);
		await createHuskyVoice(simulator);
		const sent = await simulator.play(simulator.calls[0], { outcome: 'disallowed' });
		expect(sent).toMatchObject([{ delivered: false, attempts: [{ status: 500 }] }]);
		await simulator.stop();

		await start({ webhooks: { retries: 2, factor: 0.001 } });
		simulator.subscribe('huskyVoice', receiver.url, ['call.disallowed']);
		await createHuskyVoice(simulator);
		await simulator.play(simulator.calls[0], { outcome: 'disallowed' });
		expect(simulator.sent[0].attempts).toHaveLength(3);
	});
});

describe('EnableX', () => {
	const call = (more) => ({ ...enableXCall, event_url: receiver.url, ...more });

	test('reports to event_url, encrypted with the App ID', async () => {
		await start({ enableX: { encryption: { cipher: 'aes-128-cbc', format: 'base64' } } });
		const { json } = await createEnableX(simulator, call({ owner_ref: 'order-1' }));
		await simulator.play(json.voice_id);
		const { key, iv } = deriveKeyAndIv(simulator.credentials.enableX.appId, 16);
		const plain = receiver.received.map(({ headers, body }) => {
			expect(headers['x-algoritm']).toBe('aes-128-cbc');
			expect(headers['x-format']).toBe('base64');
			const { encrypted_data: encrypted } = JSON.parse(body.toString());
			const decryptor = createDecipheriv('aes-128-cbc', key, iv);
			const text = decryptor.update(encrypted, 'base64', 'utf8') + decryptor.final('utf8');
			return JSON.parse(text);
		});
		expect(plain.map(({ state }) => state)).toEqual([
			'initiated',
			'ringing',
			'connected',
			'disconnected',
		]);
		for (const event of plain) {
			expect(event).toMatchObject({
				voice_id: json.voice_id,
				from: '+918045678900',
				to: '+919876543210',
				owner_ref: 'order-1',
			});
		}
	});

	test('can send plain events, as its samples expect', async () => {
		await start({ enableX: { encryption: false } });
		const { json } = await createEnableX(simulator, call());
		await simulator.play(json.voice_id, { outcome: 'failed' });
		expect(receiver.events().map(({ state }) => state)).toEqual(['initiated', 'failed']);
		expect(receiver.received[0].headers).not.toHaveProperty('x-algoritm');
	});

	test('reports that a call was hung up', async () => {
		await start({ enableX: { encryption: false } });
		const { json } = await createEnableX(simulator, call());
		const url = `${simulator.urls.enableX}/call/${json.voice_id}`;
		await ask(url, { method: 'DELETE', headers: basic(simulator) });
		await simulator.settled();
		expect(receiver.events()).toMatchObject([{ state: 'disconnected', voice_id: json.voice_id }]);
	});
});

describe('Mirai Minds', () => {
	const call = (more) => ({ ...miraiMindsCall, callbackUrl: receiver.url, ...more });
	const types = () => receiver.events().map(({ event }) => event.type);

	test('reports to callbackUrl, signed with the key pair', async () => {
		await start();
		const { json } = await createMiraiMinds(simulator, call({ metadata: { order: 'A-1' } }));
		await simulator.play(json.callId);
		expect(types()).toEqual([
			'call.initiate',
			'call.in-progress',
			'call.ended',
			'call.completed',
			'end-of-call',
			'call.lifecycle-ended',
		]);
		const { publicKey, privateKey } = simulator.credentials.miraiMinds;
		for (const { headers, body } of receiver.received) {
			expect(headers['x-public-key']).toBe(publicKey);
			expect(headers['x-signature']).toBe(hmac(privateKey, body));
			expect(headers).not.toHaveProperty('x-private-key');
		}
		for (const { metadata, event } of receiver.events()) {
			expect(metadata).toEqual({ order: 'A-1' });
			expect(event.data.call.id).toBe(json.callId);
		}
	});

	test('reports that a call was aborted', async () => {
		await start();
		const { json } = await createMiraiMinds(simulator, call());
		const url = `${simulator.urls.miraiMinds}/v2/call/abort`;
		await ask(url, { headers: keyPair(simulator), json: { callId: json.callId } });
		await simulator.settled();
		expect(types()).toEqual(['call.aborted']);
	});

	test('a failure to connect is followed by the end of the lifecycle', async () => {
		await start();
		const { json } = await createMiraiMinds(simulator, call());
		await simulator.play(json.callId, { outcome: 'busy' });
		expect(types()).toEqual(['call.initiate', 'call.busy', 'call.lifecycle-ended']);
	});
});

describe('Voxifi', () => {
	test('reports a call from its console, with its retries', async () => {
		await receiver.stop();
		await startReceiver(500, 503, 200);
		await start({ webhooks: { factor: 0.001 } });
		simulator.subscribe('voxifi', receiver.url);
		const call = simulator.startVoxifiCall({ to: '+15551234567' });
		await simulator.play(call);
		expect(simulator.sent.map(({ type, delivered }) => [type, delivered])).toEqual([
			['call.started', true],
			['call.ended', true],
			['call.completed', true],
		]);
		expect(simulator.sent[0].attempts.map(({ status }) => status)).toEqual([500, 503, 200]);
		const { signingSecret } = simulator.credentials.voxifi;
		for (const { headers, body } of receiver.received) {
			const { 'x-webhook-timestamp': timestamp, 'x-webhook-signature': signature } = headers;
			expect(signature).toBe(`sha256=${hmac(signingSecret, timestamp, '.', body)}`);
		}
	});

	test('gives up after five retries, and at once on a 401', async () => {
		await receiver.stop();
		await startReceiver(503, 503, 503, 503, 503, 503, 401);
		await start({ webhooks: { factor: 0.001 } });
		simulator.subscribe('voxifi', receiver.url, ['call.failed']);
		const attempts = [];
		for (const outcome of ['no-answer', 'failed']) {
			const call = simulator.startVoxifiCall({ to: '+15551234567' });
			const [sent] = await simulator.play(call, { outcome });
			expect(sent.delivered).toBe(false);
			attempts.push(sent.attempts.length);
		}
		expect(attempts).toEqual([6, 1]);
	});
});

describe('calls that go on by themselves', () => {
	test('are played through at the given pace', async () => {
		await start({ pace: { queuedMs: 1, stepMs: 1 } });
		simulator.subscribe('huskyVoice', receiver.url);
		await createHuskyVoice(simulator);
		await simulator.settled();
		expect(simulator.calls[0].history).toEqual([
			'queued',
			'initiated',
			'ringing',
			'in_progress',
			'completed',
		]);
		expect(receiver.received).toHaveLength(3);
	});

	test('end as the simulator is told, call by call', async () => {
		const outcome = ({ contact }) => (contact.endsWith('1') ? 'failed' : 'completed');
		await start({ pace: { queuedMs: 0, stepMs: 0 }, outcome });
		for (const contact_number of ['+919876543210', '+919876543211']) {
			await createHuskyVoice(simulator, { agent_id: 'agent_123', contact_number });
		}
		await simulator.settled();
		expect(simulator.calls.map(({ status }) => status)).toEqual(['completed', 'failed']);
	});

	test('do not go on when they were cancelled in the queue', async () => {
		await start({ pace: { queuedMs: 100, stepMs: 0 } });
		const { json } = await createMiraiMinds(simulator);
		const url = `${simulator.urls.miraiMinds}/v2/call/abort`;
		await ask(url, { headers: keyPair(simulator), json: { callId: json.callId } });
		await simulator.settled();
		expect(simulator.calls[0].history).toEqual([null, 'aborted']);
	});

	test('stop with the simulator', async () => {
		await start({ pace: { queuedMs: 60_000, stepMs: 0 } });
		await createHuskyVoice(simulator);
		await simulator.stop();
		expect(simulator.calls[0].status).toBe('queued');
		await start();
	});
});

describe('Ultravox, webhooks by its API', () => {
	const webhooks = async (method, path = '', json = undefined) =>
		await ask(`${simulator.urls.ultravox}/webhooks${path}`, {
			method,
			headers: { 'X-API-Key': simulator.credentials.ultravox.apiKey },
			json,
		});
	const createCall = async () => {
		const { json } = await ask(`${simulator.urls.ultravox}/agents/agent-1/calls`, {
			headers: { 'X-API-Key': simulator.credentials.ultravox.apiKey },
			json: { medium: { twilio: { outgoing: { to: '+14155550123', from: '+14155550100' } } } },
		});
		await simulator.play(json.callId);
		await simulator.settled();
	};

	test('get the events that they want, with one signature for each secret', async () => {
		await start();
		const secrets = ['one', 'two'];
		const events = ['call.ended'];
		const made = await webhooks('POST', '', { url: receiver.url, events, secrets });
		expect(made).toMatchObject({ status: 201, json: { url: receiver.url, events, secrets } });
		await createCall();
		expect(receiver.events().map(({ event }) => event)).toEqual(events);
		const [{ headers, body }] = receiver.received;
		const time = headers['x-ultravox-webhook-timestamp'];
		expect(headers['x-ultravox-webhook-signature']).toBe(
			secrets.map((secret) => hmac(secret, body, time)).join(','),
		);
	});

	test('stand side by side, are changed and deleted', async () => {
		await start();
		const wanted = { url: receiver.url, events: ['call.ended'] };
		const { json: one } = await webhooks('POST', '', wanted);
		const { json: other } = await webhooks('POST', '', wanted);
		expect(one.secrets[0]).not.toBe(other.secrets[0]);
		await webhooks('PATCH', `/${one.webhookId}`, { events: ['call.billed'] });
		const { json: list } = await webhooks('GET');
		expect(list.results.map(({ events }) => events)).toEqual([['call.billed'], ['call.ended']]);
		expect((await webhooks('DELETE', `/${other.webhookId}`)).status).toBe(204);
		expect((await webhooks('DELETE', `/${other.webhookId}`)).status).toBe(404);
		await createCall();
		expect(receiver.events().map(({ event }) => event)).toEqual(['call.billed']);
	});

	test.each([
		[{ url: 'nowhere' }, /url/],
		[{ url: `https://example.com/${'x'.repeat(200)}` }, /200/],
		[{ events: [] }, /events/],
		[{ events: ['call.invented'] }, /call\.invented/],
		[{ secrets: ['x'.repeat(121)] }, /120/],
	])('refuse %j', async (change, detail) => {
		await start();
		const wanted = { url: 'https://example.com', events: ['call.ended'], ...change };
		const { status, json } = await webhooks('POST', '', wanted);
		expect([status, json.detail]).toEqual([400, expect.stringMatching(detail)]);
	});
});

test('a simulator that is stopped does not wait for its webhooks', async () => {
	const silent = http.createServer(() => {});
	const url = await listen(silent);
	await start({ pace: { queuedMs: 0, stepMs: 0 } });
	simulator.subscribe('huskyVoice', url);
	const asked = new Promise((resolve) => silent.once('request', resolve));
	await createHuskyVoice(simulator);
	await asked;
	await simulator.stop();
	expect(simulator.sent).toEqual([]);
	await close(silent);
	await start();
});

test('an outcome that a provider does not have is an error', async () => {
	await start();
	await createHuskyVoice(simulator);
	await expect(simulator.play(simulator.calls[0], { outcome: 'sulk' })).rejects.toThrow('sulk');
	await expect(simulator.play('nonsense')).rejects.toThrow('nonsense');
});
