'use strict';

/** How a call goes on (https://docs.huskyvoice.ai/api/cancelling-calls/: order of the statuses). */

const { step } = require('../../step');

// Busy, unanswered and broken calls are all `call.failed` to HuskyVoice.
const failed = [
	step('initiated', 'call.initiated'),
	step('ringing'),
	step('failed', 'call.failed'),
];

module.exports = {
	completed: [
		step('initiated', 'call.initiated'),
		step('ringing'),
		step('in_progress', 'call.answered'),
		step('completed', 'call.completed'),
	],
	busy: failed,
	'no-answer': failed,
	failed,
	disallowed: [step('disallowed', 'call.disallowed')],
};
