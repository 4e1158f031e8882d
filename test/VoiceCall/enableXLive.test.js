'use strict';

/** EnableX, what is done with a live call and with many at once: through n8n's own context, over HTTP. */

const { close, listen } = require('../loopback');
const { liveStandIn } = require('./liveStandIn');
const { runNode, newExecution } = require('./runNode');
const { credentialsFor, secretsOf } = require('./standIn');

const at = liveStandIn('enableX', 'enableXApi');
const { start, run, failed } = at;

const numbers = { from: '+14155550100', to: '+14155550123' };
/** @param {{ operation: string, resource?: string }} parameters */
const toRoute = ({ operation, resource }) => {
	if (resource === 'broadcast') return 'broadcast';
	return (
		{ resume: 'hold', record: 'recording', stopRecording: 'recording' }[operation] ?? operation
	);
};
const sentTo = (route) =>
	at.simulator.requests.filter((request) => request.route === `enableX.${route}`);

/** A call that somebody picked up, in either direction. */
async function liveCall() {
	const { callId } = await run({ operation: 'create', ...numbers });
	await at.simulator.play(callId, { until: 'connected' });
	return callId;
}
const incomingCall = () =>
	at.simulator.receiveCall('enableX', { from: numbers.to, to: numbers.from, url: undefined }).id;

const ACTIONS = [
	{ operation: 'accept' },
	{ operation: 'play', text: 'Press 1 for sales', askForDigits: true, promptRef: 'menu' },
	{ operation: 'connect', from: '+14155550100', to: '+14155550124' },
	{ operation: 'hold' },
	{ operation: 'resume' },
	{ operation: 'record' },
	{ operation: 'stopRecording' },
];
const callFor = async ({ operation }) =>
	operation === 'accept' ? incomingCall() : await liveCall();

describe.each(ACTIONS)('$operation', (action) => {
	test.each(['samples', 'status', 'result'])('is done, answered as %s', async (liveAnswers) => {
		await start({ enableX: { liveAnswers } });
		const callId = await callFor(action);
		const item = await run({ ...action, callId });
		expect(item).toEqual({
			success: true,
			provider: 'enableX',
			callId,
			status: 'in-progress',
			message: expect.stringMatching(/^EnableX .+ the call$/),
			response: expect.any(Object),
		});
		expect(sentTo(toRoute(action))).toHaveLength(1);
	});

	test('of a call that is over is refused, and says its state', async () => {
		const callId = await callFor(action);
		await run({ operation: 'cancel', callId });
		const { message, error } = await failed({ ...action, callId });
		expect(message).toMatch(/^EnableX did not .+ call: .+the state of the call is disconnected$/);
		expect(error).toMatchObject({ reason: 'refused', httpStatus: 409 });
		expect(sentTo(toRoute(action))).toHaveLength(1);
	});

	test('of a call that nobody knows says so', async () => {
		const { message } = await failed({ ...action, callId: 'nobody' });
		expect(message).toBe('EnableX knows no such call: nobody');
	});

	test('without a call ID sends nothing', async () => {
		const { message, error } = await failed({ ...action, callId: ' ' });
		expect([message, error.reason]).toEqual(['Call ID is empty.', 'badInput']);
		expect(at.simulator.requests).toEqual([]);
	});

	test.each([
		['error-after', {}],
		['reset-after', {}],
		['slow', { delayMs: 1500 }],
		['truncated', {}],
		['html', { status: 200 }],
	])('%s: unclear, and not sent again, not by a retry either', async (how, options) => {
		const callId = await callFor(action);
		const route = toRoute(action);
		at.simulator.misbehave({ how, route: `enableX.${route}`, ...options });
		const execution = newExecution();
		const again = { execution, executionId: '7' };
		const parameters = { ...action, callId, options: { timeout: 1 } };
		const { error, message } = await failed(parameters, again);
		expect(error.reason).toBe('unclear');
		expect(message).toMatch(new RegExp(`^It is not known whether EnableX .+ the call ${callId}$`));
		expect((await failed(parameters, again)).error.reason).toBe('unclear');
		expect(sentTo(route)).toHaveLength(1);
	});

	test('429 is waited for', async () => {
		const callId = await callFor(action);
		const route = toRoute(action);
		at.simulator.misbehave({ how: 'rate-limited', route: `enableX.${route}`, retryAfter: 1 });
		expect(await run({ ...action, callId })).toMatchObject({ success: true });
		expect(sentTo(route)).toHaveLength(2);
	});

	test('is not done again by a retry of the node', async () => {
		const callId = await callFor(action);
		const items = [{ id: callId }, { id: 'nobody' }];
		const { enableXApi } = credentialsFor(at.simulator);
		const execution = newExecution();
		const options = {
			parameters: { provider: 'enableX', ...action, callId: '={{ $json.id }}' },
			credentials: { enableXApi },
			items,
			execution,
			executionId: '8',
		};
		await expect(runNode(options)).rejects.toThrow('no such call');
		await expect(runNode(options)).rejects.toThrow('no such call');
		const done = sentTo(toRoute(action)).filter(({ path }) => path.includes(callId));
		expect(done).toHaveLength(1);
	});
});

describe('what a live call is asked for', () => {
	const bodyOf = (route) => JSON.parse(String(sentTo(route).at(-1).body));

	test('a prompt, with all that can be said about it', async () => {
		const callId = await liveCall();
		const additionalFields = {
			interrupt: true,
			recognizeSpeech: true,
			startTimeout: 10,
			recognizerTimeout: 0,
			requestMethod: 'POST',
			customFields: '{"more": 1}',
		};
		const fields = { playing: 'prompt', promptName: 'welcome', askForDigits: true };
		await run({ operation: 'play', callId, ...fields, additionalFields });
		expect(bodyOf('play')).toEqual({
			prompt_name: 'welcome',
			dtmf: true,
			interrupt: true,
			asr: true,
			start_timeout: 10,
			recognizer_timeout: 0,
			more: 1,
		});
		expect(sentTo('play')[0].method).toBe('POST');
	});

	test.each([
		['={{ "true" }}', true],
		['={{ true }}', true],
		['={{ "False" }}', undefined],
		['={{ null }}', undefined],
	])('digits asked for by the expression %s: %s', async (askForDigits, dtmf) => {
		await run({ operation: 'play', callId: await liveCall(), text: 'Hello', askForDigits });
		expect(bodyOf('play').dtmf).toBe(dtmf);
	});

	test('a text alone has the language and voice of the form', async () => {
		await run({ operation: 'play', callId: await liveCall(), text: ' Hello ' });
		expect(bodyOf('play')).toEqual({ text: 'Hello', language: 'en-US', voice: 'female' });
	});

	test('on hold and off again', async () => {
		const callId = await liveCall();
		await run({ operation: 'hold', callId });
		expect(at.simulator.calls[0].isHeld).toBe(true);
		await run({ operation: 'resume', callId, additionalFields: { requestMethod: 'POST' } });
		expect(at.simulator.calls[0].isHeld).toBe(false);
	});

	test('a video room', async () => {
		const callId = await liveCall();
		await run({ operation: 'connect', callId, connectWith: 'room', roomId: 'r 1' });
		expect(sentTo('join').map(({ path }) => path)).toEqual([
			`/voice/v1/room/r%201/call/${callId}/join`,
		]);
	});

	test.each([
		['plus', '+14155550100', '+14155550124'],
		['digits', '14155550100', '14155550124'],
		['fromAsWritten', '(415) 555-0100', '+14155550124'],
	])('numbers in the form %s', async (numberFormat, from, to) => {
		const callId = await liveCall();
		const written = numberFormat === 'fromAsWritten' ? ' (415) 555-0100 ' : '+1 (415) 555-0100';
		const fields = { callId, from: written, to: '+1 415 555 0124' };
		await run({ operation: 'connect', ...fields, additionalFields: { numberFormat } });
		expect(bodyOf('connect')).toEqual({ from, to });
	});

	test.each([
		['play', {}, /^Text is empty/],
		['play', { text: 'Hello', language: ' ' }, /^Language is empty/],
		['play', { text: 'Hello', voice: 'loud' }, /^Voice is not one of the choices/],
		['play', { playing: 'prompt' }, /^Prompt Name is empty/],
		[
			'play',
			{ text: 'Hello', additionalFields: { startTimeout: 'soon' } },
			/^Start Timeout is not a/,
		],
		[
			'play',
			{ text: 'Hello', additionalFields: { recognizerTimeout: -1 } },
			/^Recognizer Timeout is/,
		],
		[
			'play',
			{ text: 'Hello', additionalFields: { customFields: '[]' } },
			/^Custom Fields \(JSON\) is/,
		],
		[
			'play',
			{ text: 'Hello', additionalFields: { broadcastId: '..' } },
			/^Broadcast ID is not an ID/,
		],
		['play', { text: 'Hello', askForDigits: '={{ 7 }}' }, /^Ask for Digits is neither true nor/],
		['play', { text: 'Hello', additionalFields: { interrupt: 'x' } }, /^Interrupt is neither/],
		['play', { playing: '={{ "file" }}' }, /^Play is not one of the choices/],
		['hold', { additionalFields: { requestMethod: 'GET' } }, /^Request Method is not one/],
		['connect', { ...numbers, connectWith: '={{ "x" }}' }, /^Connect With is not one of/],
		['connect', { ...numbers, additionalFields: { numberFormat: 'x' } }, /^Number Format is not/],
		['connect', { from: '1', to: '+14155550124' }, /^From has no country code/],
		['connect', { from: '+14155550100', to: '' }, /^To is empty/],
		['connect', { connectWith: 'room' }, /^Room ID is empty/],
	])('%s %o is bad input', async (operation, fields, words) => {
		const { message, error } = await failed({ operation, callId: 'c1', ...fields });
		expect([message, error.reason]).toEqual([expect.stringMatching(words), 'badInput']);
		expect(at.simulator.requests).toEqual([]);
	});
});

describe('what happens when somebody picks up', () => {
	const actionOf = async (fields) => {
		await run({ operation: 'create', ...numbers, ...fields });
		return JSON.parse(String(sentTo('create').at(-1).body)).action_on_connect;
	};

	test.each([
		[{}, undefined],
		[{ onConnect: 'nothing', text: 'of another choice' }, undefined],
		[
			{ onConnect: 'text', text: 'Hello', language: 'hi-IN', voice: 'male', askForDigits: true },
			{ play: { text: 'Hello', language: 'hi-IN', voice: 'male', dtmf: true } },
		],
		[
			{ onConnect: 'prompt', promptName: 'welcome', promptRef: 'w' },
			{ play: { prompt_name: 'welcome', prompt_ref: 'w' } },
		],
		[
			{ onConnect: 'number', connectFrom: '+14155550100', connectTo: '+1 415 555 0124' },
			{ connect: { from: '+14155550100', to: '+14155550124' } },
		],
		[{ onConnect: 'room', roomId: 'r-1' }, { room: { room_id: 'r-1' } }],
	])('%o', async (fields, expected) => {
		expect(await actionOf(fields)).toEqual(expected);
	});

	test.each([
		[{ onConnect: 'text' }, 'Text is empty.'],
		[{ onConnect: 'prompt' }, 'Prompt Name is empty.'],
		[{ onConnect: 'number', connectFrom: '+14155550100' }, 'Connect To is empty.'],
		[{ onConnect: 'room' }, 'Room ID is empty.'],
		[{ onConnect: '={{ "stream" }}' }, 'On Connect is not one of the choices.'],
	])('%o is bad input', async (fields, expected) => {
		const { message } = await failed({ operation: 'create', ...numbers, ...fields });
		expect(message).toBe(expected);
		expect(at.simulator.requests).toEqual([]);
	});
});

describe('a broadcast', () => {
	const broadcast = {
		resource: 'broadcast',
		operation: 'create',
		from: '+14155550100',
		recipients: '+1 415 555 0123, +14155550124\n+14155550125;',
		text: 'Hello',
	};

	test.each(['recipients', 'broadcastNumbers', 'broadcastNumbersJson'])(
		'written as %s rings each phone once',
		async (bodyFormat) => {
			const additionalFields = { bodyFormat, ownerRef: 'b' };
			const item = await run({ ...broadcast, additionalFields });
			expect(item).toMatchObject({
				success: true,
				callId: at.simulator.calls[0].request.broadcast_id,
				message: 'EnableX accepted the broadcast',
			});
			expect(Object.values(at.simulator.placed())).toEqual([1, 1, 1]);
		},
	);

	test('takes a list of an expression', async () => {
		const recipients =
			'={{ ["+14155550123", 14155550124].map((number) => "+" + String(number).replace("+", "")) }}';
		await run({ ...broadcast, recipients });
		expect(at.simulator.calls.map(({ contact }) => contact)).toEqual([
			'+14155550123',
			'+14155550124',
		]);
	});

	test.each([
		['', 'Recipients is empty.'],
		[' ,\n', 'Recipients is empty.'],
		['={{ [] }}', 'Recipients is empty.'],
		['+14155550123, 12', 'Recipient 2 has no country code: "12".'],
		['+14155550123, +1 415 555 0123', 'Recipients holds +14155550123 twice.'],
	])('of %j is bad input', async (recipients, expected) => {
		expect((await failed({ ...broadcast, recipients })).message).toBe(expected);
		expect(at.simulator.requests).toEqual([]);
	});

	test('that nobody knows the fate of is not sent again', async () => {
		at.simulator.misbehave({ how: 'reset-after', route: 'enableX.broadcast' });
		const { message, error } = await failed(broadcast);
		expect(message).toBe('It is not known whether EnableX placed the broadcast');
		expect(error).toMatchObject({
			reason: 'unclear',
			advice: expect.stringContaining('Look the broadcast up at EnableX'),
		});
		expect(sentTo('broadcast')).toHaveLength(1);
	});

	test('its calls are played to under it', async () => {
		const { callId: broadcastId } = await run(broadcast);
		const [{ id: callId }] = at.simulator.calls;
		await at.simulator.play(callId, { until: 'connected' });
		const fields = { callId, additionalFields: { broadcastId } };
		await run({ operation: 'play', text: 'Goodbye', ...fields });
		await run({ operation: 'cancel', ...fields });
		expect(at.simulator.requests.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
			`PUT /voice/v1/broadcast/${broadcastId}/call/${callId}/play`,
			`DELETE /voice/v1/broadcast/${broadcastId}/call/${callId}`,
		]);
	});
});

describe('EnableX’s errors', () => {
	const http = require('node:http');
	const errorOf = async (status, body) => {
		const server = http.createServer((_request, response) => {
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(body));
		});
		const { enableXApi } = credentialsFor(at.simulator);
		const baseUrl = await listen(server);
		try {
			return await failed(
				{ operation: 'create', ...numbers },
				{ credentials: { enableXApi: { ...enableXApi, baseUrl } } },
			);
		} finally {
			await close(server);
		}
	};
	const problem = (error_code, message) => ({
		status: 'error',
		error_code,
		message,
		request_id: 'r-7',
	});

	test('a refusal has the request ID that EnableX’s support asks for', async () => {
		const { message } = await errorOf(400, problem('INVALID_PARAM', 'No such number'));
		expect(message).toBe('EnableX did not place the call: No such number (request ID r-7)');
	});

	test('so has one without a sentence, and an answer that leaves it unclear', async () => {
		expect((await errorOf(400, problem('INVALID_PARAM'))).message).toBe(
			'EnableX did not place the call: request ID r-7',
		);
		const { error } = await errorOf(500, problem('INTERNAL', 'Sorry'));
		expect(error.advice).toMatch(/ It said: Sorry \(request ID r-7\)$/);
	});

	test.each([
		[
			401,
			'CREDENTIAL_EXPIRED',
			/^The API keys of the project were changed: paste App ID and App Key/,
		],
		[403, 'PROJECT_SUSPENDED', /^EnableX has suspended the project: .+ request ID/],
		[401, 'UNAUTHORIZED', /^Check the credential/],
		[403, 'constructor', /^Check what the credential may do/],
	])('%i %s has advice of its own', async (status, code, words) => {
		const { error } = await errorOf(status, problem(code, 'No'));
		expect(error).toMatchObject({ code, httpStatus: status });
		expect(error.advice).toMatch(words);
	});
});

test('nothing of a live call gives a secret away', async () => {
	const callId = await liveCall();
	at.simulator.misbehave({ how: 'error-after', route: 'enableX.play' });
	const items = [await failed({ operation: 'play', text: 'Hello', callId })];
	items.push(await run({ operation: 'hold', callId }));
	for (const secret of secretsOf(at.simulator)) expect(JSON.stringify(items)).not.toContain(secret);
});
