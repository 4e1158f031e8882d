'use strict';

/** How a call goes on (https://docs.voxifi.io/webhooks/event-types). */

const { step } = require('../../step');

module.exports = {
	completed: [
		step('ringing'),
		step('in-progress', 'call.started'),
		step('completed', 'call.ended'),
		step('completed', 'call.completed'),
	],
	busy: [
		step('ringing'),
		step('busy', 'call.failed', { reason: 'The line was busy', errorCode: 'busy' }),
	],
	'no-answer': [step('ringing'), step('no-answer', 'call.failed')],
	failed: [
		step('failed', 'call.failed', { reason: 'Agent not found', errorCode: 'agent_not_found' }),
	],
};
