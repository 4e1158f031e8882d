import type { Operation } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { truthAt } from '../../common/reading';
import { jsonObject } from '../../common/jsonObject';
import { payload } from './fields';
import { receipt } from './response';

/**
 * Replaces the payload of a call before its first attempt. Nothing says what a second request does once
 * the first attempt has begun, so there is none.
 *
 * @see https://github.com/MiraiMinds/docs (legacy-openapi.yaml)
 */
export const update: Operation = {
	name: 'update',
	fields: [{ ...callIdField, placeholder: 'e.g. c_abc123' }, payload],
	repeatable: false,
	limits: 'Mirai Minds v1 changes a call only before its first attempt.',
	request: (read) => {
		const id = callId(read('callId'));
		return {
			method: 'PUT',
			path: `/v2/call/${callIdInPath(id)}`,
			body: { payload: newPayload(read('payload')) },
			callId: id,
		};
	},
	// The answer does not say where the call stands, but only one that waits is changed.
	receipt: (body) => ({ ...receipt(body), status: receipt(body).status ?? 'queued' }),
	isDone: ({ body }, request, receipt) =>
		receipt.callId === null
			? truthAt(body ?? {}, 'success') === true || Number(body?.status_code) === 200
			: receipt.callId === request.callId,
};

/** The call's payload is replaced as a whole, so an empty one would take away what the call has. */
function newPayload(value: unknown) {
	const entered = jsonObject(value, 'Payload (JSON)') ?? {};
	if (Object.keys(entered).length > 0) return entered;
	throw new BadInput(
		'Payload (JSON) is empty.',
		'Give the whole new payload: it takes the place of the one that the call has.',
	);
}
