import type { CallStatus } from '../common/event';

/**
 * Mirai Minds v1's call statuses; its event types are the same words after `call.`.
 *
 * @see https://github.com/MiraiMinds/voice-agent-integration-specs
 */
export const STATUSES: Record<string, CallStatus> = {
	initiate: 'initiated',
	'in-progress': 'in-progress',
	ended: 'completed',
	completed: 'completed',
	// The conversation took place and was cut off at the maximum duration: not a failure to connect.
	timeout: 'completed',
	failed: 'failed',
	'validation-failed': 'failed',
	busy: 'busy',
	'no-answer': 'no-answer',
	skip: 'blocked',
	rescheduled: 'rescheduled',
	aborted: 'canceled',
};
