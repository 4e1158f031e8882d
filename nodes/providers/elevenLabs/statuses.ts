import type { CallStatus } from '../common/event';

/**
 * `status` of a conversation. One that is processed is over.
 *
 * @see https://elevenlabs.io/docs/api-reference/conversations/get
 */
const STATUSES: Record<string, CallStatus> = {
	initiated: 'initiated',
	'in-progress': 'in-progress',
	processing: 'completed',
	done: 'completed',
	failed: 'failed',
};

/** Where a conversation stands by its `status`. */
export function conversationStatus(word: string): CallStatus {
	return Object.hasOwn(STATUSES, word) ? STATUSES[word] : 'unknown';
}
