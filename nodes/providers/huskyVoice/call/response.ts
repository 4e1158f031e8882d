import type { IDataObject } from 'n8n-workflow';
import type { OperationName, Receipt } from '../../common/action';
import { statusReader } from '../../common/status';
import { isObject } from '../../../verification/json';
import { member, objectAt, textAt, truthAt } from '../../common/reading';

/**
 * HuskyVoice's words for the state of a call.
 *
 * @see https://docs.huskyvoice.ai/api/cancelling-calls/
 * @see https://docs.huskyvoice.ai/api/concurrency/
 */
const status = statusReader({
	queued: 'queued',
	pending: 'queued',
	initiated: 'initiated',
	ringing: 'ringing',
	'in-progress': 'in-progress',
	answered: 'in-progress',
	completed: 'completed',
	busy: 'busy',
	'no-answer': 'no-answer',
	failed: 'failed',
	cancelled: 'canceled',
	canceled: 'canceled',
	disallowed: 'blocked',
});

/** Reads an answer: the API wraps the call in `data`, except after a cancel; the inbound URL never does. */
export function receipt(body: IDataObject): Receipt {
	const data = objectAt(body, 'data');
	return {
		callId: textAt(data, 'call_id') ?? textAt(body, 'call_id'),
		status: status(textAt(data, 'status') ?? textAt(body, 'status')),
		message: textAt(body, 'message') ?? textAt(data, 'message'),
	};
}

/** Whether a body that came with 200 reports a failure. */
export function isFailure(body: IDataObject, operation: OperationName): boolean {
	const isRefused = truthAt(body, 'success') === false || isObject(member(body, 'error'));
	return isRefused || (operation === 'delete' && saysDeleted(body) === false);
}

/**
 * What an answer says about the erasure of a call: it is `data.deleted` over the API.
 *
 * @see https://docs.huskyvoice.ai/api/deleting-calls/
 */
export function saysDeleted(body: IDataObject): boolean | 'unknown' | null {
	const says = (part: IDataObject) => (member(part, 'deleted') ?? null) !== null;
	const part = [objectAt(body, 'data'), body].find(says);
	return part === undefined ? null : (truthAt(part, 'deleted') ?? 'unknown');
}
