import type { CallStatus } from '../common/event';

/**
 * The states of a call. One that its time limit ended was a conversation, though the event says failed.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx)
 */
export const STATUSES: Readonly<Record<string, CallStatus>> = {
	queued: 'queued',
	dialing: 'ringing',
	in_progress: 'in-progress',
	completed: 'completed',
	voicemail: 'completed',
	timeout: 'completed',
	no_answer: 'no-answer',
	busy: 'busy',
	failed: 'failed',
	aborted: 'canceled',
};
