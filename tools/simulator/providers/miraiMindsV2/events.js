'use strict';

/** The events of Mirai Minds' v2 API (https://github.com/MiraiMinds/docs, v2/webhooks.mdx). */

/**
 * @import { EventOf, Facts } from '../../events'
 * @typedef {{ end: Date, seconds: number }} Times
 */

const DURATION = 30;

/** @type {(type: string, data: (facts: Facts) => object) => EventOf} */
const envelope = (type, data) => (facts) => ({
	id: facts.eventId ?? 'evt_01A',
	type,
	created_at: (facts.at ?? new Date('2026-09-01T10:00:31Z')).toISOString(),
	data: data(facts),
});
/** @type {(status: string, more?: (times: Times, facts: Facts) => object) => (facts: Facts) => { call: object }} */
const call =
	(status, more = () => ({})) =>
	(facts) => {
		const end = facts.at ?? new Date('2026-09-01T10:00:30Z');
		const seconds = facts.durationSeconds ?? DURATION;
		return {
			call: {
				id: facts.callId ?? 'call_01B',
				object: 'call',
				agent_id: facts.agentId ?? 'agt_01C',
				to: facts.to ?? '+919800000001',
				status,
				created_at: new Date(end.getTime() - (seconds + 9) * 1000).toISOString(),
				started_at: null,
				ended_at: null,
				metadata: facts.metadata ?? { order: '7' },
				...more({ end, seconds }, facts),
			},
		};
	};
/** @param {Times} times */
const talked = ({ end, seconds }) => ({
	started_at: new Date(end.getTime() - seconds * 1000).toISOString(),
	ended_at: end.toISOString(),
	duration_secs: seconds,
	cost: { amount_inr: 2.5 },
	ended_reason: 'customer-ended-call',
});
/** @param {string} type */
const campaign = (type) =>
	envelope(type, (facts) => ({
		campaign: { id: facts.callId ?? 'cmp_01', object: 'campaign', name: 'June', status: 'play' },
	}));

module.exports = {
	'call.queued': envelope('call.queued', call('queued')),
	'call.started': envelope(
		'call.started',
		call('in_progress', ({ end }) => ({ started_at: end.toISOString() })),
	),
	'call.completed': envelope('call.completed', call('completed', talked)),
	'call.voicemail': envelope('call.voicemail', call('voicemail', talked)),
	'call.failed': envelope(
		'call.failed',
		call('busy', ({ end }, { status = 'busy', reason = 'customer-busy' }) => ({
			status,
			ended_at: end.toISOString(),
			duration_secs: 0,
			ended_reason: reason,
		})),
	),
	'call.aborted': envelope('call.aborted', call('aborted')),
	'call.processed': envelope('call.processed', (facts) => ({
		...call('completed', (times) => ({
			...talked(times),
			analysis: { status: 'done', summary: 'The caller booked a table.' },
		}))(facts),
		transcript: {
			status: 'ready',
			turns: [
				{ role: 'assistant', text: 'Hello', start_ms: 0, end_ms: 900 },
				{ role: 'user', text: 'A table please', start_ms: 1000, end_ms: null },
			],
		},
	})),
	'campaign.started': campaign('campaign.started'),
	'campaign.paused': campaign('campaign.paused'),
	'campaign.resumed': campaign('campaign.resumed'),
	'campaign.completed': campaign('campaign.completed'),
	'campaign.stopped': campaign('campaign.stopped'),
};
