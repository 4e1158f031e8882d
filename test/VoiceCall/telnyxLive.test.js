'use strict';

/** Telnyx, what is done with a live call: through n8n's own context, over HTTP. */

const { liveStandIn } = require('./liveStandIn');
const { newExecution, runNode } = require('./runNode');
const { byId, credentialsFor, ways } = require('./standIn');

const way = ways.Telnyx;
const ASSISTANT = byId('assistant-1a2b3c4d-0000-4000-8000-000000000001');

const at = liveStandIn('telnyx', 'telnyxApi');
const { start, run, failed } = at;

/** A call that somebody picked up. */
async function liveCall() {
	const { callId } = await run(way.create());
	await at.simulator.play(callId, { until: 'answered' });
	at.simulator.requests.length = 0;
	return callId;
}
const incomingCall = () =>
	at.simulator.receiveCall('telnyx', { from: '+14155550123', to: '+14155550100' }).id;

const COMMANDS = [
	{ operation: 'accept', sends: 'answer' },
	{ operation: 'reject', sends: 'reject' },
	{ operation: 'play', text: 'Hello', sends: 'speak' },
	{ operation: 'play', text: 'Press 1', askForDigits: true, sends: 'gather_using_speak' },
	{
		operation: 'play',
		playing: 'audio',
		audioUrl: 'https://example.com/a.mp3',
		sends: 'playback_start',
	},
	{ operation: 'connect', to: '+14155550124', sends: 'transfer' },
	{ operation: 'record', sends: 'record_start' },
	{ operation: 'stopRecording', sends: 'record_stop' },
	{ operation: 'sendDigits', digits: '1ww2#', sends: 'send_dtmf' },
	{ operation: 'startAssistant', assistantId: ASSISTANT, sends: 'ai_assistant_start' },
	{ operation: 'stopAssistant', sends: 'ai_assistant_stop' },
];
const isForIncoming = ({ operation }) => ['accept', 'reject'].includes(operation);
const callFor = async (command) => (isForIncoming(command) ? incomingCall() : await liveCall());
const sentTo = ({ sends }) =>
	at.simulator.requests.filter(({ route }) => route === `telnyx.${sends}`);
const idsOf = (requests) => requests.map(({ body }) => JSON.parse(body).command_id);
const parametersOf = ({ sends: _, ...parameters }) => parameters;

describe.each(COMMANDS)('$operation ($sends)', (command) => {
	const parameters = parametersOf(command);

	test('is done when Telnyx says ok', async () => {
		const callId = await callFor(command);
		expect(await run({ ...parameters, callId })).toEqual({
			success: true,
			provider: 'telnyx',
			callId,
			status: command.operation === 'reject' ? 'unknown' : 'in-progress',
			message: expect.stringMatching(/^Telnyx .+ the call$/),
			response: { data: expect.objectContaining({ result: 'ok' }) },
		});
		expect(idsOf(sentTo(command))).toEqual([expect.stringMatching(/^n8n-[0-9a-f]{40}$/)]);
	});

	test('of a call that is over is refused, and says so', async () => {
		const callId = await callFor(command);
		await run({ operation: 'cancel', callId });
		const { message, error } = await failed({ ...parameters, callId });
		expect(message).toMatch(/^Telnyx did not .+: This call is no longer active/);
		expect(error).toMatchObject({ reason: 'refused', httpStatus: 422, code: '90018' });
		expect(sentTo(command)).toHaveLength(1);
	});

	test('of a call that nobody knows says so', async () => {
		const { message, error } = await failed({ ...parameters, callId: 'v3:nobody' });
		expect(message).toMatch(/^Telnyx did not .+: The provided call_control_id was not valid\.?$/);
		expect(error).toMatchObject({ reason: 'refused', code: '90015' });
	});

	test('without a call ID sends nothing', async () => {
		const { message, error } = await failed({ ...parameters, callId: ' ' });
		expect([message, error.reason]).toEqual(['Call ID is empty.', 'badInput']);
		expect(at.simulator.requests).toEqual([]);
	});

	test.each([
		['error-after', {}],
		['reset-after', {}],
		['reset-before', {}],
		['truncated', {}],
		['html', { status: 200 }],
	])('%s: sent again under the same ID, and done once', async (how, options) => {
		const callId = await callFor(command);
		const calls = at.simulator.calls.length;
		at.simulator.misbehave({ how, route: `telnyx.${command.sends}`, ...options });
		expect(await run({ ...parameters, callId })).toMatchObject({ success: true, callId });
		const ids = idsOf(sentTo(command));
		expect(ids).toHaveLength(2);
		expect(new Set(ids).size).toBe(1);
		expect(at.simulator.calls).toHaveLength(calls + (command.operation === 'connect' ? 1 : 0));
	});

	test('two runs are two commands, also as a tool of an agent', async () => {
		const callId = await callFor(command);
		const execution = newExecution();
		const again = { execution, executionId: '7' };
		for (const more of [{ runIndex: 0 }, { runIndex: 1 }, { runIndex: 2, asTool: 'engine' }]) {
			await failed({ ...parameters, callId }, { ...again, ...more });
		}
		await failed({ ...parameters, callId }, { ...again, runIndex: 3, asTool: 'engine' });
		expect(new Set(idsOf(sentTo(command))).size).toBe(4);
	});

	test('is not done again by a retry of the node', async () => {
		const callId = await callFor(command);
		const { telnyxApi } = credentialsFor(at.simulator);
		const options = {
			parameters: { provider: 'telnyx', ...parameters, callId: '={{ $json.id }}' },
			credentials: { telnyxApi },
			items: [{ id: callId }, { id: 'v3:nobody' }],
			execution: newExecution(),
			executionId: '8',
		};
		await expect(runNode(options)).rejects.toThrow('was not valid');
		await expect(runNode(options)).rejects.toThrow('was not valid');
		const path = encodeURIComponent(callId);
		expect(sentTo(command).filter((request) => request.path.includes(path))).toHaveLength(1);
	});
});

describe('an answer to a command that Telnyx has already seen', () => {
	beforeEach(async () => await start({ telnyx: { repeats: 'refused' } }));

	test.each([
		['create', way.create()],
		['connect', { operation: 'connect', to: '+14155550124' }],
	])(
		'%s: a refusal of the second leaves it unclear, and nobody rings twice',
		async (_, parameters) => {
			const callId = parameters.operation === 'connect' ? await liveCall() : undefined;
			at.simulator.requests.length = 0;
			const rung = at.simulator.calls.length;
			at.simulator.misbehave({ how: 'reset-after' });
			const { message, error } = await failed({ ...parameters, callId });
			expect(error.reason).toBe('unclear');
			expect(message).toMatch(/^It is not known whether Telnyx/);
			expect(at.simulator.calls).toHaveLength(rung + 1);
			expect(at.simulator.requests).toHaveLength(2);
		},
	);

	test('another command is refused then, in Telnyx’ words', async () => {
		const callId = await liveCall();
		at.simulator.misbehave({ how: 'reset-after' });
		const { message, error } = await failed({ operation: 'play', text: 'Hello', callId });
		expect(error.reason).toBe('refused');
		expect(message).toBe('Telnyx did not play to the call: Duplicate command.');
	});
});

describe('what is asked for', () => {
	test('a call that rings is not played to, and not accepted if it goes out', async () => {
		const { callId } = await run(way.create());
		await at.simulator.play(callId, { until: 'initiated' });
		expect((await failed({ operation: 'play', text: 'Hello', callId })).message).toMatch(
			/has not been answered yet/,
		);
		expect((await failed({ operation: 'accept', callId })).message).toMatch(
			/cannot be issued for outbound calls/,
		);
	});

	test('a call that rings is hung up, and its event says who ended it', async () => {
		const { callId } = await run({ ...way.create(), additionalFields: {} });
		await at.simulator.play(callId, { until: 'initiated' });
		expect(await run({ operation: 'cancel', callId })).toMatchObject({ status: 'canceled' });
		expect(await run({ operation: 'get', callId })).toMatchObject({
			status: 'unknown',
			message: expect.stringMatching(/^The call is over/),
		});
	});

	test('a cancel that is refused reads where the call stands', async () => {
		const callId = await liveCall();
		at.simulator.misbehave({ how: 'error-before', status: 422, route: 'telnyx.hangup' });
		const { message, status } = await failed({ operation: 'cancel', callId });
		expect([message, status]).toEqual([
			expect.stringMatching(/The call is in-progress\.$/),
			'in-progress',
		]);
	});

	test('the assistant’s conversation is in the answer', async () => {
		const callId = await liveCall();
		const command = { operation: 'startAssistant', assistantId: ASSISTANT, callId };
		const { response } = await run(command);
		expect(response.data.conversation_id).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('a recording that was started in the middle is a file', async () => {
		const { callId } = await run({ ...way.create(), additionalFields: {} });
		await at.simulator.play(callId, { until: 'answered' });
		await run({ operation: 'record', callId });
		await at.simulator.play(callId);
		const { telnyxApi } = credentialsFor(at.simulator);
		for (const additionalFields of [{}, { recordingId: `recording-${callId}` }]) {
			const [{ binary }] = await runNode({
				parameters: { provider: 'telnyx', operation: 'getRecording', callId, additionalFields },
				credentials: { telnyxApi },
			});
			expect(binary.data).toMatchObject({ mimeType: 'audio/wav' });
			expect(binary.data.fileName).toMatch(/^recording-v3-[\w-]+\.wav$/);
		}
		const unknown = { recordingId: 'r-1' };
		const { message } = await failed({
			operation: 'getRecording',
			callId,
			additionalFields: unknown,
		});
		expect(message).toMatch(/knows no such call/);
	});
});

describe('bad input', () => {
	test.each([
		['play', { text: '' }, 'Text is empty.'],
		['play', { text: 'x'.repeat(3001) }, 'Text is longer than 3000 characters.'],
		['play', { text: 'Hello', voice: ' ' }, 'Voice is empty.'],
		['play', { playing: 'audio', audioUrl: '' }, 'Audio URL is empty.'],
		['play', { playing: 'audio', audioUrl: 'menu.mp3' }, 'Audio URL is not a web address.'],
		['play', { playing: '={{ "video" }}' }, 'Play is not one of the choices.'],
		[
			'play',
			{ text: 'Press 1', askForDigits: true, additionalFields: { loop: 2 } },
			'Loop is not for what asks for digits.',
		],
		[
			'play',
			{ text: 'Press 1', askForDigits: true, digitOptions: { maximumDigits: 129 } },
			'Max Digits is not a whole number from 1 to 128.',
		],
		[
			'play',
			{ text: 'Press 1', askForDigits: true, digitOptions: { terminatingDigit: '##' } },
			'Terminating Digit holds something that is not a key.',
		],
		['connect', { to: '' }, 'To is empty.'],
		[
			'connect',
			{ to: '+14155550124', additionalFields: { from: byId('12') } },
			'From has no country code: "12".',
		],
		['reject', { cause: '={{ "NO" }}' }, 'Cause is not one of the choices.'],
		['sendDigits', { digits: '' }, 'Digits is empty.'],
		['sendDigits', { digits: '1,2' }, 'Digits holds something that is not a key.'],
		['startAssistant', { assistantId: byId('') }, 'Assistant is empty.'],
		['record', { format: '={{ "ogg" }}' }, 'Format is not one of the choices.'],
		['getMany', { connectionId: byId('') }, 'Application is empty.'],
	])('%s %o', async (operation, fields, expected) => {
		const { message, error } = await failed({ operation, callId: 'v3:c1', ...fields });
		expect([message, error.reason]).toEqual([expected, 'badInput']);
		expect(at.simulator.requests).toEqual([]);
	});
});
