'use strict';

/** How a call goes on (https://docs.vapi.ai/server-url/events). */

const { step } = require('../../step');

/** @param {string} reason */
const unreached = (reason) => [
	step('ringing', 'status-update', { status: 'ringing' }),
	step('ended', 'status-update', { status: 'ended', reason }),
	step('ended', 'end-of-call-report', { reason }),
];

module.exports = {
	completed: [
		step('ringing', 'status-update', { status: 'ringing' }),
		step('in-progress', 'status-update', { status: 'in-progress' }),
		step('ended', 'status-update', { status: 'ended', reason: 'customer-ended-call' }),
		step('ended', 'end-of-call-report', { reason: 'customer-ended-call' }),
	],
	busy: unreached('customer-busy'),
	'no-answer': unreached('customer-did-not-answer'),
	failed: unreached('call.start.error-get-transport'),
};
