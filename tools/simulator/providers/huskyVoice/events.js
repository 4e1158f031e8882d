'use strict';

/**
 * HuskyVoice AI's five outbound events (https://docs.huskyvoice.ai/api/outbound-webhooks/).
 * The page shows `data` for call.completed; of the others only `call_id` is sure.
 */

/** @import { EventOf, Facts } from '../../events' */

/** @param {Date} date */
const isoSeconds = (date) => date.toISOString().replace(/\.\d{3}Z$/, 'Z');

/** @type {(type: string, status: string, more?: (facts: Facts) => object) => EventOf} */
const envelope = (type, status, more = () => ({})) => {
	return (facts) => ({
		event_id: facts.eventId ?? 'evt_123456789',
		event_type: type,
		created_at: isoSeconds(facts.at ?? new Date('2026-06-01T10:00:00Z')),
		org_id: 'org_abc_123',
		data: {
			call_id: facts.callId ?? 'call_abc_123',
			agent_id: facts.agentId ?? 'agent_alpha',
			status,
			...more(facts),
		},
	});
};

module.exports = {
	'call.initiated': envelope('call.initiated', 'initiated'),
	'call.answered': envelope('call.answered', 'in_progress'),
	'call.completed': envelope('call.completed', 'completed', (facts) => ({
		duration_seconds: facts.durationSeconds ?? 124,
		summary: 'The customer confirmed the appointment for Monday morning.',
		// Not on the page, but seen in use: a transcript by speaker, and the summary once more.
		...(facts.withTranscript && {
			call_transcript: [
				{ speaker: 'agent', text: 'Namaste, am I speaking with Raj Patel?' },
				{ speaker: 'user', text: 'हाँ, बोलिए।' },
			],
			call_analytics: { summary: 'Appointment confirmed.', next_step: 'Send a reminder.' },
		}),
	})),
	'call.failed': envelope('call.failed', 'failed', (facts) => ({
		...(facts.reason !== undefined && { reason: facts.reason }),
	})),
	'call.disallowed': envelope('call.disallowed', 'disallowed', (facts) => ({
		...(facts.reason !== undefined && { reason: facts.reason }),
	})),
};
