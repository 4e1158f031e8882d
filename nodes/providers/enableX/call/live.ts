import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Operation, ReadParameter, Receipt } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { choice } from '../../common/choice';
import { callIdField } from '../../common/fields';
import { textAt } from '../../common/reading';
import type { CallRequest, SuccessAnswer } from '../../common/request';
import { optionalText } from '../../common/text';
import { ENDS, receipt } from './response';

/** The call that something is done with. */
export const liveCallId: INodeProperties = {
	...callIdField,
	placeholder: 'e.g. 0a1b2c3d-4e5f-6789-abcd-ef0123456789',
	description:
		'The voice_id of the call: callId of the node that created it, call.id of its events',
};

/** For a call that belongs to a broadcast. */
export const broadcastId: INodeProperties = {
	displayName: 'Broadcast ID',
	name: 'broadcastId',
	type: 'string',
	default: '',
	description:
		'For a call of a broadcast, if EnableX does not know it by its own ID: its sample names both, its newest page says that the ID of the call is enough',
};

/** Which method is used where EnableX's pages disagree. */
export const requestMethod: INodeProperties = {
	displayName: 'Request Method',
	name: 'requestMethod',
	type: 'options',
	options: [
		{ name: 'POST', value: 'POST' },
		{ name: 'PUT', value: 'PUT' },
	],
	default: 'PUT',
	description:
		'How the request is sent. EnableX’s code uses PUT, one of its pages shows POST: change this if EnableX answers 404 or 405 for a call that is live.',
};

/**
 * A request about a live call.
 *
 * @param action what follows the ID of the call in the path, e.g. `play`; nothing for the call itself
 * @throws BadInput when an ID is missing, or cannot stand in a URL
 */
export function requestOnCall(
	read: ReadParameter,
	action?: string,
	body?: IDataObject,
): CallRequest & { callId: string } {
	const id = callId(read('callId'));
	const broadcast = optionalText(read('additionalFields.broadcastId'));
	const owner = broadcast === '' ? '' : `/broadcast/${callIdInPath(broadcastIdOf(broadcast))}`;
	return {
		method: choice(read('additionalFields.requestMethod'), 'Request Method', ['PUT', 'POST']),
		path: `/voice/v1${owner}/call/${callIdInPath(id)}${action === undefined ? '' : `/${action}`}`,
		...(body === undefined ? {} : { body }),
		callId: id,
	};
}

function broadcastIdOf(value: string): string {
	return callId(value, 'Broadcast ID', 'Give the callId that creating the broadcast returned.');
}

/** What all that is done with a live call has in common. That a second request does no harm is not documented. */
export const onLiveCall = {
	repeatable: false,
	limits: 'EnableX does this only while the call is live.',
	receipt: liveReceipt,
	isDone: isLiveDone,
} as const satisfies Partial<Operation>;

/** What a live call is asked for leaves it in progress; `state` in the answer is about what was asked for. */
function liveReceipt(body: IDataObject): Receipt {
	const { status, ...others } = receipt(body);
	return { ...others, status: status === 'completed' ? status : 'in-progress' };
}

/**
 * EnableX's samples go by `status`, `state` or `playstate` of the answer, one page by `result`. An
 * answer that names another call, or says that the call is over, is no evidence.
 *
 * @see https://github.com/EnableX/enablex-voice-dialer-sdk/blob/develop/voice_server_sdk/server.js
 */
function isLiveDone(
	{ status, body }: SuccessAnswer,
	request: CallRequest,
	about: Receipt,
): boolean {
	const answer = body ?? {};
	const word = (name: string) => textAt(answer, name)?.trim().toLowerCase();
	if (about.callId !== null && about.callId !== request.callId) return false;
	if (ENDS.has(word('state') ?? '')) return false;
	return (
		status === 204 ||
		about.callId === request.callId ||
		word('status') === 'success' ||
		word('result') === '0' ||
		[word('state'), word('playstate')].includes('initiated')
	);
}
