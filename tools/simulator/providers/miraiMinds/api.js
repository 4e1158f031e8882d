'use strict';

/**
 * Mirai Minds v1's calls (https://docs.miraiminds.co/api-reference/,
 * https://github.com/MiraiMinds/voice-agent-integration-specs, https://github.com/MiraiMinds/docs). The
 * overview shows `{code, message}` for errors and says that `status_code` may stand for `code`; other pages
 * print two further shapes: they take turns by status.
 */

const { isE164WithOrWithoutPlus } = require('../../phone-number');

/** @import { Authenticate, Handler, Problem, Route } from '../../routing' */

/** @type {(string | null)[]} */
const ABORTABLE = [null, 'busy', 'failed', 'no-answer', 'rescheduled', 'validation-failed'];
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** @type {Problem} */
function problem(status, message) {
	if (status === 401 || status === 403) {
		return { status, body: { status_code: status, message, data: null } };
	}
	if (status === 400) return { status, body: { code: status, message } };
	if (status === 404) return { status, body: { success: false, message, data: null } };
	return { status, body: { status: 'failed', message } };
}

/** @param {unknown} value */
const isObjectOrAbsent = (value) =>
	value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));

/**
 * HTTPS, as documented; without it on this machine alone, where the stand-in lives.
 *
 * @param {unknown} value
 */
function isCallbackUrl(value) {
	if (typeof value !== 'string' || !URL.canParse(value)) return false;
	const { protocol, hostname } = new URL(value);
	return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

/**
 * The draft requires `payload` and `callbackUrl`, the reference does not: both are taken.
 *
 * @param {Record<string, any>} request
 */
function complaint({ phoneNumber, assistant, payload, callbackUrl, priority, metadata }) {
	if (phoneNumber === undefined) return 'phoneNumber is required';
	if (!isE164WithOrWithoutPlus(phoneNumber)) return 'phoneNumber is not a phone number';
	if (typeof assistant !== 'string' || assistant === '') return 'assistant is required';
	if (!isObjectOrAbsent(payload)) return 'payload must be an object';
	if (!isObjectOrAbsent(metadata)) return 'metadata must be an object';
	if (callbackUrl !== undefined && !isCallbackUrl(callbackUrl)) {
		return 'callbackUrl must be an https URL';
	}
	if (priority !== undefined && typeof priority !== 'boolean') return 'priority must be a boolean';
	return undefined;
}

/** @param {import('../../standIns').Context} context */
function createMiraiMinds({ settings, ledger, report }) {
	const { publicKey, privateKey, workspace } = settings.credentials.miraiMinds;

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers['x-public-key'] !== publicKey || headers['x-private-key'] !== privateKey) {
			return { refusal: problem(401, 'Invalid key pair') };
		}
		if (headers.workspace !== workspace) return { refusal: problem(403, 'Unknown workspace') };
		return { key: publicKey };
	}

	/** @type {Handler} */
	function create({ json }) {
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		const call = ledger.place({
			provider: 'miraiMinds',
			contact: json.phoneNumber,
			marker: json.metadata?.marker,
			status: null,
			request: json,
		});
		return { status: 200, body: { status: 'initiate', callId: call.id } };
	}

	/**
	 * Before and between attempts only: a live call cannot be aborted.
	 *
	 * @type {Handler}
	 */
	function abort({ json: { callId } }) {
		if (typeof callId !== 'string') return problem(400, 'callId is required');
		const call = ledger.find('miraiMinds', callId);
		if (call === undefined) return problem(404, 'Call not found');
		if (!ABORTABLE.includes(call.status)) {
			return problem(400, `Call cannot be aborted: its status is ${call.status}`);
		}
		ledger.move(call, 'aborted');
		report(call, 'call.aborted');
		const body =
			settings.miraiMinds.abortReply === 'message'
				? { message: 'Call aborted successfully' }
				: { status: 'aborted', callId };
		return { status: 200, body };
	}

	/**
	 * Replaces the payload of a call that was not attempted yet.
	 *
	 * @type {Handler}
	 */
	function update({ json, params: [callId] }) {
		const call = ledger.find('miraiMinds', callId);
		if (call === undefined) return problem(404, 'Call not found');
		if (json.payload === undefined || !isObjectOrAbsent(json.payload)) {
			return problem(400, 'payload must be an object');
		}
		if (call.status !== null) {
			return problem(400, `Call cannot be updated: its status is ${call.status}`);
		}
		call.request = { ...call.request, payload: json.payload };
		return { status: 200, body: { status_code: 200, message: 'Call updated successfully' } };
	}

	/** @type {(name: string, path: RegExp, handle: Handler, method?: string) => Route} */
	const route = (name, path, handle, method = 'POST') => ({
		name: `miraiMinds.${name}`,
		method,
		path,
		takesJson: true,
		authenticate,
		handle,
	});

	return {
		name: 'miraiMinds',
		prefix: ['/v2/', '/v1/admin/'],
		problem,
		routes: [
			{
				name: 'miraiMinds.assistants',
				method: 'GET',
				path: /^\/v1\/admin\/assistant\/list$/,
				takesJson: false,
				authenticate,
				handle: () => ({
					status: 200,
					body: {
						status_code: 200,
						message: 'Assistants',
						data: settings.miraiMinds.assistants,
					},
				}),
			},
			route('create', /^\/v2\/call\/initiate$/, create),
			route('cancel', /^\/v2\/call\/abort$/, abort),
			route('update', /^\/v2\/call\/([^/]+)$/, update, 'PUT'),
		],
	};
}

module.exports = { createMiraiMinds };
