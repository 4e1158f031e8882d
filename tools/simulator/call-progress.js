'use strict';

/**
 * How a call goes on after it was placed: the statuses it takes, in the provider's words, and the
 * event that is sent at each. A step without an event is a status that nobody is told of.
 *
 * - HuskyVoice AI: https://docs.huskyvoice.ai/api/cancelling-calls/ (order of the statuses)
 * - EnableX: https://github.com/EnableX/voice-api-outbound
 * - Mirai Minds: https://docs.miraiminds.co/developers/call-lifecycle-events
 * - Voxifi: https://docs.voxifi.io/webhooks/event-types
 */

const step = (status, event, facts) => ({ status, event, facts });

// Busy, unanswered and broken calls are all `call.failed` to HuskyVoice.
const huskyVoiceFailed = [
	step('initiated', 'call.initiated'),
	step('ringing'),
	step('failed', 'call.failed'),
];

const huskyVoice = {
	completed: [
		step('initiated', 'call.initiated'),
		step('ringing'),
		step('in_progress', 'call.answered'),
		step('completed', 'call.completed'),
	],
	busy: huskyVoiceFailed,
	'no-answer': huskyVoiceFailed,
	failed: huskyVoiceFailed,
	disallowed: [step('disallowed', 'call.disallowed')],
};

const enableXUnanswered = (reason) => [
	step('initiated', 'initiated'),
	step('ringing', 'ringing'),
	step('disconnected', 'disconnected', { reason }),
];

const enableX = {
	completed: [
		step('initiated', 'initiated'),
		step('ringing', 'ringing'),
		step('connected', 'connected'),
		step('disconnected', 'disconnected', { durationSeconds: 12.5 }),
	],
	busy: enableXUnanswered('busy'),
	'no-answer': enableXUnanswered('no-answer'),
	failed: [step('initiated', 'initiated'), step('failed', 'failed')],
};

const unreached = (status) => [
	step('initiate', 'call.initiate'),
	step(status, `call.${status}`),
	step(status, 'call.lifecycle-ended', { finalStatus: status }),
];

const miraiMinds = {
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

const voxifi = {
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

const courses = { enableX, huskyVoice, miraiMinds, voxifi };

/**
 * @param {string} provider
 * @param {string} outcome `completed`, `busy`, `no-answer` or `failed`; HuskyVoice also
 *   `disallowed`; Mirai Minds also `timeout`, `skip`, `validation-failed` and `rescheduled`
 * @returns {Array<{ status: string, event?: string, facts?: import('./events').Facts }>}
 */
function progressOf(provider, outcome) {
	const steps = courses[provider][outcome];
	if (steps === undefined) throw new Error(`${provider} has no outcome ${outcome}`);
	return steps;
}

module.exports = { progressOf };
