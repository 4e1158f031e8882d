'use strict';

/** How a call goes on (https://github.com/MiraiMinds/docs, v2/calls.mdx, v2/webhooks.mdx). */

const { step } = require('../../step');

/**
 * @param {string} status
 * @param {string} reason
 */
const unreached = (status, reason) => [
	step('dialing'),
	step(status, 'call.failed', { status, reason }),
];

module.exports = {
	completed: [
		step('dialing'),
		step('in_progress', 'call.started'),
		step('completed', 'call.completed'),
		step('completed', 'call.processed'),
	],
	busy: unreached('busy', 'customer-busy'),
	'no-answer': unreached('no_answer', 'customer-did-not-answer'),
	failed: unreached('failed', 'no-media'),
	voicemail: [step('dialing'), step('voicemail', 'call.voicemail')],
};
