import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { textAt } from '../../common/reading';
import { receipt } from './response';

/**
 * Hangs up. That a second request does no harm is not documented, so there is none.
 *
 * @see https://developer.enablex.io/docs/references/apis/voice-api/
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [
		{
			...callIdField,
			placeholder: 'e.g. 0a1b2c3d-4e5f-6789-abcd-ef0123456789',
			description:
				'The voice_id of the call, which creating it returned as callId. The call is hung up, also while people talk.',
		},
	],
	repeatable: false,
	limits: 'EnableX hangs up calls that have not ended yet.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'DELETE', path: `/voice/v1/call/${callIdInPath(id)}`, callId: id };
	},
	receipt,
	// What hanging up is answered with is not documented; elsewhere `result: 0` and `state` are success.
	isDone: ({ status, body }, request, { callId, status: state }) =>
		status === 204 ||
		callId === request.callId ||
		(state !== null && state !== 'unknown') ||
		textAt(body ?? {}, 'result') === '0' ||
		textAt(body ?? {}, 'status') === 'success',
};
