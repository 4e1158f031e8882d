'use strict';

/**
 * The calls of Mirai Minds' v2 API (https://github.com/MiraiMinds/docs, v2/calls.mdx, v2/agents.mdx,
 * v2/wallet.mdx, v2/errors.mdx). Errors are `{error: {code, message}}`.
 */

const { isE164 } = require('../../phone-number');
const { routesOf } = require('../../routing');
const { silence } = require('../../sound');

/**
 * @import { Call } from '../../ledger'
 * @import { Authenticate, Handler } from '../../routing'
 */

/** @type {Record<number, string>} */
const CODES = {
	400: 'invalid_request',
	401: 'unauthorized',
	403: 'forbidden',
	404: 'not_found',
	409: 'conflict',
	429: 'rate_limited',
	500: 'internal',
	503: 'upstream_unavailable',
};
/** @type {Call['status'][]} */
const RUNNING = ['queued', 'dialing', 'in_progress'];
const METADATA_KEY = /^[A-Za-z0-9_][A-Za-z0-9_.:-]{0,39}$/;
const AGENTS = [
	{ id: 'agt_01A', name: 'Order Confirmation' },
	{ id: 'agt_01B', name: 'Reminder' },
	{ id: 'agt_01C', name: 'Half Done', draft: true },
];

/**
 * @param {number} status
 * @param {string} message
 * @param {string} [code]
 */
const problem = (status, message, code = CODES[status] ?? 'internal') => ({
	status,
	body: { error: { code, message } },
});

/** @param {unknown} value */
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/**
 * @param {object} value
 * @param {number} longest
 */
const isTextMap = (value, longest) =>
	isMap(value) &&
	Object.values(value).every((text) => typeof text === 'string' && text.length <= longest);

/** @param {Record<string, any>} request */
function complaint(request) {
	const { agent_id, to, variables, metadata, first_message, webhook_url } = request;
	const { max_duration_secs: seconds, recording_enabled, final_results } = request;
	if (typeof agent_id !== 'string') return 'agent_id is required';
	if (!isE164(to)) return 'to must be E.164';
	if (variables !== undefined && !isTextMap(variables, 512)) return 'variables must be strings';
	if (metadata !== undefined) {
		if (!isTextMap(metadata, 256)) return 'metadata must be strings';
		if (Object.keys(metadata).length > 16) return 'metadata has too many keys';
		if (!Object.keys(metadata).every((key) => METADATA_KEY.test(key))) return 'metadata key';
	}
	if (first_message !== undefined && String(first_message).length > 500) return 'first_message';
	if (webhook_url !== undefined && !URL.canParse(webhook_url)) return 'webhook_url must be a URL';
	if (seconds !== undefined && !(seconds >= 30 && seconds <= 1800)) return 'max_duration_secs';
	if (![undefined, true, false].includes(recording_enabled)) return 'recording_enabled';
	if (![undefined, true, false].includes(final_results)) return 'final_results';
	return undefined;
}

/** @param {import('../../standIns').Context} context */
function createMiraiMindsV2({ settings, ledger, report, baseUrl, mostPerPage }) {
	const { apiKey } = settings.credentials.miraiMindsV2;
	const answers = new Map();
	const mine = () => ledger.calls.filter(({ provider }) => provider === 'miraiMindsV2');
	/** @param {string} id */
	const find = (id) => ledger.find('miraiMindsV2', id);

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers.authorization === `Bearer ${apiKey}`) return { key: apiKey };
		return { refusal: problem(401, 'Invalid or missing API key') };
	}

	/** @param {Call} call */
	const asAnswered = (call) => ({
		id: call.id,
		object: 'call',
		agent_id: call.request.agent_id,
		to: call.request.to,
		status: call.status,
		created_at: new Date(call.placedAt).toISOString(),
		duration_secs: RUNNING.includes(call.status) ? null : 0,
		recording_available: call.status === 'completed',
		transcript_available: call.status === 'completed',
		...(call.request.metadata === undefined ? {} : { metadata: call.request.metadata }),
		analysis: null,
	});

	/**
	 * The same key gives the first answer again, whatever the body says now.
	 *
	 * @type {Handler}
	 */
	function create({ json, headers }) {
		const key = headers['idempotency-key'];
		const earlier = key === undefined ? undefined : answers.get(key);
		if (earlier !== undefined) return earlier;
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		if (!AGENTS.some(({ id }) => id === json.agent_id)) return problem(404, 'agent not found');
		const call = ledger.place({
			provider: 'miraiMindsV2',
			contact: json.to,
			marker: json.metadata?.marker,
			status: 'queued',
			request: json,
		});
		const answer = { status: 202, body: { id: call.id, status: 'queued' } };
		if (key !== undefined) answers.set(key, answer);
		return answer;
	}

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return problem(404, 'call not found');
		return { status: 200, body: asAnswered(call) };
	}

	/**
	 * @param {{ id: string }[]} entries
	 * @param {URLSearchParams} query
	 */
	function pageOf(entries, query) {
		const limit = Math.min(Number(query.get('limit') ?? 20), 100, mostPerPage());
		const cursor = query.get('cursor');
		const start = cursor === null ? 0 : entries.findIndex(({ id }) => id === cursor);
		const next = entries[start + limit];
		return {
			status: 200,
			body: {
				data: entries.slice(start, start + limit),
				has_more: next !== undefined,
				next_cursor: next?.id ?? null,
			},
		};
	}

	/**
	 * The newest first.
	 *
	 * @type {Handler}
	 */
	function list({ query }) {
		/**
		 * @param {string} name
		 * @param {unknown} value
		 */
		const wanted = (name, value) => query.get(name) === null || query.get(name) === value;
		const [from, to] = [query.get('from'), query.get('to')];
		const calls = mine()
			.map(asAnswered)
			.filter(({ agent_id }) => wanted('agent_id', agent_id))
			.filter(({ status }) => wanted('status', status))
			.filter(({ created_at }) => from === null || created_at >= from)
			.filter(({ created_at }) => to === null || created_at < to)
			.reverse();
		return pageOf(calls, query);
	}

	/** @type {Handler} */
	function abort({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return problem(404, 'call not found');
		if (!RUNNING.includes(call.status)) return problem(409, 'the call has already ended');
		ledger.move(call, 'aborted');
		report(call, 'call.aborted');
		return { status: 202, body: { id, status: 'aborted' } };
	}

	/** @type {Handler} */
	function transcript({ params: [id] }) {
		const call = find(id);
		if (call?.status !== 'completed') {
			return problem(
				404,
				'transcript not available (call still in progress or produced no speech)',
			);
		}
		const turns = [
			{ role: 'assistant', text: 'Hello', start_ms: 420, end_ms: 980 },
			{ role: 'user', text: 'A table please', start_ms: 1500, end_ms: null },
		];
		return { status: 200, body: { call_id: id, turns } };
	}

	/** @type {Handler} */
	function recording({ params: [id] }) {
		const call = find(id);
		if (call?.status !== 'completed') return problem(404, 'recording not available');
		const Location = `${baseUrl()}/miraiMindsV2/storage/${id}.wav?X-Amz-Expires=900`;
		return { status: 302, headers: { Location }, body: '' };
	}

	const wallet = () => ({
		status: 200,
		body: { balance_inr: 100.5, currency: 'INR', updated_at: new Date(0).toISOString() },
	});

	const route = routesOf('miraiMindsV2', authenticate);

	return {
		name: 'miraiMindsV2',
		prefix: '/miraiMindsV2/',
		problem,
		routes: [
			route('create', 'POST', /^\/miraiMindsV2\/v2\/calls$/, create, true),
			route('list', 'GET', /^\/miraiMindsV2\/v2\/calls$/, list),
			route('get', 'GET', /^\/miraiMindsV2\/v2\/calls\/([^/]+)$/, get),
			route('abort', 'POST', /^\/miraiMindsV2\/v2\/calls\/([^/]+)\/abort$/, abort),
			route('transcript', 'GET', /^\/miraiMindsV2\/v2\/calls\/([^/]+)\/transcript$/, transcript),
			route('recording', 'GET', /^\/miraiMindsV2\/v2\/calls\/([^/]+)\/recording$/, recording),
			route('agents', 'GET', /^\/miraiMindsV2\/v2\/agents$/, ({ query }) => pageOf(AGENTS, query)),
			route('wallet', 'GET', /^\/miraiMindsV2\/v2\/wallet$/, wallet),
			{
				...route('file', 'GET', /^\/miraiMindsV2\/storage\/([^/]+)\.wav$/, file),
				authenticate: anybody,
			},
		],
	};
}

/**
 * The address is the key: a request with the API key would give that away.
 *
 * @type {Authenticate}
 */
const anybody = ({ headers }) =>
	headers.authorization === undefined
		? { key: 'anybody' }
		: { refusal: problem(400, 'The key was sent to where it does not belong') };

const file = () => ({ status: 200, headers: { 'Content-Type': 'audio/wav' }, body: silence() });

module.exports = { createMiraiMindsV2 };
