import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { numberAt, textAt } from '../../common/reading';
import { callStatus, endStatus } from '../statuses';

/** Reads a call as the API gives it. The reason why it ended tells more than its status. */
export function receipt(call: IDataObject): Receipt {
	const wasConnected = numberAt(call, 'start_timestamp') !== null;
	const ended = endStatus(textAt(call, 'disconnection_reason'), wasConnected);
	const word = textAt(call, 'call_status');
	return {
		callId: textAt(call, 'call_id'),
		status: ended ?? (word === null ? null : callStatus(word)),
		message: null,
	};
}
