'use strict';

/**
 * Vapi's calls (https://github.com/VapiAI/docs, fern/apis/api/openapi.json). Errors are
 * `{message, error, statusCode}`, as its users see them. What the control address answers is not
 * documented: here an empty object.
 */

const { isE164 } = require('../../phone-number');
const { routesOf } = require('../../routing');
const { silence } = require('../../sound');

/**
 * @import { Call } from '../../ledger'
 * @import { Authenticate, Handler } from '../../routing'
 */

/** @type {Record<number, string>} */
const NAMES = { 400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found' };
/** @type {Call['status'][]} */
const OVER = ['ended', 'deleted'];
const ASSISTANTS = ['assistant-1', 'assistant-2', 'assistant-3'];
const NUMBERS = ['number-1', 'number-2'];
const KNOWN = new Set([
	'assistantId',
	'assistantOverrides',
	'customer',
	'name',
	'phoneNumberId',
	'schedulePlan',
]);

/**
 * @param {number} status
 * @param {string | string[]} message
 */
const problem = (status, message) => ({
	status,
	body: { message, error: NAMES[status] ?? 'Error', statusCode: status },
});

/** @param {Record<string, any>} request */
function complaint(request) {
	const unknown = Object.keys(request).filter((name) => !KNOWN.has(name));
	if (unknown.length > 0) return unknown.map((name) => `property ${name} should not exist`);
	if (!ASSISTANTS.includes(request.assistantId)) return ['assistantId is not known'];
	if (!NUMBERS.includes(request.phoneNumberId)) return ['phoneNumberId is not known'];
	if (!isE164(request.customer?.number)) return ['customer.number must be a valid phone number'];
	if (request.name !== undefined && String(request.name).length > 40) return ['name is too long'];
	return undefined;
}

/** @param {import('../../standIns').Context} context */
function createVapi({ settings, ledger, report, baseUrl, mostPerPage }) {
	const { apiKey } = settings.credentials.vapi;
	const mine = () =>
		ledger.calls.filter(({ provider, status }) => provider === 'vapi' && status !== 'deleted');
	/** @param {string} id */
	const find = (id) => mine().find((call) => call.id === id);

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers.authorization === `Bearer ${apiKey}`) return { key: apiKey };
		return { refusal: problem(401, 'Invalid Key. Hot tip, you may be using the public key.') };
	}

	/** @param {Call} call */
	const asAnswered = (call) => ({
		id: call.id,
		type: 'outboundPhoneCall',
		status: call.status,
		...(call.status === 'ended' ? { endedReason: call.endedReason ?? 'customer-ended-call' } : {}),
		createdAt: new Date(call.placedAt).toISOString(),
		assistantId: call.request.assistantId,
		phoneNumberId: call.request.phoneNumberId,
		customer: call.request.customer,
		name: call.request.name,
		monitor: { controlUrl: `${baseUrl()}/vapi/control/${call.id}` },
	});

	/** @type {Handler} */
	function create({ json }) {
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		const call = ledger.place({
			provider: 'vapi',
			contact: json.customer.number,
			marker: json.name,
			status: json.schedulePlan === undefined ? 'queued' : 'scheduled',
			request: json,
		});
		return { status: 201, body: asAnswered(call) };
	}

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		return call === undefined
			? problem(404, 'Call not found')
			: { status: 200, body: asAnswered(call) };
	}

	/**
	 * The newest first; `createdAtLt` asks for what is older.
	 *
	 * @type {Handler}
	 */
	function list({ query }) {
		const before = query.get('createdAtLt');
		const after = query.get('createdAtGt');
		const assistantId = query.get('assistantId');
		const calls = mine()
			.map(asAnswered)
			.filter(({ createdAt }) => before === null || createdAt < before)
			.filter(({ createdAt }) => after === null || createdAt > after)
			.filter((call) => assistantId === null || call.assistantId === assistantId)
			.sort((one, other) => other.createdAt.localeCompare(one.createdAt));
		return {
			status: 200,
			body: calls.slice(0, Math.min(Number(query.get('limit') ?? 100), mostPerPage())),
		};
	}

	/** @type {Handler} */
	function erase({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return problem(404, 'Call not found');
		const body = asAnswered(call);
		ledger.move(call, 'deleted');
		return { status: 200, body };
	}

	/** @type {Handler} */
	function control({ params: [id], json }) {
		const call = find(id);
		if (call === undefined || OVER.includes(call.status)) return problem(404, 'Call not found');
		if (json.type !== 'end-call') return problem(400, ['type is not known']);
		call.endedReason = 'manually-canceled';
		call.isEndedByHand = true;
		ledger.move(call, 'ended');
		report(call, 'status-update');
		return { status: 200, body: {} };
	}

	/** @type {Handler} */
	function recording({ params: [id] }) {
		const call = find(id);
		if (call?.status !== 'ended') return problem(404, 'Recording not found');
		return { status: 302, headers: { Location: `${baseUrl()}/vapi/files/${id}.wav` }, body: '' };
	}

	/** @type {Handler} */
	function assistants({ query }) {
		const limit = Number(query.get('limit') ?? 100);
		const before = query.get('createdAtLt');
		const body = ASSISTANTS.map((id, index) => ({
			id,
			name: `Assistant ${index + 1}`,
			createdAt: new Date(Date.UTC(2026, 0, 10 - index)).toISOString(),
		})).filter(({ createdAt }) => before === null || createdAt < before);
		return { status: 200, body: body.slice(0, limit) };
	}

	/** @type {Handler} */
	function phoneNumbers({ query }) {
		const limit = Number(query.get('limit') ?? 100);
		const page = Number(query.get('page') ?? 1);
		const all = NUMBERS.map((id, index) => ({
			id,
			number: `+1415555010${index}`,
			provider: 'vapi',
		}));
		return {
			status: 200,
			body: {
				results: all.slice((page - 1) * limit, page * limit),
				metadata: { itemsPerPage: limit, totalItems: all.length, currentPage: page },
			},
		};
	}

	const route = routesOf('vapi', authenticate);
	/**
	 * The address is the key: a request with the private key would give that away.
	 *
	 * @type {Authenticate}
	 */
	const anybody = ({ headers }) =>
		headers.authorization === undefined
			? { key: 'anybody' }
			: { refusal: problem(400, 'The key was sent to where it does not belong') };

	return {
		name: 'vapi',
		prefix: '/vapi/',
		problem,
		routes: [
			route('create', 'POST', /^\/vapi\/call$/, create, true),
			route('list', 'GET', /^\/vapi\/call$/, list),
			route('get', 'GET', /^\/vapi\/call\/([^/]+)$/, get),
			route('delete', 'DELETE', /^\/vapi\/call\/([^/]+)$/, erase, true),
			route('recording', 'GET', /^\/vapi\/call\/([^/]+)\/mono-recording$/, recording),
			route('assistants', 'GET', /^\/vapi\/assistant$/, assistants),
			route('phoneNumbers', 'GET', /^\/vapi\/v2\/phone-number$/, phoneNumbers),
			{
				...route('control', 'POST', /^\/vapi\/control\/([^/]+)$/, control, true),
				authenticate: anybody,
			},
			{
				...route('file', 'GET', /^\/vapi\/files\/([^/]+)\.wav$/, () => ({
					status: 200,
					headers: { 'Content-Type': 'audio/wav' },
					body: silence(),
				})),
				authenticate: anybody,
			},
		],
	};
}

module.exports = { createVapi };
