'use strict';

/** How a call goes on: one report when it is over, whatever its end (https://docs.bland.ai/tutorials/post-call-webhooks). */

const { step } = require('../../step');

/**
 * @param {string} status
 * @param {string} [reason]
 */
const unreached = (status, reason) => [step(status, 'call.report', { status, reason })];

module.exports = {
	completed: [step('started'), step('completed', 'call.report')],
	busy: unreached('busy'),
	'no-answer': unreached('no-answer'),
	failed: unreached('failed', 'The number is not in service'),
};
