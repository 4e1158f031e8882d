'use strict';

/** Voxifi's four events (https://docs.voxifi.io/webhooks/event-types). */

/** @import { EventOf, Facts } from '../../events' */

/** @param {Date} date */
const isoSeconds = (date) => date.toISOString().replace(/\.\d{3}Z$/, 'Z');
const DEFAULT_DURATION_SECONDS = 305;

/** @param {Facts} facts */
const times = (facts) => {
	const end = facts.at ?? new Date('2024-01-15T10:35:05Z');
	const durationSeconds = facts.durationSeconds ?? DEFAULT_DURATION_SECONDS;
	return { start: new Date(end.getTime() - durationSeconds * 1000), end, durationSeconds };
};

/** @param {Facts} facts */
const parties = (facts) => ({
	assistant_id: facts.agentId ?? 'asst_xyz789',
	customer_number: facts.to ?? '+15551234567',
});

/** @type {(type: string, more: (facts: Facts) => object) => EventOf} */
const envelope = (type, more) => {
	return (facts) => ({
		event_type: type,
		event_id: facts.eventId ?? 'evt_abc123',
		timestamp: isoSeconds(times(facts).end),
		organization_id: 'org_xyz',
		data: { call_id: facts.callId ?? 'call_abc123', ...more(facts) },
	});
};

module.exports = {
	'call.started': envelope('call.started', (facts) => ({
		...parties(facts),
		start_time: isoSeconds(times(facts).end),
	})),
	'call.ended': envelope('call.ended', (facts) => ({
		end_time: isoSeconds(times(facts).end),
		duration_seconds: times(facts).durationSeconds,
	})),
	'call.completed': envelope('call.completed', (facts) => ({
		...parties(facts),
		start_time: isoSeconds(times(facts).start),
		end_time: isoSeconds(times(facts).end),
		duration_seconds: times(facts).durationSeconds,
		transcript: 'Agent: Hello, how can I help you?\nCustomer: I would like to book a table.',
		cost: 0.85,
		currency: 'USD',
		status: 'completed',
		sentiment: 'positive',
	})),
	'call.failed': envelope('call.failed', (facts) => ({
		failure_reason: facts.reason ?? 'Call was not answered',
		error_code: facts.errorCode ?? 'no_answer',
	})),
};
