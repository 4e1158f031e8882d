'use strict';

const { createServer } = require('node:http');
const { createEnableX, enableXAction, enableXCall } = require('../../tools/simulator/client');
const { close, listen } = require('../loopback');
const { startSimulator } = require('../../tools/simulator/server');

let simulator;
const start = async (settings) => (simulator = await startSimulator({ limit: null, ...settings }));
const act = (path, json, method) => enableXAction(simulator, path, json, method);
const say = { text: 'Hello', voice: 'female', language: 'en-US', prompt_ref: 'menu' };

/** A call that somebody picked up. */
async function connected() {
	const { json } = await createEnableX(simulator, enableXCall);
	await simulator.play(json.voice_id, { until: 'connected' });
	return json.voice_id;
}

afterEach(async () => await simulator.stop());

describe('a live call', () => {
	test.each([
		['play', say, { playstate: 'initiated', play_id: expect.any(String) }],
		['play', { prompt_name: 'welcome' }, { playstate: 'initiated' }],
		['connect', { from: '+14155550100', to: '+14155550124' }, { state: 'initiated' }],
		['hold', { hold: true }, { status: 'success' }],
		['hold', { hold: false }, { status: 'success' }],
		['recording', { start: true, recording_name: 'a' }, { status: 'success' }],
		['recording', { stop: true }, { status: 'success' }],
	])('takes %s %o', async (action, body, expected) => {
		await start();
		const id = await connected();
		const { status, json } = await act(`call/${id}/${action}`, body);
		expect({ status, json }).toEqual({ status: 200, json: expect.objectContaining(expected) });
	});

	test.each([
		['play', {}],
		['play', { text: 'Hello' }],
		['play', { ...say, voice: 'loud' }],
		['connect', { to: '+14155550124' }],
		['connect', { from: '+14155550100', to: 'x' }],
		['hold', {}],
		['recording', {}],
		['recording', { start: true, stop: true }],
	])('refuses %s %o', async (action, body) => {
		await start();
		expect((await act(`call/${await connected()}/${action}`, body)).status).toBe(400);
	});

	test.each(['play', 'hold'])(
		'takes %s by POST as well, unless it is told not to',
		async (action) => {
			const body = action === 'play' ? say : { hold: true };
			await start();
			expect((await act(`call/${await connected()}/${action}`, body, 'POST')).status).toBe(200);
			await simulator.stop();
			await start({ enableX: { liveMethods: ['PUT'] } });
			expect((await act(`call/${await connected()}/${action}`, body, 'POST')).status).toBe(404);
		},
	);

	test.each([
		['status', { status: 'success' }],
		['result', { result: 0 }],
	])('answers in the form %s', async (liveAnswers, expected) => {
		await start({ enableX: { liveAnswers } });
		expect((await act(`call/${await connected()}/play`, say)).json).toEqual(expected);
	});

	test('refuses what is no live call, and says its state', async () => {
		await start();
		expect((await act('call/nobody/play', say)).status).toBe(404);
		const { json } = await createEnableX(simulator);
		const early = await act(`call/${json.voice_id}/play`, say);
		expect([early.status, early.json.desc]).toEqual([409, expect.stringContaining('queued')]);
		await simulator.play(json.voice_id);
		const late = await act(`call/${json.voice_id}/play`, say);
		expect([late.status, late.json.desc]).toEqual([409, expect.stringContaining('disconnected')]);
	});

	test('rings a second phone when it is connected with one', async () => {
		await start();
		const id = await connected();
		await act(`call/${id}/connect`, { from: '+14155550100', to: '+14155550124' });
		expect(simulator.placed()).toEqual({ '+919876543210': 1, '+14155550124': 1 });
		expect(simulator.calls[0].status).toBe('bridged');
	});

	test('joins a room', async () => {
		await start();
		const id = await connected();
		expect((await act(`room/r-1/call/${id}/join`)).json).toEqual({
			voice_id: id,
			state: 'initiated',
		});
		expect(simulator.calls[0].status).toBe('joined');
	});
});

test('a call that comes in: accepted, asked for digits, connected, all of it reported', async () => {
	await start({ enableX: { encryption: false } });
	const events = [];
	const server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) chunks.push(chunk);
		events.push(JSON.parse(Buffer.concat(chunks).toString()));
		response.end();
	});
	const url = await listen(server);
	try {
		const { id } = simulator.receiveCall('enableX', {
			from: '+14155550123',
			to: '+14155550100',
			url,
		});
		expect((await act(`call/${id}/play`, say)).status).toBe(409);
		expect((await act(`call/${id}/accept`)).json).toEqual({ status: 'success' });
		expect((await act(`call/${id}/accept`)).status).toBe(409);
		await expect(simulator.pressKeys(id, '1')).rejects.toThrow('Nothing asks for digits');
		await act(`call/${id}/play`, { ...say, dtmf: true });
		await simulator.pressKeys(id, '1');
		await act(`call/${id}/connect`, { from: '+14155550100', to: '+14155550124' });
		await act(`call/${id}/recording`, { start: true });
		await act(`call/${id}/recording`, { stop: true });
		await simulator.settled();
		expect(events.map(({ state, playstate }) => state ?? `play:${playstate}`)).toEqual([
			'incomingcall',
			'connected',
			'play:initiated',
			'play:digitcollected',
			'bridged',
			'recording_complete',
		]);
		expect(events[3]).toMatchObject({ voice_id: id, digit: '1', prompt_ref: 'menu' });
	} finally {
		await close(server);
	}
});

describe('a broadcast', () => {
	const phones = ['+14155550123', '+14155550124'];
	const listed = JSON.stringify(phones.map((phone) => ({ phone })));
	const play = say;
	const ways = {
		recipients: { recipients: phones.map((to) => ({ to, play })) },
		broadcast_numbers: { broadcast_numbers: listed, action_on_connect: { play } },
		broadcastnumbersjson: { broadcastnumbersjson: listed, action_on_connect: { play } },
	};

	test.each(Object.entries(ways))('takes %s and rings each phone', async (way, body) => {
		await start();
		const { status, json } = await act('broadcast', { from: '+14155550100', ...body }, 'POST');
		expect(status).toBe(200);
		expect(json).toHaveProperty(way === 'broadcastnumbersjson' ? 'appInstance' : 'broadcast_id');
		expect(simulator.placed()).toEqual({ [phones[0]]: 1, [phones[1]]: 1 });
	});

	test.each([
		['nobody to call', { recipients: [] }],
		['numbers that are no list', { broadcast_numbers: '{' }],
		['a number that is none', { recipients: [{ to: 'x', play }] }],
		['nothing to hear', { recipients: [{ to: phones[0] }] }],
		['custom_data beside the recipients', { ...ways.recipients, custom_data: {} }],
		['a number of nobody', { ...ways.recipients, from: undefined }],
	])('refuses %s', async (_, body) => {
		await start();
		expect((await act('broadcast', { from: '+14155550100', ...body }, 'POST')).status).toBe(400);
		expect(simulator.calls).toHaveLength(0);
	});

	test('its calls are known under it, and by their own IDs', async () => {
		await start();
		const { json } = await act('broadcast', { from: '+14155550100', ...ways.recipients }, 'POST');
		const [call] = simulator.calls;
		await simulator.play(call, { until: 'connected' });
		const under = `broadcast/${json.broadcast_id}/call/${call.id}`;
		expect((await act(`${under}/play`, say)).status).toBe(200);
		expect((await act(`call/${call.id}/play`, say)).status).toBe(200);
		expect((await act(`broadcast/another/call/${call.id}/play`, say)).status).toBe(404);
		expect((await act(under, undefined, 'DELETE')).status).toBe(200);
	});
});
