'use strict';

/** Retell's events (https://docs.retellai.com/features/webhook-overview). Costs are in cents. */

/**
 * @import { EventOf, Facts } from '../../events'
 * @typedef {{ end: Date, seconds: number }} Times
 * @typedef {(times: Times, facts: Facts) => object} More
 */

const DURATION = 95;

/**
 * @param {Facts} facts
 * @param {More} more
 */
const call = (facts, more) => {
	const end = facts.at ?? new Date('2025-06-01T10:01:35Z');
	const seconds = facts.durationSeconds ?? DURATION;
	return {
		call_id: facts.callId ?? 'call_8f2b1c',
		call_type: 'phone_call',
		agent_id: facts.agentId ?? 'agent_3c1d',
		agent_version: 1,
		direction: 'outbound',
		from_number: facts.from ?? '+14155550100',
		to_number: facts.to ?? '+14155550123',
		metadata: facts.metadata ?? { order: '7' },
		...(facts.status === 'not_connected'
			? {}
			: { start_timestamp: end.getTime() - seconds * 1000 }),
		...more({ end, seconds }, facts),
	};
};

/** @type {More} */
const ended = ({ end, seconds }, facts) => ({
	call_status: facts.status ?? 'ended',
	end_timestamp: end.getTime(),
	disconnection_reason: facts.reason ?? 'user_hangup',
	...(facts.status === 'not_connected' ? {} : said(seconds)),
});

/** @param {number} seconds */
const said = (seconds) => ({
	duration_ms: seconds * 1000,
	transcript: 'Agent: Hello, how can I help you?\nUser: I would like to book a table.',
	recording_url: 'https://example.com/recording.wav',
	call_cost: { combined_cost: 12.5, total_duration_seconds: seconds },
});
const ongoing = () => ({ call_status: 'ongoing' });

/** @type {(type: string, more: More) => EventOf} */
const event = (type, more) => (facts) => ({ event: type, call: call(facts, more) });
/** @type {(type: string) => EventOf} */
const transfer = (type) => (facts) => ({
	event: type,
	call: call(facts, ongoing),
	transfer_destination: { number: '+14155550199' },
});

module.exports = {
	call_started: event('call_started', ongoing),
	call_ended: event('call_ended', ended),
	call_analyzed: event('call_analyzed', (times, facts) => ({
		...ended(times, facts),
		call_analysis: {
			call_summary: 'The caller booked a table.',
			user_sentiment: 'Positive',
			call_successful: true,
		},
	})),
	transcript_updated: event('transcript_updated', () => ({
		call_status: 'ongoing',
		transcript: 'Agent: Hello',
	})),
	transfer_started: transfer('transfer_started'),
	transfer_bridged: transfer('transfer_bridged'),
	transfer_cancelled: transfer('transfer_cancelled'),
	transfer_ended: event('transfer_ended', ongoing),
};
