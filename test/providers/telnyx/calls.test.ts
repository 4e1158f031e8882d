import { telnyx } from '../../../nodes/providers/telnyx';
import { clientState, clientStateOf } from '../../../nodes/providers/telnyx/clientState';
import { commandReceipt } from '../../../nodes/providers/telnyx/call/command';
import { create } from '../../../nodes/providers/telnyx/call/create.operation';
import { dialed, receipt } from '../../../nodes/providers/telnyx/call/response';
import { pageIn } from '../../../nodes/providers/telnyx/page';

const id = 'v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg';
const [connection] = telnyx.action?.connections ?? [];

describe('where a call stands', () => {
	test.each([
		['one that was just dialed', dialed, { is_alive: false }, 'initiated'],
		[
			'one that lives',
			receipt,
			{ is_alive: true, start_time: '2019-01-23T18:10:02.574Z' },
			'in-progress',
		],
		['one that does not live', receipt, { is_alive: false }, 'unknown'],
		['one that says neither', receipt, {}, 'unknown'],
		['one that lives, by a text', receipt, { is_alive: 'true' }, 'in-progress'],
		['one that does not, by a text', receipt, { is_alive: 'false' }, 'unknown'],
	])('%s', (_, read, call, status) => {
		const body = { data: { call_control_id: id, ...call } };
		expect(read(body)).toEqual({ callId: id, status, message: null });
	});

	// The sample of the page: https://developers.telnyx.com/openapi/callcontrol/tag/Call-Information/
	test('one that has ended says so, and not how', () => {
		const call = {
			call_control_id: id,
			is_alive: false,
			call_duration: 50,
			start_time: '2019-01-23T18:10:02.574Z',
			end_time: '2019-01-23T18:11:52.574Z',
			record_type: 'call',
		};
		expect(receipt({ data: call })).toEqual({
			callId: id,
			status: 'unknown',
			message: expect.stringMatching(/^The call is over\./) as string,
		});
	});

	test.each([[{}], [{ data: {} }], [{ data: [] }], [{ data: { result: 'ok' } }]])(
		'an answer that names no call says nothing: %j',
		(body) => {
			for (const read of [dialed, receipt, commandReceipt]) {
				expect(read(body)).toEqual({ callId: null, status: null, message: null });
			}
		},
	);
});

describe('what is given along', () => {
	test.each([
		[{ order: '7' }, 'eyJvcmRlciI6IjcifQ=='],
		[{ name: 'Zoë' }, 'eyJuYW1lIjoiWm/DqyJ9'],
		[undefined, undefined],
	])('%j is sent as %s', (metadata, encoded) => {
		expect(clientStateOf(metadata)).toBe(encoded);
		expect(clientState(encoded ?? null)).toEqual(metadata ?? null);
	});

	it('keeps integers that JavaScript cannot hold', () => {
		const read = (name: string) =>
			({
				connectionId: '1',
				from: '+14155550100',
				to: '+14155550123',
				'additionalFields.metadata': '{"id": 981820079255243537}',
			})[name] ?? '';
		const { client_state: sent } = create.request(read).body ?? {};
		expect(Buffer.from(String(sent), 'base64').toString()).toBe('{"id":981820079255243537}');
	});
});

describe('pages of a list', () => {
	const page = (meta: object) => pageIn({ data: [{ id: 'a' }, null, 'b'], meta })?.next;

	test.each([
		[{ page_number: 1, total_pages: 3 }, { next: '2' }],
		[{ page_number: 3, total_pages: 3 }, {}],
		[{ page_number: 1, total_pages: 0 }, {}],
		[{}, {}],
	])('after %j', (meta, next) => {
		expect(page(meta)).toEqual(next);
	});

	test.each([undefined, null, [], {}, { data: {} }])('%j is no list', (body) => {
		expect(pageIn(body)).toBeUndefined();
	});
});

test('an answer with errors is a failure whatever its status, a call that ended is none', () => {
	expect(connection.isFailure({ errors: [{ code: '90018' }] }, 'get')).toBe(true);
	expect(connection.isFailure({ errors: [], data: { is_alive: false } }, 'get')).toBe(false);
});

describe('a credential', () => {
	// What the portal shows: 32 bytes in base64.
	const publicKey = Buffer.alloc(32, 7).toString('base64');
	const baseUrl = 'https://api.telnyx.com/v2';
	const problemOf = (credential: object) =>
		connection.credentialProblem({ baseUrl, ...credential } as never)?.message;

	test.each([
		['a key and a public key', { apiKey: 'KEY1', publicKey }, undefined],
		['a key alone', { apiKey: 'KEY1', publicKey: '' }, undefined],
		['a public key alone', { apiKey: '', publicKey }, undefined],
		['neither', { apiKey: '', publicKey: '' }, 'The public key is empty.'],
		[
			'a key and half a public key',
			{ apiKey: 'KEY1', publicKey: 'A6EH' },
			'The public key is not 32 bytes in base64.',
		],
		[
			'a key with a space',
			{ apiKey: 'KEY1 ', publicKey },
			'The API key starts or ends with a space.',
		],
		[
			'a base URL that is none',
			{ apiKey: 'KEY1', baseUrl: 'telnyx' },
			'Base URL is not a web address.',
		],
		[
			'only the previous public key',
			{ apiKey: 'KEY1', publicKey: '', previousPublicKey: publicKey },
			'The public key is empty.',
		],
	])('with %s', (_, credential, problem) => {
		expect(problemOf(credential)).toBe(problem);
	});

	it('without a key sends nothing', () => {
		expect(() => connection.access({ apiKey: ' ', publicKey, baseUrl })).toThrow(
			'The credential has no API key.',
		);
	});
});

describe('a call that is waited for', () => {
	const url = 'https://n8n.example.com/webhook-waiting/1';

	it('reports to the address that waits, by POST, whatever the form says', () => {
		const body = {
			to: '+14155550123',
			webhook_url: 'https://example.com/x',
			webhook_url_method: 'GET',
		};
		const request = { method: 'POST' as const, path: '/calls', body };
		expect(create.wait?.withWebhook(request, url, '')).toEqual({
			...request,
			eventsTo: url,
			body: { to: '+14155550123', webhook_url: url, webhook_url_method: 'POST' },
		});
		expect(body.webhook_url).toBe('https://example.com/x');
	});

	it('is over when it was hung up, and at no event before or after', () => {
		const types = telnyx.trigger.events.map(({ value }) => value);
		const ends = types.filter((event_type) => {
			const payload = { data: { event_type, payload: { call_control_id: id } } };
			return create.wait?.isEnded(telnyx.trigger.readEvent(payload), payload);
		});
		expect(ends).toEqual(['call.hangup']);
	});
});
