import type { Operation } from '../../common/action';
import { callId, callIdInPath } from '../../common/callId';
import { callIdField } from '../../common/fields';
import { callPath } from './get.operation';
import { receipt } from './response';

/**
 * Ends an ongoing call; 204 says that it was done. Whether a second request is harmless is not documented.
 *
 * @see https://docs.retellai.com/api-references/stop-call
 */
export const cancel: Operation = {
	name: 'cancel',
	fields: [callIdField],
	repeatable: false,
	limits:
		'Retell AI stops calls that go on and have not ended. With 422 it refuses all others, and those that the workspace of the key does not have.',
	request: (read) => {
		const id = callId(read('callId'));
		return { method: 'POST', path: `/v2/stop-call/${callIdInPath(id)}`, callId: id };
	},
	receipt,
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
