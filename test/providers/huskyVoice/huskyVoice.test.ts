import { huskyVoice } from '../../../nodes/providers/huskyVoice';
import { verify } from '../../../nodes/verification/verify';

const { trigger } = huskyVoice;

test('the documented vector is genuine, in either letter case', () => {
	// https://docs.huskyvoice.ai/api/auth-setup/, the body of its cURL tab
	const body = Buffer.from('{"event_id":"evt_123","event_type":"call.completed"}');
	const signature = '232b417caba8496c4dcac5d76b3588a4cf638d5eba989cda561fec8ba403e951';
	const scheme = trigger.scheme({
		timestampTolerance: 300,
		acceptPlaintext: false,
		read: () => undefined,
	});
	const secrets = trigger.secrets({ signingSecret: ['YOUR', 'WEBHOOK', 'SECRET'].join('_') });
	for (const written of [signature, signature.toUpperCase()]) {
		const headers = { 'x-husky-signature': [written] };
		expect(verify({ headers, body }, scheme, secrets, 0)).toMatchObject({ ok: true });
	}
});

const envelope = (event_type: string, data: object) => ({
	event_id: 'evt_123456789',
	event_type,
	created_at: '2026-06-01T10:00:00Z',
	org_id: 'org_abc_123',
	data: { call_id: 'call_987654321', ...data },
});

describe('readEvent', () => {
	it('reads the documented sample', () => {
		const payload = envelope('call.completed', {
			agent_id: 'agent_alpha',
			status: 'completed',
			duration_seconds: 124,
			summary: 'Appointment confirmed.',
		});
		expect(trigger.readEvent(payload)).toEqual({
			event: {
				id: 'evt_123456789',
				type: 'call.completed',
				occurredAt: '2026-06-01T10:00:00.000Z',
			},
			call: {
				id: 'call_987654321',
				status: 'completed',
				direction: null,
				from: null,
				to: null,
				agentId: 'agent_alpha',
				startedAt: null,
				endedAt: null,
				durationSeconds: 124,
				transcript: null,
				digits: null,
				summary: 'Appointment confirmed.',
				sentiment: null,
				recordingUrl: null,
				cost: null,
				currency: null,
				failureReason: null,
				metadata: null,
			},
		});
	});

	it('reads what is seen in use: a list as transcript, the summary one level down', () => {
		const { call } = trigger.readEvent(
			envelope('call.completed', {
				call_transcript: [
					{ speaker: 'agent', text: 'Namaste' },
					{ speaker: 'user', text: 'हाँ, बोलिए।' },
				],
				call_analytics: { summary: 'Confirmed.', next_step: 'Send a reminder.' },
				recordingURL: 'https://recordings.example.com/1.mp3',
				durationSeconds: '124',
			}),
		);
		expect(call).toMatchObject({
			transcript: 'agent: Namaste\nuser: हाँ, बोलिए।',
			summary: 'Confirmed.',
			recordingUrl: 'https://recordings.example.com/1.mp3',
			durationSeconds: 124,
		});
	});

	it('prefers the flat summary, which is the documented one', () => {
		const data = { summary: 'flat', call_analytics: { summary: 'nested' } };
		expect(trigger.readEvent(envelope('call.completed', data)).call.summary).toBe('flat');
	});

	it.each([
		['call.initiated', {}, 'initiated'],
		['call.answered', { status: 'in_progress' }, 'in-progress'],
		['call.completed', { status: 'failed' }, 'completed'],
		['call.failed', {}, 'failed'],
		['call.failed', { status: 'no_answer' }, 'no-answer'],
		['call.failed', { status: 'failed', reason: 'Busy' }, 'busy'],
		['call.failed', { error_code: 'busy', reason: 'The line was engaged' }, 'busy'],
		['call.disallowed', { reason: 'busy' }, 'blocked'],
		['call.recorded', { status: 'completed' }, 'unknown'],
	])('%s with %j is %s', (type, data, status) => {
		expect(trigger.readEvent(envelope(type, data)).call.status).toBe(status);
	});

	it('gives a reason only for a call that did not take place', () => {
		const reasonOf = (type: string) =>
			trigger.readEvent(envelope(type, { reason: 'dnd' })).call.failureReason;
		expect(reasonOf('call.disallowed')).toBe('dnd');
		expect(reasonOf('call.failed')).toBe('dnd');
		expect(reasonOf('call.completed')).toBeNull();
	});

	it('gives back what was given along', () => {
		const data = { additional_info: { company: 'Example' } };
		const { call } = trigger.readEvent(envelope('call.answered', data));
		expect(call.metadata).toEqual({ company: 'Example' });
	});
});
