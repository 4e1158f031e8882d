import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { objectAt, textAt, truthAt } from '../../common/reading';

const OVER = 'The call is over. Telnyx does not say here how it ended: its event call.hangup does.';

/** Reads the answer to a new call. It says `is_alive: false` at first, for dialing goes on by itself. */
export function dialed(body: IDataObject): Receipt {
	const callId = textAt(objectAt(body, 'data'), 'call_control_id');
	return { callId, status: callId === null ? null : 'initiated', message: null };
}

/**
 * Reads a call. There is no word for where it stands: whether it lives, and when it ended, is all.
 *
 * @see https://developers.telnyx.com/api-reference/call-information/retrieve-a-call-status
 */
export function receipt(body: IDataObject): Receipt {
	const call = objectAt(body, 'data');
	const callId = textAt(call, 'call_control_id');
	if (callId === null) return { callId, status: null, message: null };
	if (truthAt(call, 'is_alive') === true) return { callId, status: 'in-progress', message: null };
	const isOver = textAt(call, 'end_time') !== null;
	return { callId, status: 'unknown', message: isOver ? OVER : null };
}
