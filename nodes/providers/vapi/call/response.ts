import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import type { CallStatus } from '../../common/event';
import { textAt } from '../../common/reading';
import { endStatus } from '../endedReason';
import { STATUSES } from '../statuses';

/** Reads a call as the API gives it. */
export function receipt(call: IDataObject): Receipt {
	return { callId: textAt(call, 'id'), status: statusOf(call), message: null };
}

function statusOf(call: IDataObject): CallStatus | null {
	const word = textAt(call, 'status');
	if (word === null) return null;
	if (word === 'ended') return endStatus(textAt(call, 'endedReason'));
	return Object.hasOwn(STATUSES, word) ? STATUSES[word] : 'unknown';
}
