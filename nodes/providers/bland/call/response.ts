import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { textAt } from '../../common/reading';
import { statusOf } from '../statuses';

/** Reads a call as the API gives it. */
export function receipt(call: IDataObject): Receipt {
	return { callId: textAt(call, 'call_id', 'c_id'), status: statusOf(call), message: null };
}

/** Reads an answer whose `status` is about the request, and says nothing about the call. */
export function acknowledgement(body: IDataObject): Receipt {
	return { callId: textAt(body, 'call_id'), status: null, message: textAt(body, 'message') };
}
