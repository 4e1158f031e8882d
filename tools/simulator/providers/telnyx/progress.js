'use strict';

/** How a call goes on (https://developers.telnyx.com/docs/voice/programmable-voice/voice-api-webhooks). */

const { step } = require('../../step');

/** @param {string} reason */
const unanswered = (reason) => [
	step('initiated', 'call.initiated'),
	step('hangup', 'call.hangup', { reason }),
];

/** @type {import('../../step').Progress} */
module.exports = {
	completed: [
		step('initiated', 'call.initiated'),
		step('answered', 'call.answered'),
		step('hangup', 'call.hangup', { reason: 'normal_clearing' }),
	],
	busy: unanswered('user_busy'),
	'no-answer': unanswered('timeout'),
	failed: unanswered('call_rejected'),
};
