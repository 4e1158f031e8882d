'use strict';

/**
 * ElevenLabs' calls (the provider's OpenAPI description, /v1/convai). Errors are `{detail: {type, code,
 * message, status}}`; what is wrong with a request is a 422 with a list. There is nothing that ends a call.
 */

const { isE164 } = require('../../phone-number');
const { routesOf } = require('../../routing');
const { silence } = require('../../sound');

/**
 * @import { Call } from '../../ledger'
 * @import { Authenticate, Handler, Problem } from '../../routing'
 */

/** @type {Record<number, string>} */
const NAMES = { 400: 'bad_request', 401: 'invalid_api_key', 404: 'not_found' };
const AGENTS = ['agent_1', 'agent_2', 'agent_3'];
const NUMBERS = [
	{
		phone_number_id: 'phnum_1',
		phone_number: '+14155550100',
		label: 'Front desk',
		provider: 'twilio',
	},
	{
		phone_number_id: 'phnum_2',
		phone_number: '+14155550101',
		label: 'Sales',
		provider: 'sip_trunk',
	},
];
const TWILIO = new Set(['call_recording_enabled']);
const KNOWN = new Set([
	'agent_id',
	'agent_phone_number_id',
	'conversation_initiation_client_data',
	'telephony_call_config',
	'to_number',
]);

/** @type {Problem} */
const problem = (status, message) => {
	const word = NAMES[status] ?? 'error';
	return { status, body: { detail: { type: 'error', code: word, message, status: word } } };
};
/**
 * @param {string} member
 * @param {string} msg
 */
const invalid = (member, msg) => ({
	status: 422,
	body: { detail: [{ loc: ['body', member], msg, type: 'value_error' }] },
});

/**
 * @param {Record<string, any>} request
 * @param {string} provider
 */
function complaint(request, provider) {
	const stray = Object.keys(request).find(
		(name) => !KNOWN.has(name) && !(provider === 'twilio' && TWILIO.has(name)),
	);
	if (stray !== undefined) return invalid(stray, 'Extra inputs are not permitted');
	if (!isE164(request.to_number)) return invalid('to_number', 'Not a phone number');
	if (!AGENTS.includes(request.agent_id)) return problem(404, 'Agent not found');
	const number = NUMBERS.find((each) => each.phone_number_id === request.agent_phone_number_id);
	if (number === undefined) return problem(404, 'Phone number not found');
	if (number.provider !== provider) return problem(400, `The phone number is not of ${provider}`);
	const ringing = request.telephony_call_config?.ringing_timeout_secs ?? 60;
	return ringing >= 1 && ringing <= 999
		? undefined
		: invalid('ringing_timeout_secs', 'Not 1 to 999');
}

/** @type {Call['status'][]} */
const OVER = ['processing', 'done', 'failed'];

/** @param {import('../../standIns').Context} context */
function createElevenLabs({ settings, ledger, mostPerPage }) {
	const { apiKey } = settings.credentials.elevenLabs;
	const mine = () => ledger.calls.filter(({ provider }) => provider === 'elevenLabs');
	/** @param {string} id */
	const find = (id) => mine().find((call) => call.id === id);

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers['xi-api-key'] === apiKey) return { key: apiKey };
		return { refusal: problem(401, 'Invalid API key') };
	}

	/** @param {Call} call */
	const numberOf = ({ request }) =>
		NUMBERS.find((each) => each.phone_number_id === request.agent_phone_number_id);
	/** @param {Call} call */
	const isOver = ({ status }) => OVER.includes(status);

	/** @param {Record<string, any>} request */
	const userIn = (request) => request.conversation_initiation_client_data?.user_id;

	/**
	 * A row of the list; the call itself has more.
	 *
	 * @param {Call} call
	 */
	const asListed = (call) => ({
		conversation_id: call.id,
		agent_id: call.request.agent_id,
		status: call.status,
		direction: 'outbound',
		start_time_unix_secs: Math.floor(call.placedAt / 1000),
		call_duration_secs: isOver(call) ? 42 : 0,
	});

	/** @param {Call} call */
	const asAnswered = (call) => ({
		...asListed(call),
		transcript: [],
		has_audio: call.status === 'done',
		metadata: {
			start_time_unix_secs: Math.floor(call.placedAt / 1000),
			call_duration_secs: isOver(call) ? 42 : 0,
			phone_call: {
				type: numberOf(call)?.provider,
				direction: 'outbound',
				agent_number: numberOf(call)?.phone_number,
				external_number: call.contact,
				phone_number_id: call.request.agent_phone_number_id,
			},
		},
		conversation_initiation_client_data: call.request.conversation_initiation_client_data ?? {},
	});

	/** @type {(provider: string, sidName: string) => Handler} */
	const createBy =
		(provider, sidName) =>
		({ json }) => {
			const wrong = complaint(json, provider);
			if (wrong !== undefined) return wrong;
			const call = ledger.place({
				provider: 'elevenLabs',
				contact: json.to_number,
				marker: json.conversation_initiation_client_data?.dynamic_variables?.marker,
				status: 'initiated',
				request: json,
			});
			return {
				status: 200,
				body: {
					success: true,
					message: 'Success',
					conversation_id: call.id,
					[sidName]: `sid_${call.id}`,
				},
			};
		};

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		return call === undefined
			? problem(404, 'Conversation not found')
			: { status: 200, body: asAnswered(call) };
	}

	/**
	 * A page of a list: the cursor of the page after it is where that begins.
	 *
	 * @param {string} name
	 * @param {object[]} all
	 * @param {URLSearchParams} query
	 */
	function page(name, all, query) {
		const size = Number(query.get('page_size') ?? 30);
		if (size < 1 || size > 100) return invalid('page_size', 'Not 1 to 100');
		const from = Number(query.get('cursor') ?? 0);
		const entries = all.slice(from, from + Math.min(size, mostPerPage()));
		const next = from + entries.length;
		const hasMore = next < all.length;
		return {
			status: 200,
			body: { [name]: entries, has_more: hasMore, next_cursor: hasMore ? String(next) : null },
		};
	}

	/**
	 * The newest first.
	 *
	 * @type {Handler}
	 */
	function list({ query }) {
		const after = Number(query.get('call_start_after_unix') ?? 0);
		const before = Number(query.get('call_start_before_unix') ?? Infinity);
		const agentId = query.get('agent_id');
		const userId = query.get('user_id');
		const rows = mine()
			.filter(({ request }) => userId === null || userIn(request) === userId)
			.map(asListed)
			.filter((row) => agentId === null || row.agent_id === agentId)
			.filter((row) => row.start_time_unix_secs >= after && row.start_time_unix_secs <= before)
			.reverse();
		return page('conversations', rows, query);
	}

	/** @type {Handler} */
	function audio({ params: [id] }) {
		if (find(id)?.status !== 'done') return problem(404, 'Conversation not found');
		return { status: 200, headers: { 'Content-Type': 'audio/mpeg' }, body: silence() };
	}

	/** @type {Handler} */
	function agents({ query }) {
		const word = (query.get('search') ?? '').toLowerCase();
		const all = AGENTS.map((id, index) => ({ agent_id: id, name: `Agent ${index + 1}` }));
		return page(
			'agents',
			all.filter(({ name }) => name.toLowerCase().includes(word)),
			query,
		);
	}

	const phoneNumbers = () => ({ status: 200, body: NUMBERS });

	const route = routesOf('elevenLabs', authenticate, '/elevenLabs/v1/convai/');

	const byTwilio = createBy('twilio', 'callSid');
	const bySipTrunk = createBy('sip_trunk', 'sip_call_id');

	return {
		name: 'elevenLabs',
		prefix: '/elevenLabs/',
		problem,
		routes: [
			route('create', 'POST', 'twilio/outbound-call', byTwilio, true),
			route('createBySipTrunk', 'POST', 'sip-trunk/outbound-call', bySipTrunk, true),
			route('list', 'GET', 'conversations', list),
			route('get', 'GET', 'conversations/([^/]+)', get),
			route('audio', 'GET', 'conversations/([^/]+)/audio', audio),
			route('agents', 'GET', 'agents', agents),
			route('phoneNumbers', 'GET', 'phone-numbers', phoneNumbers),
		],
	};
}

module.exports = { createElevenLabs };
