'use strict';

/** The stand-in of Telnyx: what its pages say of commands, and what they leave open. */

const { ask } = require('../../tools/simulator/client');
const { startSimulator } = require('../../tools/simulator/server');

const CALL = {
	connection_id: '1293384261075731490',
	from: '+14155550100',
	to: '+14155550123',
	command_id: 'one',
};

let simulator;
let now = Date.now();
const start = async (settings) =>
	(simulator = await startSimulator({ limit: null, clock: () => now, ...settings }));
const headers = () => ({ Authorization: `Bearer ${simulator.credentials.telnyx.apiKey}` });
const post = (path, json) => ask(`${simulator.urls.telnyx}${path}`, { headers: headers(), json });
const read = (path) =>
	ask(`${simulator.urls.telnyx}${path}`, { method: 'GET', headers: headers() });
const codeOf = ({ status, json }) => [status, json.errors?.[0].code];

afterEach(async () => await simulator.stop());

test('ignores a command whose ID it saw, for a minute and not longer', async () => {
	await start();
	const first = await post('/calls', CALL);
	now += 59_999;
	expect((await post('/calls', CALL)).json).toEqual(first.json);
	expect(simulator.calls).toHaveLength(1);
	now += 1;
	expect((await post('/calls', CALL)).json).not.toEqual(first.json);
	expect(simulator.calls).toHaveLength(2);
});

test('takes the same ID for another call, and any command without one', async () => {
	await start();
	const ids = [];
	for (const command_id of ['one', 'two', undefined, undefined]) {
		const { json } = await post('/calls', { ...CALL, command_id });
		ids.push(json.data.call_control_id);
	}
	expect(new Set(ids).size).toBe(4);
	for (const id of ids) {
		const { status, json } = await post(`/calls/${id}/actions/hangup`, { command_id: 'one' });
		expect([status, json.data.result]).toEqual([200, 'ok']);
	}
	expect(simulator.calls.map(({ status }) => status)).toEqual(ids.map(() => 'hangup'));
});

test('refuses a known ID, if it is told to', async () => {
	await start({ telnyx: { repeats: 'refused' } });
	await post('/calls', CALL);
	expect((await post('/calls', CALL)).status).toBe(422);
	expect(simulator.calls).toHaveLength(1);
});

test.each([
	[{ to: undefined }, [422, '10004']],
	[{ to: '4155550123' }, [422, '10016']],
	[{ from: '+14155550199' }, [403, '10010']],
	[{ connection_id: '1' }, [422, '10017']],
	[{ client_state: '{}' }, [422, '90017']],
	[{ timeout_secs: 4 }, [422, '90028']],
	[{ time_limit_secs: 14_401 }, [422, '10015']],
	[{ answering_machine_detection: true }, [422, '10015']],
	[{ assistant: { id: 'a' } }, [422, '10017']],
	[{ webhookUrl: 'https://example.com' }, [422, '10015']],
])('refuses a call with %o', async (changes, expected) => {
	await start();
	expect(codeOf(await post('/calls', { ...CALL, ...changes }))).toEqual(expected);
	expect(simulator.calls).toEqual([]);
});

test('says who is alive, and lists who has not ended', async () => {
	await start();
	const { json } = await post('/calls', { ...CALL, client_state: 'eyJhIjoxfQ==' });
	const { call_control_id: id } = json.data;
	const alive = async () => (await read(`/calls/${id}`)).json.data.is_alive;
	const listed = async () =>
		(await read(`/connections/${CALL.connection_id}/active_calls`)).json.data.length;
	expect([await alive(), await listed()]).toEqual([false, 1]);
	await simulator.play(id, { until: 'answered' });
	expect([await alive(), await listed()]).toEqual([true, 1]);
	await simulator.play(id);
	expect([await alive(), await listed()]).toEqual([false, 0]);
	expect((await read(`/calls/${id}`)).json.data).toHaveProperty('end_time');
});

test('gives no recording of a call that was not recorded', async () => {
	await start();
	const { json } = await post('/calls', CALL);
	await simulator.play(json.data.call_control_id);
	expect((await read('/recordings')).json.data).toEqual([]);
});

test('answers a wrong key with Telnyx’ own error', async () => {
	await start();
	const answer = await ask(`${simulator.urls.telnyx}/balance`, {
		method: 'GET',
		headers: { Authorization: 'Bearer KEY' },
	});
	expect(codeOf(answer)).toEqual([401, '10009']);
});
