'use strict';

/**
 * EnableX's voice API (https://www.enablex.io/developer/voice/voice-api-overview/,
 * https://developer.enablex.io/docs/references/apis/voice-api/, .../voice/authentication.html,
 * .../reference/errors.html). Its pages show three shapes of errors; `mixed` gives each where it is
 * shown.
 */

const { randomUUID } = require('node:crypto');
const { isE164WithOrWithoutPlus } = require('../../phone-number');

const ERROR_CODES = {
	400: 'INVALID_PARAM',
	401: 'UNAUTHORIZED',
	403: 'PROJECT_SUSPENDED',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	429: 'RATE_LIMITED',
	500: 'INTERNAL_ERROR',
	503: 'SERVICE_UNAVAILABLE',
};
const APPLICATION_NOT_FOUND = 6110;
const NUMBER_NOT_FOUND = 6118;
const MIXED = { 404: 'result-msg', 409: 'result-desc', 500: 'result-msg', 503: 'result-desc' };

const shapes = {
	'result-desc': (status, message, result) => ({
		result,
		error: ERROR_CODES[status],
		desc: message,
	}),
	'result-msg': (status, message, result) => ({
		result,
		...(status === 500 && { state: 'failed' }),
		msg: message,
	}),
	'status-code': (status, message) => ({
		status: 'error',
		error_code: ERROR_CODES[status],
		message,
		request_id: randomUUID(),
	}),
};

const ACTIONS = ['play', 'connect', 'room', 'stream'];
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function complaint({ from, to, event_url: eventUrl, action_on_connect: action }) {
	if (from === undefined) return 'from is required';
	if (to === undefined) return 'to is required';
	if (!isE164WithOrWithoutPlus(from)) return 'from is not a phone number';
	if (!isE164WithOrWithoutPlus(to)) return 'to is not a phone number';
	if (eventUrl !== undefined && !URL.canParse(eventUrl)) return 'event_url is not a URL';
	if (action === undefined) return undefined;
	if (!isObject(action) || !ACTIONS.some((name) => isObject(action[name]))) {
		return 'action_on_connect needs one of play, connect, room';
	}
	return undefined;
}

function createEnableX({ settings, ledger, report }) {
	const { appId, appKey } = settings.credentials.enableX;
	const { numbers, errorShape } = settings.enableX;
	const basic = `Basic ${Buffer.from(`${appId}:${appKey}`).toString('base64')}`;

	function problem(status, message, result = status) {
		const shape = errorShape === 'mixed' ? (MIXED[status] ?? 'status-code') : errorShape;
		return { status, body: shapes[shape](status, message, result) };
	}

	const authenticate = ({ headers }) =>
		headers.authorization === basic
			? { key: appId }
			: { refusal: problem(401, 'Invalid credentials', APPLICATION_NOT_FOUND) };

	function create({ json }) {
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		if (numbers !== null && !numbers.includes(json.from)) {
			return problem(404, 'Phone number not found', NUMBER_NOT_FOUND);
		}
		const call = ledger.place({
			provider: 'enableX',
			contact: json.to,
			marker: json.custom_data?.marker ?? json.owner_ref,
			status: 'queued',
			request: json,
		});
		const timestamp = new Date(call.placedAt).toISOString();
		const { from, to } = json;
		return {
			status: 200,
			body: { result: 0, voice_id: call.id, state: 'initiated', from, to, timestamp },
		};
	}

	/** Hangs up a call that has not ended; its `disconnected` event follows. */
	function hangUp({ params: [id] }) {
		const call = ledger.find('enableX', id);
		if (call === undefined) return problem(404, 'Call not found');
		if (['disconnected', 'failed'].includes(call.status)) {
			return problem(409, `Call has ended already: its state is ${call.status}`);
		}
		ledger.move(call, 'disconnected');
		report(call, 'disconnected');
		return { status: 200, body: { result: 0, voice_id: id, state: 'disconnected' } };
	}

	return {
		name: 'enableX',
		prefix: '/voice/',
		problem,
		routes: [
			{
				name: 'enableX.create',
				method: 'POST',
				path: /^\/voice\/v1\/call$/,
				takesJson: true,
				authenticate,
				handle: create,
			},
			{
				name: 'enableX.cancel',
				method: 'DELETE',
				path: /^\/voice\/v1\/call\/([^/]+)$/,
				takesJson: false,
				authenticate,
				handle: hangUp,
			},
		],
	};
}

module.exports = { createEnableX };
