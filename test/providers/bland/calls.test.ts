import { bland } from '../../../nodes/providers/bland';
import { create } from '../../../nodes/providers/bland/call/create.operation';
import { receipt } from '../../../nodes/providers/bland/call/response';
import { startTime } from '../../../nodes/providers/bland/call/startTime';

const [connection] = bland.action?.connections ?? [];

describe('the start of a scheduled call', () => {
	test.each([
		['2026-09-01T10:00:00.000-05:00', '2026-09-01 10:00:00 -05:00'],
		['2026-09-01T10:00:00Z', '2026-09-01 10:00:00 +00:00'],
		['2026-09-01 10:00:00 -0530', '2026-09-01 10:00:00 -05:30'],
		['2026-09-01T10:00', '2026-09-01 10:00:00'],
		['', undefined],
		[undefined, undefined],
	])('%p is sent as %p', (entered, sent) => {
		expect(startTime(entered)).toBe(sent);
	});

	test.each(['tomorrow', '2026-09-01', '2026-13-01T10:00:00Z', '10:00'])(
		'%p is refused',
		(text) => {
			expect(() => startTime(text)).toThrow('Start Time is not a date with a time.');
		},
	);
});

test('what leads the conversation is one of four', () => {
	const read = (name: string) =>
		({ phoneNumber: '+14155550123', callUsing: 'everything' })[name] ?? '';
	expect(() => create.request(read)).toThrow('There is no "everything" to call with.');
});

test.each([
	[{ status: 'completed', queue_status: 'complete' }, 'completed'],
	[{ status: 'no-answer', completed: false }, 'no-answer'],
	[{ status: 'error' }, 'failed'],
	[{ queue_status: 'new' }, 'queued'],
	[{ queue_status: 'allocated' }, 'initiated'],
	[{ queue_status: 'started' }, 'in-progress'],
	[{ queue_status: 'complete' }, 'completed'],
	[{ completed: true }, 'completed'],
	[{ completed: false }, 'unknown'],
])('a call with %j is %s', (call, status) => {
	expect(receipt({ call_id: 'c-1', ...call })).toMatchObject({ callId: 'c-1', status });
});

test.each([
	[200, { status: 'active', billing: { current_balance: 1 }, total_calls: 0 }, 'accepted'],
	[200, {}, 'unknown'],
	[200, [], 'unknown'],
	[200, undefined, 'unknown'],
	[401, { status: 'error', message: 'Invalid API key' }, 'refused'],
	[401, { data: null, errors: [{ error: 'AUTH', message: 'no' }] }, 'refused'],
	[401, { message: 'no route' }, 'unknown'],
	[403, { status: 'error', message: 'no' }, 'unknown'],
	[404, { status: 'error', message: 'no' }, 'unknown'],
])('the test of a credential: HTTP %i %j is %s', (status, body, expected) => {
	const data = { apiKey: 'the key', baseUrl: 'https://api.bland.ai' };
	expect(connection.probe?.(data)?.verdict(status, body)).toBe(expected);
});

describe('a call that is waited for', () => {
	const url = 'https://n8n.example.com/webhook-waiting/1';

	it('reports to the address that waits, whatever the form says', () => {
		const body = { phone_number: '+14155550123', webhook: 'https://example.com/other' };
		const request = { method: 'POST' as const, path: '/v1/calls', body };
		expect(create.wait?.withWebhook(request, url, '').body).toEqual({ ...body, webhook: url });
		expect(request.body).toBe(body);
	});

	it('is over with its report, and with no event on the way', () => {
		const ends = bland.trigger.events
			.map(({ value }) => value)
			.filter((type) => {
				const category = type.startsWith('in_call.') ? { category: type.slice(8) } : {};
				const payload = { call_id: 'c-1', ...category };
				return create.wait?.isEnded(bland.trigger.readEvent(payload), payload);
			});
		expect(ends).toEqual(['call.report']);
	});
});
