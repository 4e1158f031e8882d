import type { IDataObject } from 'n8n-workflow';
import type { CallStatus } from '../common/event';
import { textAt, truthAt } from '../common/reading';

/** What `status` of a call says. */
const STATUSES: Readonly<Record<string, CallStatus>> = {
	completed: 'completed',
	failed: 'failed',
	error: 'failed',
	busy: 'busy',
	'no-answer': 'no-answer',
	canceled: 'canceled',
	cancelled: 'canceled',
};

/** What `queue_status` of a call says, which has no end but one. */
const QUEUE_STATUSES: Readonly<Record<string, CallStatus>> = {
	new: 'queued',
	queued: 'queued',
	allocated: 'initiated',
	started: 'in-progress',
	complete: 'completed',
	completed: 'completed',
	error: 'failed',
};

/**
 * Where a call stands, as a report or the API gives it.
 *
 * @see https://docs.bland.ai/api-v1/get/calls-id
 */
export function statusOf(call: IDataObject): CallStatus {
	const word = textAt(call, 'status')?.toLowerCase() ?? '';
	if (Object.hasOwn(STATUSES, word)) return STATUSES[word];
	const queued = textAt(call, 'queue_status')?.toLowerCase() ?? '';
	if (Object.hasOwn(QUEUE_STATUSES, queued)) return QUEUE_STATUSES[queued];
	return truthAt(call, 'completed') === true ? 'completed' : 'unknown';
}
