import { voxifi } from '../../../nodes/providers/voxifi';
import { scheme } from '../../../nodes/providers/voxifi/scheme';
import { verify } from '../../../nodes/verification/verify';

const { trigger } = voxifi;

/** The vector of Node's and Python's sample code for the page's scheme. */
const SIGNED_AT = 1705315800;
const delivery = {
	headers: {
		'x-webhook-signature': [
			'sha256=cdfddf0954ed12bd5a5b5c8c8901a06ef4749ce96bffff3d928cb065b2b71e7a',
		],
		'x-webhook-timestamp': [String(SIGNED_AT)],
	},
	body: Buffer.from('{"event_id":"evt_123","event_type":"call.completed"}'),
};
const secrets = trigger.secrets({ signingSecret: ['whsec', 'example'].join('_') });
const at = (secondsLater: number) => (SIGNED_AT + secondsLater) * 1000;

describe('scheme', () => {
	it('accepts the documented vector', () => {
		expect(verify(delivery, scheme(300), secrets, at(10))).toMatchObject({
			ok: true,
			verifiedWith: 'current',
			signedAt: SIGNED_AT * 1000,
			id: null,
		});
	});

	it.each([
		[300, 300, true],
		[300, 301, false],
		[60, 61, false],
		[0, 0, true],
		[0, 1, false],
		[NaN, 300, true],
		[NaN, 301, false],
		[-1, 301, false],
		[Infinity, 301, false],
	])('with a tolerance of %d, %d seconds later is %s, and earlier too', (tolerance, age, ok) => {
		const settings = {
			timestampTolerance: tolerance,
			acceptPlaintext: true,
			read: () => undefined,
		};
		expect(verify(delivery, trigger.scheme(settings), secrets, at(age)).ok).toBe(ok);
		expect(verify(delivery, trigger.scheme(settings), secrets, at(-age)).ok).toBe(ok);
	});
});

const envelope = (event_type: string, data: object) => ({
	event_type,
	event_id: 'evt_abc123',
	timestamp: '2024-01-15T10:35:00Z',
	organization_id: 'org_xyz',
	data: { call_id: 'call_abc123', ...data },
});

describe('readEvent', () => {
	it('reads a completed call', () => {
		const payload = envelope('call.completed', {
			assistant_id: 'asst_xyz789',
			customer_number: '+15551234567',
			start_time: '2024-01-15T10:30:00Z',
			end_time: '2024-01-15T10:35:05Z',
			duration_seconds: 305,
			transcript: 'Agent: Hello',
			cost: 0.85,
			currency: 'USD',
			status: 'completed',
			sentiment: 'positive',
		});
		expect(trigger.readEvent(payload)).toEqual({
			event: {
				id: 'evt_abc123',
				type: 'call.completed',
				occurredAt: '2024-01-15T10:35:00.000Z',
			},
			call: {
				id: 'call_abc123',
				status: 'completed',
				direction: null,
				from: null,
				to: '+15551234567',
				agentId: 'asst_xyz789',
				startedAt: '2024-01-15T10:30:00.000Z',
				endedAt: '2024-01-15T10:35:05.000Z',
				durationSeconds: 305,
				transcript: 'Agent: Hello',
				digits: null,
				summary: null,
				sentiment: 'positive',
				recordingUrl: null,
				cost: 0.85,
				currency: 'USD',
				failureReason: null,
				metadata: null,
			},
		});
	});

	it.each([
		['call.started', {}, 'initiated'],
		['call.started', { status: 'in_progress' }, 'in-progress'],
		['call.started', { status: 'ringing' }, 'ringing'],
		['call.ended', {}, 'completed'],
		['call.ended', { status: 'no-answer' }, 'no-answer'],
		['call.completed', { status: 'something new' }, 'completed'],
		['call.failed', {}, 'failed'],
		['call.failed', { error_code: 'no_answer' }, 'no-answer'],
		['call.failed', { error_code: 'E17', failure_reason: 'busy' }, 'busy'],
		['call.failed', { status: 'completed' }, 'failed'],
		['call.transferred', { status: 'completed' }, 'unknown'],
	])('%s with %j is %s', (type, data, status) => {
		expect(trigger.readEvent(envelope(type, data)).call.status).toBe(status);
	});

	it('says why a call failed', () => {
		const data = { failure_reason: 'Call was not answered', error_code: 'no_answer' };
		const { call } = trigger.readEvent(envelope('call.failed', data));
		expect(call.failureReason).toBe('Call was not answered');
	});

	it('takes the customer for the caller when the call is said to be inbound', () => {
		const data = { customer_number: '+15551234567', direction: 'inbound' };
		const { call } = trigger.readEvent(envelope('call.completed', data));
		expect(call).toMatchObject({ direction: 'inbound', from: '+15551234567', to: null });
	});
});
