'use strict';

/** How a call goes on; one that is not connected has no start (https://docs.retellai.com/features/webhook-overview). */

const { step } = require('../../step');

/** @param {string} reason */
const unreached = (reason) => [
	step('not_connected', 'call_ended', { status: 'not_connected', reason }),
	step('not_connected', 'call_analyzed', { status: 'not_connected', reason }),
];

module.exports = {
	completed: [
		step('ongoing', 'call_started'),
		step('ended', 'call_ended'),
		step('ended', 'call_analyzed'),
	],
	busy: unreached('dial_busy'),
	'no-answer': unreached('dial_no_answer'),
	failed: unreached('dial_failed'),
};
