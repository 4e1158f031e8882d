'use strict';

/** How a call goes on (https://docs.ultravox.ai/webhooks/available-webhooks). */

const { step } = require('../../step');

/** By Twilio and the like a busy line looks as one that nobody answers. */
const unjoined = [step('ended', 'call.ended', { reason: 'unjoined' })];

module.exports = {
	completed: [
		step('joined', 'call.joined'),
		step('ended', 'call.ended', { reason: 'hangup' }),
		step('ended', 'call.billed', { reason: 'hangup' }),
	],
	busy: unjoined,
	'no-answer': unjoined,
	failed: [
		step('joined', 'call.joined'),
		step('ended', 'call.ended', { reason: 'connection_error' }),
	],
};
