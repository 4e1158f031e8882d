'use strict';

/** How a call goes on (https://docs.miraiminds.co/developers/call-lifecycle-events). */

const { step } = require('../../step');

/** @param {string} status */
const unreached = (status) => [
	step('initiate', 'call.initiate'),
	step(status, `call.${status}`),
	step(status, 'call.lifecycle-ended', { finalStatus: status }),
];

module.exports = {
	completed: [
		step('initiate', 'call.initiate'),
		step('in-progress', 'call.in-progress'),
		step('ended', 'call.ended'),
		step('completed', 'call.completed'),
		step('completed', 'end-of-call'),
		step('completed', 'call.lifecycle-ended'),
	],
	busy: unreached('busy'),
	'no-answer': unreached('no-answer'),
	failed: unreached('failed'),
	timeout: [
		step('initiate', 'call.initiate'),
		step('in-progress', 'call.in-progress'),
		step('timeout', 'call.timeout'),
	],
	skip: [step('skip', 'call.skip')],
	'validation-failed': [step('validation-failed', 'call.validation-failed')],
	rescheduled: [step('initiate', 'call.initiate'), step('rescheduled', 'call.rescheduled')],
};
