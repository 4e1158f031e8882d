'use strict';

/** How a call goes on (https://github.com/EnableX/voice-api-outbound). */

const { step } = require('../../step');

/** @param {string} reason */
const unanswered = (reason) => [
	step('initiated', 'initiated'),
	step('ringing', 'ringing'),
	step('disconnected', 'disconnected', { reason }),
];

module.exports = {
	completed: [
		step('initiated', 'initiated'),
		step('ringing', 'ringing'),
		step('connected', 'connected'),
		step('disconnected', 'disconnected', { durationSeconds: 12.5 }),
	],
	busy: unanswered('busy'),
	'no-answer': unanswered('no-answer'),
	failed: [step('initiated', 'initiated'), step('failed', 'failed')],
};
