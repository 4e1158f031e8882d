'use strict';

/**
 * Mirai Minds' call lifecycle events (https://docs.miraiminds.co/developers/call-lifecycle-events).
 * Where that page and the published OpenAPI draft disagree, the page is followed.
 */

/** @import { EventOf, Facts } from '../../events' */

const DEFAULT_DURATION_SECONDS = 42;

/**
 * @param {string} status
 * @param {Facts} facts
 * @param {boolean} isOver
 */
const call = (status, facts, isOver) => {
	const at = facts.at ?? new Date('2026-02-20T10:00:42.000Z');
	const durationSeconds = facts.durationSeconds ?? DEFAULT_DURATION_SECONDS;
	const isDialed = status !== 'skip' && status !== 'validation-failed';
	const startedAt = new Date(isOver ? at.getTime() - durationSeconds * 1000 : at.getTime());
	const id = facts.callId ?? 'c_8d1f27';
	return {
		id,
		status,
		startedAt: isDialed ? startedAt.toISOString() : null,
		endedAt: isOver ? at.toISOString() : null,
		durationSeconds: isOver && isDialed ? durationSeconds : 0,
		recordingUrl:
			status === 'completed' ? `https://recordings.example.com/miraiminds/${id}.mp3` : null,
		detailUrl: `https://console.example.com/calls/${id}`,
	};
};

/** @type {(type: string, data: (facts: Facts) => object) => EventOf} */
const envelope = (type, data) => {
	return (facts) => ({
		metadata: facts.metadata ?? { customer_id: '12345' },
		event: { type, data: data(facts) },
	});
};

/** @type {(type: string, status: string) => EventOf} */
const running = (type, status) => envelope(type, (facts) => ({ call: call(status, facts, false) }));
/** @type {(type: string, status: string) => EventOf} */
const over = (type, status) => envelope(type, (facts) => ({ call: call(status, facts, true) }));

/** @type {(name: string, reason: string | null, payload: object) => EventOf} */
const action = (name, reason, payload) =>
	envelope('action', (facts) => ({
		action: name,
		call: { id: facts.callId ?? 'c_8d1f27' },
		reason,
		payload,
	}));

module.exports = {
	'call.initiate': running('call.initiate', 'initiate'),
	'call.in-progress': running('call.in-progress', 'in-progress'),
	'call.ended': over('call.ended', 'ended'),
	'call.completed': over('call.completed', 'completed'),
	'call.timeout': over('call.timeout', 'timeout'),
	'end-of-call': envelope('end-of-call', (facts) => ({
		call: call('completed', facts, true),
		analysis: {
			success: true,
			summary: 'The customer will complete the purchase today.',
			insights: { intent: 'purchase', callback_requested: false },
		},
		credits: { used: 1.5, available: 98.5 },
	})),
	'call.lifecycle-ended': envelope('call.lifecycle-ended', (facts) => ({
		call: call(facts.finalStatus ?? 'completed', facts, true),
		report: {
			reAttemptCount: 0,
			rescheduledCount: 0,
			finalStatus: facts.finalStatus ?? 'completed',
		},
	})),
	'call.failed': over('call.failed', 'failed'),
	'call.busy': over('call.busy', 'busy'),
	'call.no-answer': over('call.no-answer', 'no-answer'),
	'call.validation-failed': over('call.validation-failed', 'validation-failed'),
	'call.skip': over('call.skip', 'skip'),
	'call.rescheduled': running('call.rescheduled', 'rescheduled'),
	'call.aborted': over('call.aborted', 'aborted'),
	// The name is printed as create_order and as create-order, and likewise send_whatsapp.
	'action:create_order': action('create_order', null, {
		email: 'raj@company.example',
		phone: '+919876543210',
		lineItems: [{ variantId: '44352', quantity: 1 }],
		shippingAddress: {
			firstName: 'Raj',
			lastName: 'Patel',
			address1: '12 MG Road',
			address2: '',
			city: 'Pune',
			province: 'Maharashtra',
			zip: '411001',
			country: 'India',
			phone: '+919876543210',
		},
		paymentMode: 'cod',
		cartTotal: 1499,
		codCharge: 50,
		discount: { code: 'CALL10', reason: 'retention' },
		note: '',
		abandonedCheckoutId: null,
	}),
	'action:send_whatsapp': action('send_whatsapp', 'missing_address', { number: '+919876543210' }),
};
