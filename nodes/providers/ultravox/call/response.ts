import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { textAt } from '../../common/reading';
import { statusOfCall } from '../statuses';

/** Reads a call. */
export function receipt(call: IDataObject): Receipt {
	const callId = textAt(call, 'callId');
	return { callId, status: callId === null ? null : statusOfCall(call), message: null };
}
