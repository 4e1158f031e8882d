'use strict';

/** Bland's report and in-call events (https://docs.bland.ai/tutorials/post-call-webhooks). */

/** @import { EventOf } from '../../events' */

const DURATION = 90;

/** @type {EventOf} */
const report = (facts) => {
	const end = facts.at ?? new Date('2025-04-01T10:01:30Z');
	const status = facts.status ?? 'completed';
	const isCompleted = status === 'completed';
	const seconds = isCompleted ? (facts.durationSeconds ?? DURATION) : 0;
	return {
		call_id: facts.callId ?? 'c-1',
		c_id: facts.callId ?? 'c-1',
		to: facts.to ?? '+14155550123',
		from: facts.from ?? '+14155550100',
		inbound: false,
		completed: isCompleted,
		queue_status: 'complete',
		status,
		answered_by: isCompleted ? 'human' : null,
		call_length: seconds / 60,
		corrected_duration: String(seconds),
		started_at: new Date(end.getTime() - seconds * 1000).toISOString(),
		end_at: end.toISOString(),
		error_message: facts.reason ?? null,
		metadata: facts.metadata ?? { order: '7' },
		recording_url: 'https://example.com/recording.mp3',
		summary: 'The caller booked a table.',
		price: 0.14,
		call_ended_by: 'USER',
		pathway_id: facts.agentId ?? 'pathway-1',
		concatenated_transcript: 'assistant: Hello \n user: A table please',
		transcripts: [
			{ id: 1, user: 'assistant', text: 'Hello' },
			{ id: 2, user: 'agent-action', text: 'Moved to the next node' },
			{ id: 3, user: 'user', text: 'A table please' },
		],
	};
};
/** @type {(category: string) => EventOf} */
const during = (category) => (facts) => ({
	message: 'Something happened',
	call_id: facts.callId ?? 'c-1',
	category,
	log_level: 'info',
});

module.exports = {
	'call.report': report,
	'in_call.call': during('call'),
	'in_call.citations': during('citations'),
	'in_call.dynamic_data': during('dynamic_data'),
	'in_call.latency': during('latency'),
	'in_call.queue': during('queue'),
	'in_call.tool': during('tool'),
	'in_call.webhook': during('webhook'),
};
