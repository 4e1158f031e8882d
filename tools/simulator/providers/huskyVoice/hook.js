'use strict';

/**
 * HuskyVoice AI's inbound webhook URL (https://docs.huskyvoice.ai/api/inbound-webhooks/): the token
 * in the path is the only credential, and the answers are flat. The page shows no status for
 * success; here it is 200. No idempotency is documented, so the header has no effect. `call.delete` is on the
 * page on deleting by its name; its data and answer are taken to be like those of a cancel.
 */

/**
 * @import { Answer } from '../../http-exchange'
 * @import { Handler, Problem, Route } from '../../routing'
 */

/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param {object} calls
 * @param {import('../../settings').CompleteSettings} calls.settings
 * @param {(fields: object) => string|undefined} calls.validate
 * @param {(fields: object) => import('../../ledger').Call} calls.place
 * @param {(id: string) => Answer} calls.cancel gives the answer
 * @param {(id: string) => Answer | undefined} calls.erase gives the answer where it cannot
 * @param {Problem} calls.problem
 * @returns {Route}
 */
function hookRoute({ settings, validate, place, cancel, erase, problem }) {
	const { inboundToken } = settings.credentials.huskyVoice;

	/** @param {object} fields */
	function create(fields) {
		const wrong = validate(fields);
		if (wrong !== undefined) return problem(400, wrong);
		const { id, status } = place(fields);
		const message = 'Call queued successfully';
		return { status: 200, body: { success: true, call_id: id, status, message } };
	}

	/** @type {Handler} */
	function handle({ json: { action, data } }) {
		if (typeof action !== 'string') return problem(400, 'action is required');
		if (!isObject(data)) return problem(400, 'data is required');
		if (action === 'call.create') return create(data);
		if (action !== 'call.cancel' && action !== 'call.delete') {
			return problem(400, `Unknown action: ${action}`);
		}
		const { call_id: id } = data;
		if (typeof id !== 'string') return problem(400, 'data.call_id is required');
		if (action === 'call.cancel') return cancel(id);
		return erase(id) ?? { status: 200, body: { success: true, call_id: id, deleted: true } };
	}

	return {
		name: 'huskyVoice.hook',
		method: 'POST',
		path: /^\/v1\/hooks\/([^/]+)$/,
		takesJson: true,
		authenticate: ({ params: [token] }) =>
			token === inboundToken
				? { key: inboundToken }
				: { refusal: problem(401, 'Invalid webhook token') },
		handle,
	};
}

module.exports = { hookRoute };
