'use strict';

const { runAnswer } = require('./runAnswer');

const soon = () => new Date(Date.now() + 5000).toISOString();

/** The trigger's item for one question. */
const asked = (id, name = 'lookUpOrder', more = {}) => ({
	provider: 'vapi',
	request: { type: 'tool-calls', id, name, parameters: { order: id }, answerBy: soon(), ...more },
	delivery: { kind: 'request' },
});
const result = (value) => ({ answerWith: 'result', result: value });
const bodyOf = ({ sent }) => sent.map(({ body }) => body);

test('the result of a tool call goes out in the provider’s shape, with our mark', async () => {
	const run = await runAnswer({ parameters: result('fine'), asked: [asked('c1')] });
	const body = { results: [{ toolCallId: 'c1', name: 'lookUpOrder', result: 'fine' }] };
	expect(run.sent).toEqual([{ statusCode: 200, body, headers: { 'x-voice-call-answer': '1' } }]);
	expect(run.output).toEqual([
		{
			json: {
				success: true,
				provider: 'vapi',
				request: 'tool-calls',
				questions: 1,
				answered: true,
				response: { status: 200, body },
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('an expression may give an object', async () => {
	const items = [{ state: 'on its way' }];
	const run = await runAnswer({
		parameters: result('={{ $json }}'),
		asked: [asked('c1')],
		items,
	});
	expect(bodyOf(run)[0].results[0].result).toBe('{"state":"on its way"}');
});

describe('without an expression the result is', () => {
	const items = [{ said: 'order 7 is on its way', order: { id: 7 } }];
	const answerFrom = async (parameters) => {
		const run = await runAnswer({
			parameters: { answerWith: 'result', ...parameters },
			asked: [asked('c1')],
			items,
		});
		return bodyOf(run)[0].results[0].result;
	};

	test('what one field of the item has', async () => {
		const field = async (resultField) => await answerFrom({ resultFrom: 'field', resultField });
		expect(await field('said')).toBe('order 7 is on its way');
		expect(await field(' said ')).toBe('order 7 is on its way');
		expect(await field('order')).toBe('{"id":7}');
	});

	test('the whole item', async () => {
		expect(await answerFrom({ resultFrom: 'item' })).toBe(JSON.stringify(items[0]));
	});

	test.each([
		['toString', 'The input item has no field toString.'],
		['order.id', 'The input item has no field order.id.'],
		['', 'Result Field is empty.'],
	])('never a field that is not there: %p', async (resultField, message) => {
		await expect(answerFrom({ resultFrom: 'field', resultField })).rejects.toThrow(message);
	});
});

test('text has its type', async () => {
	const item = asked(null, null, { type: 'http-tool' });
	const run = await runAnswer({
		parameters: { provider: 'ultravox', ...result('fine'), reaction: 'speaksOnce' },
		asked: [{ ...item, provider: 'ultravox' }],
	});
	expect(run.sent).toEqual([
		{
			statusCode: 200,
			body: 'fine',
			headers: {
				'content-type': 'text/plain; charset=utf-8',
				'X-Ultravox-Agent-Reaction': 'speaks-once',
				'x-voice-call-answer': '1',
			},
		},
	]);
});

describe('of several questions each is answered', () => {
	const three = [asked('c1'), asked('c2'), asked('c3')];
	const told = (run) =>
		bodyOf(run)[0].results.map(({ toolCallId, result: said }) => [toolCallId, said]);

	test('from the item with its ID', async () => {
		const items = [three[2], three[0], three[1]];
		const parameters = result('={{ "order " + $json.request.id }}');
		const run = await runAnswer({ parameters, asked: three, items });
		expect(told(run)).toEqual([
			['c1', 'order c1'],
			['c2', 'order c2'],
			['c3', 'order c3'],
		]);
	});

	test('from the item that came of it', async () => {
		const items = [{ said: '1' }, { said: '2' }, { said: '3' }];
		const run = await runAnswer({ parameters: result('={{ $json.said }}'), asked: three, items });
		expect(told(run)).toEqual([
			['c1', '1'],
			['c2', '2'],
			['c3', '3'],
		]);
	});

	test('from the item that came of it, in another order and in two branches', async () => {
		const first = await runAnswer({
			parameters: result('={{ $json.said }}'),
			asked: three,
			items: [{ said: '3' }, { said: '1' }],
			cameOf: [2, 0],
		});
		expect(first.sent).toEqual([]);
		const run = await runAnswer({
			parameters: result('={{ $json.said }}'),
			asked: three,
			items: [{ said: '2' }],
			cameOf: [1],
			execution: first.execution,
		});
		expect(told(run)).toEqual([
			['c1', '1'],
			['c2', '2'],
			['c3', '3'],
		]);
	});

	test('from the item that says which it answers', async () => {
		const items = [
			{ which: 'c3', said: 'c' },
			{ which: 'c1', said: 'a' },
			{ which: 'c2', said: 'b' },
		];
		const parameters = {
			...result('={{ $json.said }}'),
			answerOptions: { requestId: '={{ $json.which }}' },
		};
		const run = await runAnswer({ parameters, asked: three, items });
		expect(told(run)).toEqual([
			['c1', 'a'],
			['c2', 'b'],
			['c3', 'c'],
		]);
	});

	test('from one node after the other; nothing goes out before the last', async () => {
		const first = await runAnswer({
			parameters: result('found'),
			asked: three,
			items: [three[0], three[2]],
		});
		expect(first.sent).toEqual([]);
		expect(first.output.map(({ json }) => json.answered)).toEqual([false, false]);
		const second = await runAnswer({
			parameters: { answerWith: 'error', errorMessage: 'No' },
			asked: three,
			items: [three[1]],
			execution: first.execution,
		});
		expect(bodyOf(second)[0].results).toMatchObject([
			{ result: 'found' },
			{ error: 'No' },
			{ result: 'found' },
		]);
	});

	test('an ID that the request does not have is refused', async () => {
		const parameters = { ...result('x'), answerOptions: { requestId: 'c9' } };
		await expect(runAnswer({ parameters, asked: three })).rejects.toThrow(/no question/);
	});

	test('JSON is the whole response', async () => {
		const parameters = { answerWith: 'json', answerBody: '{"results": []}', answerStatus: 201 };
		const run = await runAnswer({ parameters, asked: three, items: [three[0]] });
		expect(run.sent).toMatchObject([{ statusCode: 201, body: { results: [] } }]);
	});
});

test('several results for one question become a list', async () => {
	const items = [{ n: 1 }, { n: 2 }];
	const run = await runAnswer({ parameters: result('={{ $json }}'), asked: [asked('c1')], items });
	expect(bodyOf(run)[0].results[0].result).toBe('[{"n":1},{"n":2}]');
	const parameters = { answerWith: 'error', errorMessage: 'No' };
	await expect(runAnswer({ parameters, asked: [asked('c1')], items })).rejects.toThrow(
		/2 items answer one question/,
	);
});

describe('what cannot be answered fails with a reason', () => {
	test.each([
		['an event', [{ provider: 'vapi', event: {} }], /An event started this execution/],
		['without the trigger', [], /No Voice Call Trigger started/],
	])('%s', async (_, trigger, message) => {
		const parameters = result('x');
		await expect(runAnswer({ parameters, asked: trigger, items: [{}] })).rejects.toThrow(message);
	});

	test('a second time', async () => {
		const first = await runAnswer({ parameters: result('x'), asked: [asked('c1')] });
		await expect(
			runAnswer({ parameters: result('y'), asked: [asked('c1')], execution: first.execution }),
		).rejects.toThrow(/answered before/);
	});

	test('too late, except by hand', async () => {
		const late = [asked('c1', 'a', { answerBy: new Date(Date.now() - 1500).toISOString() })];
		await expect(runAnswer({ parameters: result('x'), asked: late })).rejects.toThrow(
			/1\.5 s too late: Vapi has been told/,
		);
		const byHand = await runAnswer({ parameters: result('x'), asked: late, mode: 'manual' });
		expect(byHand.sent).toHaveLength(1);
	});

	test.each([
		[{ answerWith: 'reject' }, /Reject does not answer a tool call/],
		[{ answerWith: 'error', errorMessage: ' ' }, /Error Message is empty/],
		[{ answerWith: 'json', answerBody: '{' }, /Body is not JSON/],
		[{ answerWith: 'json', answerBody: '{}', answerStatus: 99 }, /Status is not/],
		[{ answerWith: 'transfer', transferTo: '12' }, /Transfer To has no country code/],
		[{ answerWith: 'agent', variables: '[]' }, /Dynamic Variables is JSON, but not an object/],
		[{ answerWith: 'nothing' }, /Answer With is not one/],
	])('%j', async (parameters, message) => {
		await expect(runAnswer({ parameters, asked: [asked('c1')] })).rejects.toThrow(message);
	});

	test('or goes on, where the node is set to', async () => {
		const run = await runAnswer({
			parameters: { answerWith: 'error', errorMessage: '' },
			asked: [asked('c1')],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(run.sent).toEqual([]);
		expect(run.output[0].json).toMatchObject({
			success: false,
			message: 'Error Message is empty.',
			error: { reason: 'badInput' },
		});
	});
});
