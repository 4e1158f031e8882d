import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { textAt } from '../../common/reading';
import { STATUSES } from '../statuses';

/** Reads a call, or the short answer that creating and aborting one give. */
export function receipt(call: IDataObject): Receipt {
	const word = textAt(call, 'status');
	const status = word === null ? null : Object.hasOwn(STATUSES, word) ? STATUSES[word] : 'unknown';
	return { callId: textAt(call, 'id', 'call_id'), status, message: null };
}
