import type { IDataObject } from 'n8n-workflow';
import type { OperationName, Receipt } from '../../action';
import { statusReader } from '../../calls/status';
import { member, objectAt, textAt } from '../../reading';

/** Mirai Minds' call statuses: https://github.com/MiraiMinds/voice-agent-integration-specs */
const status = statusReader({
	queued: 'queued',
	initiate: 'initiated',
	'in-progress': 'in-progress',
	ended: 'completed',
	completed: 'completed',
	timeout: 'completed',
	failed: 'failed',
	'validation-failed': 'failed',
	busy: 'busy',
	'no-answer': 'no-answer',
	skip: 'blocked',
	rescheduled: 'rescheduled',
	aborted: 'canceled',
});

/** Reads an answer; after an abort it is `{message}` on one page and `{status, callId}` on another. */
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
	if (member(body, 'success') === false || word === 'error') return true;
	return operation === 'create' && (word === 'failed' || word === 'validation-failed');
}
