'use strict';

/** Ultravox' four events (https://docs.ultravox.ai/webhooks/available-webhooks). */

/**
 * @import { EventOf, Facts } from '../../events'
 * @typedef {{ joined: Date, end: Date, seconds: number }} Times
 */

/** @param {Date} date */
const iso = (date) => date.toISOString();
const DURATION = 61;

/** @type {(type: string, more: (times: Times, facts: Facts) => object) => EventOf} */
const event = (type, more) => (facts) => {
	const end = facts.at ?? new Date('2026-01-15T12:01:01Z');
	const seconds = facts.durationSeconds ?? DURATION;
	const joined = new Date(end.getTime() - seconds * 1000);
	return {
		event: type,
		call: {
			callId: facts.callId ?? '3f0c1d7e-0000-4000-8000-000000000001',
			agentId: facts.agentId ?? 'agent-1',
			created: iso(new Date(joined.getTime() - 5000)),
			medium: {
				twilio: {
					outgoing: { from: facts.from ?? '+14155550100', to: facts.to ?? '+14155550123' },
				},
			},
			metadata: facts.metadata ?? { order: '7' },
			...(facts.callbacks === undefined ? {} : { callbacks: facts.callbacks }),
			recordingEnabled: facts.recordingEnabled ?? false,
			...more({ joined, end, seconds }, facts),
		},
	};
};
/**
 * @param {Times} times
 * @param {Facts} facts
 */
const over = ({ joined, end, seconds }, facts) => ({
	joined: facts.reason === 'unjoined' ? null : iso(joined),
	ended: iso(end),
	endReason: facts.reason ?? 'hangup',
	billedDuration: `${seconds}s`,
	summary: 'The caller booked a table.',
});

module.exports = {
	'call.started': event('call.started', () => ({})),
	'call.joined': event('call.joined', ({ joined }) => ({ joined: iso(joined) })),
	'call.ended': event('call.ended', over),
	'call.billed': event('call.billed', over),
};
