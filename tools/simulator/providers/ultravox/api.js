'use strict';

/**
 * Ultravox' calls (https://docs.ultravox.ai/api-reference/introduction, and the provider's OpenAPI). The shape of
 * its errors is not documented: here `{detail}`, as the framework that it is built with writes them.
 */

const { isE164 } = require('../../phone-number');
const { routesOf } = require('../../routing');
const { silence } = require('../../sound');
const { createWebhooks } = require('./webhooks');

/**
 * @import { Call } from '../../ledger'
 * @import { Authenticate, Handler, Problem } from '../../routing'
 */

const AGENTS = [
	{ agentId: 'agent-1', name: 'Reception' },
	{ agentId: 'agent-2', name: 'Reminder' },
	{ agentId: 'agent-3', name: 'Survey' },
];
const PHONES = ['twilio', 'telnyx', 'plivo'];
const KNOWN = new Set([
	'callbacks',
	'firstSpeakerSettings',
	'joinTimeout',
	'maxDuration',
	'medium',
	'metadata',
	'recordingEnabled',
	'templateContext',
]);

/** @type {Problem} */
const problem = (status, detail) => ({ status, body: { detail } });

/** @param {unknown} value */
const isDuration = (value) => value === undefined || /^\d+(?:\.\d+)?s$/.test(String(value));

/** @param {Record<string, any>} request */
function complaint(request) {
	const { medium = {}, metadata = {}, joinTimeout, maxDuration, recordingEnabled } = request;
	const unknown = Object.keys(request).find((name) => !KNOWN.has(name));
	if (unknown !== undefined) return `Unknown field ${unknown}`;
	const [kind, ...others] = Object.keys(medium);
	if (others.length > 0) return 'medium must have one member';
	const outgoing = medium[kind]?.outgoing;
	if (PHONES.includes(kind) && !(isE164(outgoing?.to) && isE164(outgoing?.from))) {
		return 'outgoing needs to and from';
	}
	if (kind === 'sip' && !/^sips?:/.test(outgoing?.to)) return 'to must be a SIP URI';
	if (!Object.values(metadata).every((text) => typeof text === 'string')) return 'metadata';
	if (!isDuration(joinTimeout) || !isDuration(maxDuration)) return 'a duration looks like 30s';
	if (![undefined, true, false].includes(recordingEnabled)) return 'recordingEnabled';
	if (!Object.entries(request.callbacks ?? {}).every(isCallback)) return 'callbacks';
	return undefined;
}

/** @param {[string, { url: string, secrets?: unknown[] }]} callback */
const isCallback = ([name, { url, secrets = [] }]) =>
	['joined', 'ended', 'billed'].includes(name) &&
	URL.canParse(url) &&
	secrets.every((secret) => typeof secret === 'string' && secret.length <= 120);

/** @param {import('../../standIns').Context} context */
function createUltravox({ settings, ledger, report, baseUrl, mostPerPage, subscribe }) {
	const { apiKey } = settings.credentials.ultravox;
	const mine = () =>
		ledger.calls.filter(({ provider, status }) => provider === 'ultravox' && status !== 'deleted');
	/** @param {string} id */
	const find = (id) => mine().find((call) => call.id === id);

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers['x-api-key'] === apiKey) return { key: apiKey };
		return { refusal: problem(401, 'Invalid API key') };
	}

	/** @param {Call} call */
	const asAnswered = (call) => ({
		callId: call.id,
		created: new Date(call.placedAt).toISOString(),
		joined: call.history.includes('joined') ? new Date(call.placedAt + 5000).toISOString() : null,
		ended: call.status === 'ended' ? new Date(call.placedAt + 65_000).toISOString() : null,
		endReason: call.status === 'ended' ? endReasonOf(call) : null,
		agentId: call.agentId,
		joinUrl: null,
		medium: call.request.medium,
		metadata: call.request.metadata ?? {},
		callbacks: call.request.callbacks,
		recordingEnabled: call.request.recordingEnabled ?? false,
	});
	/** @param {Call} call */
	const endReasonOf = ({ history }) => (history.includes('joined') ? 'hangup' : 'unjoined');

	/**
	 * Rings a phone only where the medium says so; else nobody ever joins.
	 *
	 * @type {Handler}
	 */
	function create({ json, params: [agentId] }) {
		if (!AGENTS.some((agent) => agent.agentId === agentId)) return problem(404, 'Not found.');
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		/** @type {{ outgoing?: { to: string } }[]} */
		const [medium] = Object.values(json.medium ?? {});
		const call = ledger.place({
			provider: 'ultravox',
			contact: medium?.outgoing?.to ?? '',
			marker: json.metadata?.marker,
			status: 'created',
			request: json,
		});
		call.agentId = agentId;
		report(call, 'call.started');
		return { status: 201, body: asAnswered(call) };
	}

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		return call === undefined
			? problem(404, 'Not found.')
			: { status: 200, body: asAnswered(call) };
	}

	/**
	 * @param {string} path
	 * @param {object[]} entries
	 * @param {URLSearchParams} query
	 */
	function pageOf(path, entries, query) {
		const size = Math.min(Number(query.get('pageSize') ?? 20), mostPerPage());
		const start = Number(Buffer.from(query.get('cursor') ?? '', 'base64').toString() || 0);
		/** @param {number} at */
		const cursor = (at) => encodeURIComponent(Buffer.from(String(at)).toString('base64'));
		const next =
			start + size < entries.length
				? `${baseUrl()}/ultravox/api${path}?cursor=${cursor(start + size)}&pageSize=${size}`
				: null;
		const results = entries.slice(start, start + size);
		return { status: 200, body: { next, previous: null, results, total: entries.length } };
	}

	/** @type {Handler} */
	function list({ query }) {
		const agentIds = query.getAll('agentIds');
		const calls = mine()
			.map(asAnswered)
			.filter(({ agentId }) => agentIds.length === 0 || agentIds.includes(String(agentId)))
			.reverse();
		return pageOf('/calls', calls, query);
	}

	/** @type {Handler} */
	function agents({ query }) {
		const word = (query.get('search') ?? '').toLowerCase();
		const found = AGENTS.filter(({ agentId, name }) =>
			`${agentId} ${name}`.toLowerCase().includes(word),
		);
		return pageOf('/agents', found, query);
	}

	/**
	 * Only while somebody is in the call.
	 *
	 * @type {Handler}
	 */
	function sendDataMessage({ params: [id], json }) {
		const call = find(id);
		if (call === undefined) return problem(404, 'Not found.');
		if (json.type !== 'hang_up') return problem(400, 'Unknown type');
		if (call.status !== 'joined') return problem(422, 'The call is not active');
		ledger.move(call, 'ended');
		report(call, 'call.ended');
		return { status: 204, body: '' };
	}

	/** @type {Handler} */
	function erase({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return problem(404, 'Not found.');
		ledger.move(call, 'deleted');
		return { status: 204, body: '' };
	}

	/** @type {Handler} */
	function recording({ params: [id] }) {
		if (find(id)?.status !== 'ended') return problem(404, 'Not found.');
		return { status: 200, headers: { 'Content-Type': 'audio/wav' }, body: silence() };
	}

	const webhooks = createWebhooks({ subscribe, pageOf, problem });

	const me = () => ({
		status: 200,
		body: { accountId: 'account-1', name: 'Example', activeCalls: 0, allowedConcurrentCalls: 5 },
	});

	const route = routesOf('ultravox', authenticate, '/ultravox/api');

	return {
		name: 'ultravox',
		prefix: '/ultravox/',
		problem,
		routes: [
			route('create', 'POST', '/agents/([^/]+)/calls', create, true),
			route('agents', 'GET', '/agents', agents),
			route('list', 'GET', '/calls', list),
			route('get', 'GET', '/calls/([^/]+)', get),
			route('delete', 'DELETE', '/calls/([^/]+)', erase),
			route('hangUp', 'POST', '/calls/([^/]+)/send_data_message', sendDataMessage, true),
			route('recording', 'GET', '/calls/([^/]+)/recording', recording),
			route('me', 'GET', '/accounts/me', me),
			route('webhooks', 'GET', '/webhooks', webhooks.list),
			route('createWebhook', 'POST', '/webhooks', webhooks.create, true),
			route('updateWebhook', 'PATCH', '/webhooks/([^/]+)', webhooks.update, true),
			route('deleteWebhook', 'DELETE', '/webhooks/([^/]+)', webhooks.remove),
		],
	};
}

module.exports = { createUltravox };
