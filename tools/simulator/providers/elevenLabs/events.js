'use strict';

/** ElevenLabs' events (https://elevenlabs.io/docs/eleven-agents/workflows/post-call-webhooks). */

/** @import { EventOf, Facts } from '../../events' */

/** @param {Date} date */
const seconds = (date) => Math.floor(date.getTime() / 1000);
const DURATION = 42;

/** @type {(type: string, data: (facts: Facts, at: Date) => object) => EventOf} */
const envelope = (type, data) => (facts) => {
	const at = facts.at ?? new Date('2025-02-14T12:48:17Z');
	return {
		type,
		event_timestamp: seconds(at),
		data: {
			agent_id: facts.agentId ?? 'agent_1',
			conversation_id: facts.callId ?? 'conv_1',
			...data(facts, at),
		},
	};
};

module.exports = {
	post_call_transcription: envelope('post_call_transcription', (facts, at) => ({
		status: 'done',
		transcript: [
			{ role: 'agent', message: 'Hello, how can I help you?', time_in_call_secs: 0 },
			{ role: 'agent', message: null, tool_calls: [{}], time_in_call_secs: 2 },
			{ role: 'user', message: 'I would like to book a table.', time_in_call_secs: 3 },
		],
		metadata: {
			start_time_unix_secs: seconds(at) - (facts.durationSeconds ?? DURATION),
			call_duration_secs: facts.durationSeconds ?? DURATION,
			cost: 296,
			cost_fiat: 0.07,
			phone_call: {
				type: 'twilio',
				direction: 'outbound',
				agent_number: facts.from ?? '+14155550100',
				external_number: facts.to ?? '+14155550123',
				call_sid: 'CA1',
			},
		},
		analysis: { transcript_summary: 'The caller booked a table.', call_successful: 'success' },
		conversation_initiation_client_data: { dynamic_variables: facts.metadata ?? { order: '7' } },
	})),
	post_call_transcription_otel: envelope('post_call_transcription_otel', () => ({
		otlp_traces: { resourceSpans: [] },
	})),
	post_call_audio: envelope('post_call_audio', () => ({ full_audio: 'SUQzBAAAAAAA' })),
	call_initiation_failure: envelope('call_initiation_failure', (facts) => ({
		failure_reason: facts.reason ?? 'busy',
		metadata: {
			type: 'sip',
			body: {
				from_number: facts.from ?? '+14155550100',
				to_number: facts.to ?? '+14155550123',
				sip_status_code: 486,
				error_reason: 'Busy Here',
				call_sid: 'SCL_1',
			},
		},
	})),
};
