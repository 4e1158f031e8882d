'use strict';

/** How a call goes on: nothing is told before it is over (https://elevenlabs.io/docs/eleven-agents/workflows/post-call-webhooks). */

const { step } = require('../../step');

/** @param {string} reason */
const unreached = (reason) => [step('failed', 'call_initiation_failure', { reason })];

module.exports = {
	completed: [step('in-progress'), step('processing'), step('done', 'post_call_transcription')],
	busy: unreached('busy'),
	'no-answer': unreached('no-answer'),
	failed: unreached('unknown'),
};
