import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../../common/action';
import { textAt } from '../../common/reading';
import { conversationStatus } from '../statuses';

/** Reads a conversation as the API gives it. */
export function receipt(conversation: IDataObject): Receipt {
	const word = textAt(conversation, 'status');
	return {
		callId: textAt(conversation, 'conversation_id'),
		status: word === null ? null : conversationStatus(word),
		message: null,
	};
}

/** Reads the answer to a new call: `{success, message, conversation_id}`. It does not say where the call stands. */
export function acknowledgement(body: IDataObject): Receipt {
	return {
		callId: textAt(body, 'conversation_id'),
		status: null,
		message: textAt(body, 'message'),
	};
}
