import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Idempotency, Operation, ReadParameter, Receipt } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { member, objectAt, textAt } from '../../common/reading';
import type { CallRequest, SuccessAnswer } from '../../common/request';
import { receipt } from './response';

/**
 * Commands with the same `command_id` are ignored for a minute, says Telnyx, and asks to send one again that
 * was not answered.
 *
 * @see https://developers.telnyx.com/docs/voice/programmable-voice/receiving-webhooks
 * @see https://developers.telnyx.com/docs/voice/programmable-voice/command-retries
 */
export const COMMAND_ID: Idempotency = { member: 'command_id', lifetimeSeconds: 60 };

/** The call that something is done with. */
export const callField: INodeProperties = {
	...callIdField,
	placeholder: 'e.g. v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg',
	description:
		'The call_control_id of the call: callId of the node that created it, call.id of its events',
};

/** The path of a call in the API. */
export function callPath(id: string): string {
	return `/calls/${callIdInPath(id)}`;
}

/**
 * A command to a call.
 *
 * @param action what follows in the path, e.g. `hangup`
 * @throws BadInput when the ID is missing, or cannot stand in a URL
 * @see https://developers.telnyx.com/docs/voice/programmable-voice/sending-commands
 */
export function commandTo(
	read: ReadParameter,
	action: string,
	body: IDataObject = {},
): CallRequest & { callId: string } {
	const id = callId(read('callId'));
	return { method: 'POST', path: `${callPath(id)}/actions/${action}`, body, callId: id };
}

/** What all commands have in common. What one with a known `command_id` is answered is not documented. */
export const command = {
	repeatable: false,
	idempotency: COMMAND_ID,
	receipt: commandReceipt,
	isDone: isCommandDone,
} as const satisfies Partial<Operation>;

/** Reads the answer to a command, which names no call; or the call itself, where that was asked for. */
export function commandReceipt(body: IDataObject): Receipt {
	const isCall = member(objectAt(body, 'data'), 'is_alive') !== undefined;
	return isCall ? receipt(body) : { callId: null, status: null, message: null };
}

/** Telnyx says `ok`. */
function isCommandDone({ body }: SuccessAnswer): boolean {
	return textAt(objectAt(body ?? {}, 'data'), 'result') === 'ok';
}

/** What is done with a live call leaves it in progress; what came of it is told by an event. */
export const liveCommand = {
	...command,
	limits: 'Telnyx does this only while the call is live, and answered.',
	receipt: (body: IDataObject): Receipt => ({ ...commandReceipt(body), status: 'in-progress' }),
} as const satisfies Partial<Operation>;
