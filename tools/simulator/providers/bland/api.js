'use strict';

/**
 * Bland's calls (https://docs.bland.ai/api-v1/post/calls). Of errors two shapes are documented:
 * `{status: 'error', message, errors}`, and `{data: null, errors: [{error, message}]}`. With which HTTP status
 * they come mostly is not; a call that cannot be stopped is answered 200 here.
 */

const { isE164 } = require('../../phone-number');
const { routesOf } = require('../../routing');
const { silence } = require('../../sound');

/**
 * @import { Call } from '../../ledger'
 * @import { Authenticate, Handler, Problem } from '../../routing'
 */

/** @type {Call['status'][]} */
const WAITING = ['queued', 'scheduled'];
const AGENTS = ['agent-1', 'agent-2'];
const PATHWAYS = ['pathway-1', 'pathway-2'];
const PERSONAS = ['persona-1'];
const NUMBERS = ['+14155550100', '+14155550101'];
const VOICES = ['June', 'Josh', 'Paige'];
const START_TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: [+-]\d{2}:\d{2})?$/;

/** @type {Problem} */
const problem = (status, message) => ({
	status,
	body: { status: 'error', message, errors: [message] },
});
/**
 * @param {string} error
 * @param {string} message
 */
const notFound = (error, message) => ({
	status: 404,
	body: { data: null, errors: [{ error, message }] },
});

/** @param {Record<string, any>} request */
function complaint(request) {
	const { phone_number: callee, task, agent_id, pathway_id, persona_id, from } = request;
	if (!isE164(callee)) return 'Invalid parameters: phone_number must be E.164';
	const leaders = [task, agent_id, pathway_id, persona_id].filter((each) => each !== undefined);
	if (leaders.length !== 1) return 'Invalid parameters: task, pathway, persona or agent';
	if (agent_id !== undefined && !AGENTS.includes(agent_id)) return 'Invalid agent_id';
	if (pathway_id !== undefined && !PATHWAYS.includes(pathway_id)) return 'Invalid pathway_id';
	if (persona_id !== undefined && !PERSONAS.includes(persona_id)) return 'Invalid persona_id';
	if (from !== undefined && !NUMBERS.includes(from)) return 'You do not own the number of from';
	if (request.start_time !== undefined && !START_TIME.test(request.start_time)) {
		return 'Invalid start_time';
	}
	return undefined;
}

/** @param {import('../../standIns').Context} context */
function createBland({ settings, ledger, report, mostPerPage }) {
	const { apiKey } = settings.credentials.bland;
	const mine = () => ledger.calls.filter(({ provider }) => provider === 'bland');
	/** @param {string} id */
	const find = (id) => mine().find((call) => call.id === id);

	/**
	 * With or without Bearer in front of it.
	 *
	 * @type {Authenticate}
	 */
	function authenticate({ headers: { authorization = '' } }) {
		if (authorization.replace(/^Bearer /, '') === apiKey) return { key: apiKey };
		return { refusal: problem(401, 'Invalid API key') };
	}

	/** @param {Call} call */
	function asAnswered(call) {
		const isWaiting = WAITING.includes(call.status);
		const isOver = !isWaiting && call.status !== 'started';
		return {
			call_id: call.id,
			c_id: call.id,
			to: call.contact,
			from: call.request.from ?? NUMBERS[0],
			inbound: false,
			created_at: new Date(call.placedAt).toISOString(),
			completed: call.status === 'completed',
			queue_status: isWaiting ? 'queued' : isOver ? 'complete' : 'started',
			...(isOver ? { status: call.status } : {}),
			error_message: null,
			metadata: call.request.metadata,
		};
	}

	/** @type {Handler} */
	function create({ json }) {
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		const call = ledger.place({
			provider: 'bland',
			contact: json.phone_number,
			marker: json.metadata?.marker ?? json.task,
			status: json.start_time === undefined ? 'queued' : 'scheduled',
			request: json,
		});
		const message = 'Call successfully queued.';
		return { status: 200, body: { status: 'success', message, call_id: call.id, batch_id: null } };
	}

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		return call === undefined
			? notFound('CALL_NOT_FOUND', 'Call not found')
			: { status: 200, body: asAnswered(call) };
	}

	/**
	 * The newest first, unless asked otherwise; from a number on, up to the one before another.
	 *
	 * @type {Handler}
	 */
	function list({ query }) {
		const from = Number(query.get('from') ?? 0);
		const to = Number(query.get('to') ?? 1000);
		/** @param {ReturnType<typeof asAnswered>} call */
		const wanted = (call) =>
			(query.get('completed') ?? String(call.completed)) === String(call.completed) &&
			(query.get('inbound') ?? String(call.inbound)) === String(call.inbound) &&
			(query.get('to_number') ?? call.to) === call.to &&
			(query.get('from_number') ?? call.from) === call.from;
		const all = mine().map(asAnswered).filter(wanted);
		if (query.get('ascending') !== 'true') all.reverse();
		const calls = all.slice(from, Math.min(to, from + mostPerPage()));
		return { status: 200, body: { total_count: all.length, count: calls.length, calls } };
	}

	/** @type {Handler} */
	function stop({ params: [id] }) {
		const call = find(id);
		if (call === undefined || ![...WAITING, 'started'].includes(call.status)) {
			return problem(200, 'SID not found for the given c_id.');
		}
		ledger.move(call, 'canceled');
		report(call, 'call.report');
		return { status: 200, body: { status: 'success', message: 'Call ended successfully.' } };
	}

	/**
	 * The sound where it is asked for, else where it is.
	 *
	 * @type {Handler}
	 */
	function recording({ params: [id], headers }) {
		const call = find(id);
		if (call?.status !== 'completed') {
			return notFound('CALL_RECORDING_NOT_FOUND', 'Call recording not found');
		}
		const type = headers.accept ?? '';
		if (!type.startsWith('audio/')) {
			return { status: 200, body: { data: 'https://example.com/recording.mp3', errors: null } };
		}
		return { status: 200, headers: { 'Content-Type': type }, body: silence() };
	}

	const me = () => ({
		status: 200,
		body: {
			status: 'active',
			billing: { current_balance: 12.5, refill_to: null },
			total_calls: mine().length,
		},
	});
	/** @type {(body: object) => Handler} */
	const listed = (body) => () => ({ status: 200, body });
	/** @param {string[]} ids */
	const named = (ids) => ids.map((id, index) => ({ id, name: `Number ${index + 1}` }));

	const route = routesOf('bland', authenticate);

	return {
		name: 'bland',
		prefix: '/bland/',
		problem,
		routes: [
			route('create', 'POST', /^\/bland\/v1\/calls$/, create, true),
			route('list', 'GET', /^\/bland\/v1\/calls$/, list),
			route('get', 'GET', /^\/bland\/v1\/calls\/([^/]+)$/, get),
			route('stop', 'POST', /^\/bland\/v1\/calls\/([^/]+)\/stop$/, stop),
			route('recording', 'GET', /^\/bland\/v1\/calls\/([^/]+)\/recording$/, recording),
			route('me', 'GET', /^\/bland\/v1\/me$/, me),
			route(
				'voices',
				'GET',
				/^\/bland\/v1\/voices$/,
				listed({ voices: VOICES.map((name) => ({ id: name.toLowerCase(), name })) }),
			),
			route('pathways', 'GET', /^\/bland\/v1\/convo_pathway$/, listed(named(PATHWAYS))),
			route(
				'personas',
				'GET',
				/^\/bland\/v1\/personas$/,
				listed({ data: named(PERSONAS), errors: null }),
			),
			route(
				'agents',
				'GET',
				/^\/bland\/v1\/agents$/,
				listed({ agents: AGENTS.map((id) => ({ agent_id: id, voice: 'june' })) }),
			),
			route(
				'numbers',
				'GET',
				/^\/bland\/v1\/inbound$/,
				listed({ inbound_numbers: NUMBERS.map((each) => ({ phone_number: each })) }),
			),
		],
	};
}

module.exports = { createBland };
