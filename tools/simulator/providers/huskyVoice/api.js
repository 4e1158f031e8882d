'use strict';

/**
 * HuskyVoice AI's calls API (https://docs.huskyvoice.ai/api/api-keys/, .../creating-calls/,
 * .../cancelling-calls/, .../deleting-calls/). Create and delete wrap their answer in `data`,
 * cancel does not.
 */

const { createHash } = require('node:crypto');
const { isE164, isIndian } = require('../../phone-number');
const { routesOf } = require('../../routing');
const { hookRoute } = require('./hook');

/** @import { Authenticate, Handler, Problem } from '../../routing' */

/** @type {Record<number, string>} */
const CODES = {
	400: 'VALIDATION_ERROR',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	429: 'RATE_LIMIT_EXCEEDED',
	500: 'INTERNAL_ERROR',
};

/** @type {Problem} */
const problem = (status, message) => ({
	status,
	body: { error: { code: CODES[status] ?? 'INTERNAL_ERROR', message } },
});

/** @param {unknown} value */
const isFilled = (value) => typeof value === 'string' && value.trim() !== '';
/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {unknown} value */
const isTextOrAbsent = (value) => value === undefined || typeof value === 'string';

/**
 * What is wrong with the fields of a call to create, if anything.
 *
 * @param {Record<string, any>} fields
 * @param {import('../../settings').HuskyVoiceSettings} settings
 */
function complaint(fields, { agents, indianNumbersOnly }) {
	if (!isFilled(fields.agent_id)) return 'agent_id is required';
	if (agents !== null && !agents.includes(fields.agent_id)) return 'agent_id is not a known agent';
	if (fields.contact_number === undefined) return 'contact_number is required';
	if (!isE164(fields.contact_number)) return 'contact_number must be in E.164 form';
	if (indianNumbersOnly && !isIndian(fields.contact_number)) {
		return 'contact_number must be an Indian number: +91XXXXXXXXXX';
	}
	if (!isTextOrAbsent(fields.contact_name)) return 'contact_name must be a string';
	if (!isTextOrAbsent(fields.contact_email)) return 'contact_email must be a string';
	if (fields.additional_info !== undefined && !isObject(fields.additional_info)) {
		return 'additional_info must be an object';
	}
	return undefined;
}

/** @param {import('../../standIns').Context} context */
function createHuskyVoice({ settings, ledger }) {
	const { apiKey } = settings.credentials.huskyVoice;
	/** @type {Map<string, { digest: string, answer: import('../../http-exchange').Answer }>} */
	const replays = new Map();

	/**
	 * Bearer, and on DELETE `x-api-key`: the page on deleting shows no other.
	 *
	 * @type {(scope: string) => Authenticate}
	 */
	const authenticate = (scope) => (exchange) => {
		const { authorization, 'x-api-key': plainKey } = exchange.headers;
		const isKnown =
			exchange.method === 'DELETE' ? plainKey === apiKey : authorization === `Bearer ${apiKey}`;
		if (!isKnown) return { refusal: problem(401, 'Missing or invalid API key') };
		if (!settings.huskyVoice.scopes.includes(scope)) {
			return { refusal: problem(403, `The API key lacks the scope ${scope}`) };
		}
		return { key: apiKey };
	};

	/** @param {string} id */
	const find = (id) => ledger.find('huskyVoice', id);

	/** @param {Record<string, any>} fields */
	function place(fields) {
		return ledger.place({
			provider: 'huskyVoice',
			contact: fields.contact_number,
			marker: fields.additional_info?.marker,
			status: 'queued',
			request: fields,
		});
	}

	/** @type {Handler} */
	function create({ json, headers, body }) {
		const wrong = complaint(json, settings.huskyVoice);
		if (wrong !== undefined) return problem(400, wrong);
		const key = headers['idempotency-key']?.toString();
		const digest = createHash('sha256').update(body).digest('hex');
		const replay = key === undefined ? undefined : replays.get(key);
		if (replay !== undefined) {
			if (replay.digest === digest) return replay.answer;
			return problem(409, 'Idempotency-Key was used with another body');
		}
		const { id, status } = place(json);
		const more = settings.huskyVoice.bareAnswers ? {} : { status, agent_id: json.agent_id };
		const answer = { status: 201, body: { data: { call_id: id, ...more } } };
		if (key !== undefined) replays.set(key, { digest, answer });
		return answer;
	}

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		if (call === undefined || call.status === 'deleted') return problem(404, 'Call not found');
		const { status, request } = call;
		const { agent_id, contact_number } = request;
		return { status: 200, body: { data: { call_id: id, status, agent_id, contact_number } } };
	}

	/**
	 * Only what is queued; once more for what is cancelled already does no harm.
	 *
	 * @param {string} id
	 */
	function cancel(id) {
		const call = find(id);
		if (call === undefined) return problem(404, 'Call not found');
		if (call.status !== 'queued' && call.status !== 'cancelled') {
			return problem(409, `Call cannot be cancelled: its status is ${call.status}`);
		}
		if (call.status === 'queued') ledger.move(call, 'cancelled');
		const message = 'Call cancelled successfully';
		return { status: 200, body: { success: true, call_id: id, status: 'cancelled', message } };
	}

	/**
	 * Erases the customer's data, of a completed call only; tells what is wrong, if anything.
	 *
	 * @param {string} id
	 */
	function erase(id) {
		const call = find(id);
		if (call?.status !== 'completed') return problem(404, 'No completed call with this id');
		ledger.move(call, 'deleted');
		return undefined;
	}

	/** @type {Handler} */
	const eraseRoute = ({ params: [id] }) =>
		erase(id) ?? { status: 200, body: { data: { call_id: id, deleted: true } } };

	/** @param {string} scope */
	const route = (scope) => routesOf('huskyVoice', authenticate(scope));
	/** @type {Handler} */
	const cancelRoute = ({ params: [id] }) => cancel(id);
	/** @param {Record<string, any>} fields */
	const validate = (fields) => complaint(fields, settings.huskyVoice);

	return {
		name: 'huskyVoice',
		prefix: '/v1/',
		problem,
		routes: [
			route('calls:create')('create', 'POST', /^\/v1\/calls$/, create, true),
			route('calls:read')('get', 'GET', /^\/v1\/calls\/([^/]+)$/, get),
			route('calls:cancel')('cancel', 'POST', /^\/v1\/calls\/([^/]+)\/cancel$/, cancelRoute),
			route('calls:delete')('delete', 'DELETE', /^\/v1\/calls\/([^/]+)$/, eraseRoute),
			hookRoute({ settings, validate, place, cancel, erase, problem }),
		],
	};
}

module.exports = { createHuskyVoice };
