import { retell } from '../../../nodes/providers/retell';
import { create } from '../../../nodes/providers/retell/call/create.operation';
import { getMany } from '../../../nodes/providers/retell/call/getMany.operation';
import { receipt } from '../../../nodes/providers/retell/call/response';
import { keyProblem, keys } from '../../../nodes/providers/retell/keys';

const [connection] = retell.action?.connections ?? [];
const key = ['key', '0123456789abcdef'].join('_');

describe('the credential', () => {
	test('its API key proves events as well, and so does the one before', () => {
		expect(keys({ apiKey: key, previousApiKey: 'old' })).toEqual([
			{ label: 'current', value: key },
			{ label: 'previous', value: 'old' },
		]);
		expect(keys({}).map(({ value }) => value)).toEqual(['', '']);
	});

	test.each([
		[{}, 'The API key is empty.'],
		[{ apiKey: ' ' }, 'The API key is empty.'],
		[{ apiKey: `${key}\n` }, 'The API key holds a line break.'],
		[{ apiKey: 'https://example.com' }, 'The API key is a web address.'],
		[{ apiKey: key, previousApiKey: ` ${key}` }, /^The previous API key starts or ends/],
		[{ apiKey: key, previousApiKey: key }, 'Both keys are the same.'],
	])('%# is not right', (credential, message) => {
		expect(keyProblem(credential)?.message).toMatch(message);
	});

	test.each([
		[200, { current_concurrency: 0, concurrency_limit: 20 }, 'accepted'],
		[200, {}, 'unknown'],
		[200, [], 'unknown'],
		[401, { status: 'error', message: 'Invalid API Key' }, 'refused'],
		[401, { message: 'no' }, 'unknown'],
		[402, { status: 'error', message: 'Trial over' }, 'unknown'],
		[404, undefined, 'unknown'],
	])('its test: HTTP %i %j is %s', (status, body, expected) => {
		const data = { apiKey: key, baseUrl: 'https://api.retellai.com' };
		expect(connection.probe?.(data)?.verdict(status, body)).toBe(expected);
	});
});

test.each([
	[{ call_status: 'registered' }, 'initiated'],
	[{ call_status: 'ongoing' }, 'in-progress'],
	[{ call_status: 'ended' }, 'completed'],
	[{ call_status: 'not_connected', disconnection_reason: 'dial_busy' }, 'busy'],
	[{ call_status: 'registered', disconnection_reason: 'dial_no_answer' }, 'no-answer'],
	[{ call_status: 'ended', disconnection_reason: 'manual_stopped' }, 'canceled'],
	[
		{ call_status: 'ended', disconnection_reason: 'manual_stopped', start_timestamp: 1 },
		'completed',
	],
	[{ call_status: 'new word' }, 'unknown'],
	[{}, null],
])('a call with %j is %s', (call, status) => {
	expect(receipt({ call_id: 'call_1', ...call })).toEqual({
		callId: 'call_1',
		status,
		message: null,
	});
});

test.each([
	[{ startedAfter: '2026-08-01T00:00:00Z' }, { type: 'number', op: 'ge', value: 1785542400000 }],
	[{ startedBefore: '2026-08-01T00:00:00Z' }, { type: 'number', op: 'le', value: 1785542400000 }],
])('calls are listed from and up to a time: %j', (entered, expected) => {
	const read = (name: string) =>
		Object.fromEntries(
			Object.entries(entered).map(([field, value]) => [`additionalFields.${field}`, value]),
		)[name] ?? '';
	expect(getMany.request(read).body).toEqual({
		filter_criteria: { start_timestamp: expected },
		limit: 1,
	});
	expect(() => getMany.request((name) => (name.endsWith('After') ? 'soon' : ''))).toThrow(
		'Started After is not a date.',
	);
});

describe('a call that is waited for', () => {
	const url = 'https://n8n.example.com/webhook-waiting/1';

	it('reports its end to the address that waits, whatever the agent says', () => {
		const body = {
			from_number: '+14155550100',
			to_number: '+14155550123',
			agent_override: { agent: { webhook_url: 'https://example.com', voice_speed: 1.1 }, x: 1 },
		};
		const request = { method: 'POST' as const, path: '/v2/create-phone-call', body };
		const before = structuredClone(request);
		expect(create.wait?.withWebhook(request, url, '').body).toEqual({
			...body,
			agent_override: {
				agent: {
					webhook_url: url,
					webhook_events: ['call_ended', 'call_analyzed'],
					voice_speed: 1.1,
				},
				x: 1,
			},
		});
		expect(request).toEqual(before);
	});

	it('is over with its end, and analyzed with its analysis', () => {
		const eventsThat = (says: 'isAnalyzed' | 'isEnded') =>
			retell.trigger.events
				.map(({ value }) => value)
				.filter((event) => {
					const payload = { event, call: { call_id: 'call_1' } };
					return create.wait?.[says]?.(retell.trigger.readEvent(payload), payload);
				});
		expect(eventsThat('isEnded')).toEqual(['call_analyzed', 'call_ended']);
		expect(eventsThat('isAnalyzed')).toEqual(['call_analyzed']);
	});
});
