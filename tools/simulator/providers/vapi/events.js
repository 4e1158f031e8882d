'use strict';

/** Vapi's server messages (https://docs.vapi.ai/server-url/events). */

/**
 * @import { EventOf, Facts } from '../../events'
 * @typedef {{ startedAt: string, endedAt: string, seconds: number }} Times
 */

const DURATION = 80;
/** Why a call ended in which somebody spoke. */
const SPOKEN = 'customer-ended-call';

/** @type {(type: string, more?: (times: Times, facts: Facts) => object) => EventOf} */
const message =
	(type, more = () => ({})) =>
	(facts) => {
		const end = facts.at ?? new Date('2026-08-01T10:01:20Z');
		const seconds = facts.durationSeconds ?? DURATION;
		const startedAt = new Date(end.getTime() - seconds * 1000).toISOString();
		return {
			message: {
				type,
				timestamp: end.getTime(),
				call: {
					id: facts.callId ?? 'c1',
					type: 'outboundPhoneCall',
					assistantId: facts.agentId ?? 'assistant-1',
					assistantOverrides: { metadata: facts.metadata ?? { order: '7' } },
				},
				phoneNumber: { number: facts.from ?? '+14155550100' },
				customer: { number: facts.to ?? '+14155550123' },
				...more({ startedAt, endedAt: end.toISOString(), seconds }, facts),
			},
		};
	};

module.exports = {
	'assistant.started': message('assistant.started'),
	'conversation-update': message('conversation-update', () => ({ messages: [] })),
	'end-of-call-report': message('end-of-call-report', ({ startedAt, endedAt }, facts) => ({
		startedAt,
		endedAt,
		endedReason: facts.reason ?? SPOKEN,
		cost: 0.12,
		artifact: {
			transcript: 'AI: Hello, how can I help you?\nUser: A table please.',
			recordingUrl: 'https://example.com/recording.wav',
			presignedMonoUrl: 'https://example.com/recording.wav?signed',
		},
		analysis: (facts.reason ?? SPOKEN) === SPOKEN ? { summary: 'The caller booked a table.' } : {},
	})),
	hang: message('hang'),
	'language-changed': message('language-changed'),
	'model-output': message('model-output', () => ({ output: 'Hello' })),
	'session.created': message('session.created'),
	'session.deleted': message('session.deleted'),
	'session.updated': message('session.updated'),
	'speech-update': message('speech-update', () => ({ status: 'started', role: 'assistant' })),
	'status-update': message('status-update', (_, { status = 'ringing', reason }) => ({
		status,
		...(status === 'ended' ? { endedReason: reason ?? SPOKEN } : {}),
	})),
	transcript: message('transcript', () => ({ role: 'user', transcript: 'Hello' })),
	'transfer-update': message('transfer-update'),
	'user-interrupted': message('user-interrupted'),
	'voice-input': message('voice-input', () => ({ input: 'Hello' })),
};
