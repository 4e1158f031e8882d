import type { IDataObject } from 'n8n-workflow';
import type { OperationName, Receipt } from '../../common/action';
import { statusReader } from '../../common/status';
import { member, objectAt, textAt, truthAt } from '../../common/reading';
import { STATUSES } from '../statuses';

/** A new call is `queued`, which no event says. */
const status = statusReader({ queued: 'queued', ...STATUSES });

/**
 * Reads an answer; after an abort it is `{message}` on one page, `{status, callId}` on another, and the
 * same within `data` on a third.
 */
export function receipt(body: IDataObject): Receipt {
	const data = objectAt(body, 'data');
	return {
		callId: textAt(body, 'callId') ?? textAt(data, 'callId', 'call_id'),
		status: status(textAt(body, 'status') ?? textAt(data, 'status')),
		message: textAt(body, 'message'),
	};
}

/** Whether a body that came with 200 reports a failure. */
export function isFailure(body: IDataObject, operation: OperationName): boolean {
	const word = member(body, 'status');
	if (truthAt(body, 'success') === false || word === 'error') return true;
	if ([member(body, 'status_code'), member(body, 'code')].some(isErrorStatus)) return true;
	return operation === 'create' && (word === 'failed' || word === 'validation-failed');
}

/** Mirai Minds repeats the HTTP status in its bodies, as `status_code` or as `code`. */
function isErrorStatus(value: unknown): boolean {
	return Number(value) >= 400;
}
