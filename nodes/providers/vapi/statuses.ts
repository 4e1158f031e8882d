import type { CallStatus } from '../common/event';

/**
 * Vapi's words for a call that is not over; of one that `ended`, the reason says how.
 *
 * @see https://github.com/VapiAI/docs (fern/apis/api/openapi.json)
 */
export const STATUSES: Readonly<Record<string, CallStatus>> = {
	scheduled: 'queued',
	queued: 'queued',
	ringing: 'ringing',
	'in-progress': 'in-progress',
	forwarding: 'in-progress',
};
