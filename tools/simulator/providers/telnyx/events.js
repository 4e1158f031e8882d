'use strict';

/** Telnyx' events (https://developers.telnyx.com/docs/voice/programmable-voice/voice-api-webhooks). */

/** @import { EventOf, Facts } from '../../events' */

/** @type {(type: string, more: (facts: Facts, at: Date) => object) => EventOf} */
const event = (type, more) => (facts) => {
	const at = facts.at ?? new Date('2026-09-01T10:02:05Z');
	return {
		data: {
			record_type: 'event',
			event_type: type,
			id: facts.eventId ?? '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
			occurred_at: at.toISOString().replace('Z', '000Z'),
			payload: {
				call_control_id: facts.callId ?? 'v3:test',
				call_leg_id: 'leg-1',
				call_session_id: 'session-1',
				connection_id: '7267xxxxxxxxxxxxxx',
				client_state: Buffer.from(JSON.stringify(facts.metadata ?? { order: '7' })).toString(
					'base64',
				),
				from: facts.from ?? '+14155550100',
				to: facts.to ?? '+14155550123',
				...more(facts, at),
			},
		},
		meta: { attempt: 1, delivered_to: 'https://example.com/hook' },
	};
};
/** @type {(facts: Facts, at: Date) => object} */
const start = (_, at) => ({ start_time: new Date(at.getTime() - 60_000).toISOString() });

module.exports = {
	'call.initiated': event('call.initiated', (...all) => ({
		...start(...all),
		direction: 'outgoing',
		state: 'bridging',
	})),
	'call.answered': event('call.answered', start),
	'call.bridged': event('call.bridged', start),
	'call.hangup': event('call.hangup', (facts, at) => ({
		...start(facts, at),
		hangup_cause: facts.reason ?? 'user_busy',
		hangup_source: 'callee',
		sip_hangup_cause: '486',
	})),
	'call.cost': event('call.cost', () => ({
		total_cost: '0.0042',
		billed_duration_secs: 60,
		cost_parts: [{ call_part: 'sip-trunking', cost: '0.0042', currency: 'USD' }],
	})),
	'call.conversation.created': event('call.conversation.created', () => ({
		conversation_id: 'c1',
	})),
	'call.conversation.ended': event('call.conversation.ended', (facts) => ({
		assistant_id: facts.agentId ?? 'assistant-1',
		conversation_id: 'c1',
		duration_sec: 61,
	})),
	'call.conversation_insights.generated': event('call.conversation_insights.generated', () => ({
		insight_group_id: 'g1',
		results: [{ insight_id: 'i1', result: 'The caller booked a table.' }],
	})),
	'call.gather.ended': event('call.gather.ended', () => ({ digits: '1', status: 'valid' })),
	'call.dtmf.received': event('call.dtmf.received', () => ({ digit: '1' })),
	'call.machine.detection.ended': event('call.machine.detection.ended', () => ({
		result: 'human',
	})),
	'call.playback.ended': event('call.playback.ended', () => ({ status: 'completed' })),
	'call.speak.ended': event('call.speak.ended', () => ({ status: 'completed' })),
	'call.recording.saved': event('call.recording.saved', () => ({
		recording_urls: { mp3: 'https://example.com/r.mp3', wav: 'https://example.com/r.wav' },
		channels: 'single',
	})),
	'call.recording.transcription.saved': event('call.recording.transcription.saved', () => ({
		transcription_text: 'A table please',
	})),
	'call.transcription': event('call.transcription', () => ({
		transcription_data: { transcript: 'A table please', is_final: true },
	})),
};
