'use strict';

/**
 * Retell's calls (https://docs.retellai.com/api-references/create-phone-call). Errors are
 * `{status: 'error', message}`; an ID that the workspace does not have is a 422. Whether a call that is not
 * connected yet can be stopped is not documented: here it can.
 */

const { isE164 } = require('../../phone-number');
const { routesOf } = require('../../routing');

/**
 * @import { Call } from '../../ledger'
 * @import { Authenticate, Handler, Problem } from '../../routing'
 */

/** @type {Call['status'][]} */
const OVER = ['ended', 'not_connected', 'error'];
const AGENTS = ['agent_3c1d', 'agent_4d2e', 'agent_5e3f'];
const NUMBERS = ['+14155550100', '+14155550101'];
const KNOWN = new Set([
	'from_number',
	'to_number',
	'override_agent_id',
	'override_agent_version',
	'agent_override',
	'metadata',
	'retell_llm_dynamic_variables',
	'custom_sip_headers',
	'ignore_e164_validation',
]);

/** @type {Problem} */
const problem = (status, message) => ({ status, body: { status: 'error', message } });
const unknown = () => problem(422, 'Cannot find requested asset under given api key.');

/** @param {object} [object] */
const areTexts = (object = {}) => Object.values(object).every((value) => typeof value === 'string');

/** @param {Record<string, any>} request */
function complaint(request) {
	const stray = Object.keys(request).filter((name) => !KNOWN.has(name));
	if (stray.length > 0) return `body must NOT have additional properties: ${stray.join()}`;
	if (!isE164(request.to_number)) return 'to_number must be a valid E.164 number';
	if (!NUMBERS.includes(request.from_number)) return 'from_number is not in the workspace';
	const agent = request.override_agent_id;
	if (agent !== undefined && !AGENTS.includes(agent)) return 'override_agent_id is not known';
	const isRight = areTexts(request.retell_llm_dynamic_variables);
	return isRight ? undefined : 'retell_llm_dynamic_variables must be strings';
}

/** @param {import('../../standIns').Context} context */
function createRetell({ settings, ledger, report, mostPerPage }) {
	const { apiKey } = settings.credentials.retell;
	const mine = () =>
		ledger.calls.filter(({ provider, status }) => provider === 'retell' && status !== 'deleted');
	/** @param {string} id */
	const find = (id) => mine().find((call) => call.id === id);

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers.authorization === `Bearer ${apiKey}`) return { key: apiKey };
		return { refusal: problem(401, 'Invalid API Key') };
	}

	/** @param {Call} call */
	const asAnswered = (call) => ({
		call_id: call.id,
		call_type: 'phone_call',
		call_status: call.status,
		agent_id: call.request.override_agent_id ?? AGENTS[0],
		agent_version: 1,
		direction: 'outbound',
		from_number: call.request.from_number,
		to_number: call.contact,
		metadata: call.request.metadata,
		retell_llm_dynamic_variables: call.request.retell_llm_dynamic_variables,
		...(call.status === 'registered' ? {} : { start_timestamp: call.placedAt }),
		...(OVER.includes(call.status)
			? { disconnection_reason: call.disconnectionReason ?? 'user_hangup' }
			: {}),
	});

	/** @type {Handler} */
	function create({ json }) {
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		const call = ledger.place({
			provider: 'retell',
			contact: json.to_number,
			marker: json.retell_llm_dynamic_variables?.marker,
			status: 'registered',
			request: json,
		});
		return { status: 201, body: asAnswered(call) };
	}

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		return call === undefined ? unknown() : { status: 200, body: asAnswered(call) };
	}

	/**
	 * A page of a list: the key of the page after it is where that begins.
	 *
	 * @param {object[]} all
	 * @param {number} limit
	 * @param {string | null} [key]
	 */
	function page(all, limit, key) {
		const from = Number(key ?? 0);
		const items = all.slice(from, from + Math.min(limit, mostPerPage()));
		const next = from + items.length;
		const hasMore = next < all.length;
		return {
			status: 200,
			body: { items, has_more: hasMore, ...(hasMore ? { pagination_key: String(next) } : {}) },
		};
	}

	/**
	 * @param {{ op: 'bt', value: [string|number, string|number] } | { op: 'eq'|'ge'|'le', value: string|number } | undefined} filter
	 * @param {string|number} [value]
	 */
	const fits = (filter, value) => {
		if (filter === undefined) return true;
		if (value === undefined) return false;
		if (filter.op === 'bt') return value >= filter.value[0] && value <= filter.value[1];
		if (filter.op === 'ge') return value >= filter.value;
		if (filter.op === 'le') return value <= filter.value;
		return value === filter.value;
	};

	/**
	 * The newest first, unless asked otherwise.
	 *
	 * @type {Handler}
	 */
	function list({ json }) {
		const { filter_criteria: filter = {}, limit = 50, sort_order, pagination_key } = json;
		if (limit > 1000) return problem(400, 'limit must be at most 1000');
		/** @type {string[] | undefined} */
		const agentIds = filter.agent?.map((/** @type {{ agent_id: string }} */ one) => one.agent_id);
		const calls = mine()
			.map(asAnswered)
			.filter((call) => agentIds?.includes(call.agent_id) ?? true)
			.filter(({ to_number }) => fits(filter.to_number, to_number))
			.filter(({ start_timestamp }) => fits(filter.start_timestamp, start_timestamp));
		return page(sort_order === 'ascending' ? calls : calls.reverse(), limit, pagination_key);
	}

	/** @type {Handler} */
	function stop({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return unknown();
		if (OVER.includes(call.status)) return problem(422, 'The call is not ongoing.');
		call.disconnectionReason = 'manual_stopped';
		call.isEndedByHand = true;
		ledger.move(call, 'ended');
		report(call, 'call_ended');
		return { status: 204, body: '' };
	}

	/** @type {Handler} */
	function erase({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return unknown();
		ledger.move(call, 'deleted');
		return { status: 204, body: '' };
	}

	/** @type {Handler} */
	function agents({ json, query }) {
		const word = (json.filter_criteria?.query ?? '').toLowerCase();
		const all = AGENTS.map((id, index) => ({
			agent_id: id,
			agent_name: `Agent ${index + 1}`,
			channel: 'voice',
		})).filter((agent) => `${agent.agent_name}\n${agent.agent_id}`.toLowerCase().includes(word));
		return page(all, Number(query.get('limit') ?? 50), query.get('pagination_key'));
	}

	/** @type {Handler} */
	function phoneNumbers({ query }) {
		const all = NUMBERS.map((number, index) => ({
			phone_number: number,
			...(index === 0 ? { nickname: 'Front desk' } : {}),
		}));
		return page(all, Number(query.get('limit') ?? 50), query.get('pagination_key'));
	}

	const concurrency = () => ({
		status: 200,
		body: { current_concurrency: 0, concurrency_limit: 20, base_concurrency: 20 },
	});

	const route = routesOf('retell', authenticate);

	return {
		name: 'retell',
		prefix: '/retell/',
		problem,
		routes: [
			route('create', 'POST', /^\/retell\/v2\/create-phone-call$/, create, true),
			route('list', 'POST', /^\/retell\/v3\/list-calls$/, list, true),
			route('get', 'GET', /^\/retell\/v2\/get-call\/([^/]+)$/, get),
			route('stop', 'POST', /^\/retell\/v2\/stop-call\/([^/]+)$/, stop),
			route('delete', 'DELETE', /^\/retell\/v2\/delete-call\/([^/]+)$/, erase),
			route('agents', 'POST', /^\/retell\/v2\/list-agents$/, agents, true),
			route('phoneNumbers', 'GET', /^\/retell\/v2\/list-phone-numbers$/, phoneNumbers),
			route('concurrency', 'GET', /^\/retell\/get-concurrency$/, concurrency),
		],
	};
}

module.exports = { createRetell };
