'use strict';

/**
 * HuskyVoice AI's calls API (https://docs.huskyvoice.ai/api/api-keys/, .../creating-calls/,
 * .../cancelling-calls/, .../deleting-calls/). Create and delete wrap their answer in `data`,
 * cancel does not.
 */

const { createHash } = require('node:crypto');
const { isE164, isIndian } = require('../../phone-number');
const { hookRoute } = require('./hook');

const CODES = {
	400: 'VALIDATION_ERROR',
	401: 'UNAUTHORIZED',
	403: 'FORBIDDEN',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	429: 'RATE_LIMIT_EXCEEDED',
	500: 'INTERNAL_ERROR',
};

const problem = (status, message) => ({
	status,
	body: { error: { code: CODES[status] ?? 'INTERNAL_ERROR', message } },
});

const isFilled = (value) => typeof value === 'string' && value.trim() !== '';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOrAbsent = (value) => value === undefined || typeof value === 'string';

/** What is wrong with the fields of a call to create, if anything. */
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

function createHuskyVoice({ settings, ledger }) {
	const { apiKey } = settings.credentials.huskyVoice;
	const replays = new Map();

	/** Bearer, and on DELETE `x-api-key`: the page on deleting shows no other. */
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

	const find = (id) => ledger.find('huskyVoice', id);

	function place(fields) {
		return ledger.place({
			provider: 'huskyVoice',
			contact: fields.contact_number,
			marker: fields.additional_info?.marker,
			status: 'queued',
			request: fields,
		});
	}

	function create({ json, headers, body }) {
		const wrong = complaint(json, settings.huskyVoice);
		if (wrong !== undefined) return problem(400, wrong);
		const key = headers['idempotency-key'];
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

	function get({ params: [id] }) {
		const call = find(id);
		if (call === undefined || call.status === 'deleted') return problem(404, 'Call not found');
		const { status, request } = call;
		const { agent_id, contact_number } = request;
		return { status: 200, body: { data: { call_id: id, status, agent_id, contact_number } } };
	}

	/** Only what is queued; once more for what is cancelled already does no harm. */
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

	/** Erases the customer's data, of a completed call only; tells what is wrong, if anything. */
	function erase(id) {
		const call = find(id);
		if (call?.status !== 'completed') return problem(404, 'No completed call with this id');
		ledger.move(call, 'deleted');
		return undefined;
	}

	const eraseRoute = ({ params: [id] }) =>
		erase(id) ?? { status: 200, body: { data: { call_id: id, deleted: true } } };

	const route = (name, method, path, scope, handle, takesJson = false) => ({
		name: `huskyVoice.${name}`,
		method,
		path,
		takesJson,
		authenticate: authenticate(scope),
		handle,
	});
	const cancelRoute = ({ params: [id] }) => cancel(id);
	const validate = (fields) => complaint(fields, settings.huskyVoice);

	return {
		name: 'huskyVoice',
		prefix: '/v1/',
		problem,
		routes: [
			route('create', 'POST', /^\/v1\/calls$/, 'calls:create', create, true),
			route('get', 'GET', /^\/v1\/calls\/([^/]+)$/, 'calls:read', get),
			route('cancel', 'POST', /^\/v1\/calls\/([^/]+)\/cancel$/, 'calls:cancel', cancelRoute),
			route('delete', 'DELETE', /^\/v1\/calls\/([^/]+)$/, 'calls:delete', eraseRoute),
			hookRoute({ settings, validate, place, cancel, erase, problem }),
		],
	};
}

module.exports = { createHuskyVoice };
