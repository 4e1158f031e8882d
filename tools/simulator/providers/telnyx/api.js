'use strict';

/**
 * Telnyx' calls, as https://developers.telnyx.com/api-reference/call-commands/dial and the pages beside it
 * describe them. What a request with a known `command_id` is answered is not documented: see `repeats`.
 */

const { routesOf } = require('../../routing');
const { silence } = require('../../sound');
const { APPLICATIONS, ASSISTANTS, BALANCE, NUMBERS } = require('./account');
const { createCommands } = require('./commands');
const { failure, problem } = require('./problems');
const { dialComplaint } = require('./requests');

/**
 * @import { Call } from '../../ledger'
 * @import { Answer } from '../../http-exchange'
 * @import { Authenticate, Handler } from '../../routing'
 */

const A_MINUTE = 60_000;
/** How long a call lasts here. */
const DURATION = 65_000;

/** @param {import('../../standIns').Context} context */
function createTelnyx({ settings, ledger, report, baseUrl, mostPerPage }) {
	const { apiKey } = settings.credentials.telnyx;
	const { repeats } = settings.telnyx;
	/** @type {Map<string, { at: number, answer: Answer }>} when a `command_id` was seen, and what was answered */
	const seen = new Map();
	const mine = () => ledger.calls.filter(({ provider }) => provider === 'telnyx');
	/** @param {string} id */
	const find = (id) => mine().find((call) => call.id === id);

	/** @type {Authenticate} */
	function authenticate({ headers }) {
		if (headers.authorization === `Bearer ${apiKey}`) return { key: apiKey };
		return { refusal: failure(10009, 401) };
	}

	/**
	 * Carries a command out, unless one with the same ID came within a minute: that one is ignored
	 * (https://developers.telnyx.com/docs/voice/programmable-voice/receiving-webhooks).
	 *
	 * @type {import('./commands').Parts['once']}
	 */
	function once(scope, { command_id: commandId }, carryOut) {
		if (commandId === undefined) return carryOut();
		const key = `${scope} ${commandId}`;
		const before = seen.get(key);
		if (before !== undefined && settings.clock() < before.at + A_MINUTE) {
			return repeats === 'refused' ? failure(10015, 422, 'Duplicate command.') : before.answer;
		}
		const answer = carryOut();
		if (answer.status === 200) seen.set(key, { at: settings.clock(), answer });
		return answer;
	}

	/** @param {Call} call */
	const named = (call) => ({
		record_type: 'call',
		call_control_id: call.id,
		call_leg_id: `leg-${call.id}`,
		call_session_id: `session-${call.id}`,
		client_state: call.request.client_state ?? null,
	});
	/** @param {Call} call */
	const durationOf = ({ history }) => (history.includes('answered') ? DURATION / 1000 : 0);

	/** @type {Handler} */
	const create = ({ json }) =>
		once('dial', json, () => {
			const wrong = dialComplaint(json);
			if (wrong !== undefined) return wrong;
			const call = ledger.place({
				provider: 'telnyx',
				contact: json.to,
				marker: json.from_display_name,
				status: 'dialing',
				request: json,
			});
			return { status: 200, body: { data: { ...named(call), is_alive: false } } };
		});

	/** @type {Handler} */
	function get({ params: [id] }) {
		const call = find(id);
		if (call === undefined) return failure(90015);
		const isOver = call.status === 'hangup';
		const data = {
			...named(call),
			is_alive: !isOver && call.status !== 'dialing',
			call_duration: durationOf(call),
			start_time: new Date(call.placedAt).toISOString(),
			...(isOver ? { end_time: new Date(call.placedAt + DURATION).toISOString() } : {}),
		};
		return { status: 200, body: { data } };
	}

	/**
	 * The calls of an application that have not ended; goes on by a cursor.
	 *
	 * @type {Handler}
	 */
	function activeCalls({ params: [connectionId], query }) {
		if (!APPLICATIONS.some(({ id }) => id === connectionId)) return failure(10005, 404);
		const calls = mine().filter(
			({ status, request }) => status !== 'hangup' && request.connection_id === connectionId,
		);
		const size = Math.min(Number(query.get('page[limit]') ?? 20), 250, mostPerPage());
		const start = Number(Buffer.from(query.get('page[after]') ?? '', 'base64').toString() || 0);
		const end = start + size;
		const after = end < calls.length ? Buffer.from(String(end)).toString('base64') : null;
		const next =
			after === null ? null : `/v2/connections/${connectionId}/active_calls?page[after]=${after}`;
		const data = calls
			.slice(start, end)
			.map((call) => ({ ...named(call), call_duration: durationOf(call) }));
		const meta = {
			cursors: { after, before: null },
			next,
			previous: null,
			total_items: calls.length,
		};
		return { status: 200, body: { data, meta } };
	}

	/**
	 * A page of a list whose pages have numbers.
	 *
	 * @param {object[]} entries
	 * @param {URLSearchParams} query
	 */
	function numbered(entries, query) {
		const size = Math.min(Number(query.get('page[size]') ?? 20), 250, mostPerPage());
		const number = Number(query.get('page[number]') ?? 1);
		const meta = {
			page_number: number,
			page_size: size,
			total_pages: Math.ceil(entries.length / size),
			total_results: entries.length,
		};
		const data = entries.slice((number - 1) * size, number * size);
		return { status: 200, body: { data, meta } };
	}

	/** @param {Call} call */
	const isRecorded = ({ status, history, request, recording }) =>
		status === 'hangup' &&
		history.includes('answered') &&
		(request.record === 'record-from-answer' || recording !== undefined);
	/** @param {Call} call */
	const recordingOf = (call) => ({
		id: `recording-${call.id}`,
		record_type: 'recording',
		call_control_id: call.id,
		channels: 'single',
		status: 'completed',
		download_urls: { wav: `${baseUrl()}/telnyx/files/${encodeURIComponent(call.id)}.wav` },
	});
	const recordings = () => mine().filter(isRecorded).map(recordingOf);

	/** @type {Handler} */
	function recording({ params: [id] }) {
		const data = recordings().find((each) => each.id === id);
		return data === undefined ? failure(10005, 404) : { status: 200, body: { data } };
	}

	const route = routesOf('telnyx', authenticate, '/telnyx/v2');
	/**
	 * The address is the key: a request with the API key would give that away.
	 *
	 * @type {Authenticate}
	 */
	const anybody = ({ headers }) =>
		headers.authorization === undefined
			? { key: 'anybody' }
			: { refusal: failure(10015, 400, 'The key was sent to where it does not belong.') };

	return {
		name: 'telnyx',
		prefix: '/telnyx/',
		problem,
		routes: [
			route('create', 'POST', '/calls', create, true),
			route('get', 'GET', '/calls/([^/]+)', get),
			...createCommands({ ledger, report, find, once, route }),
			route('list', 'GET', '/connections/([^/]+)/active_calls', activeCalls),
			route('applications', 'GET', '/call_control_applications', ({ query }) =>
				numbered(APPLICATIONS, query),
			),
			route('phoneNumbers', 'GET', '/phone_numbers', ({ query }) => numbered(NUMBERS, query)),
			route('assistants', 'GET', '/ai/assistants', () => ({
				status: 200,
				body: { data: ASSISTANTS },
			})),
			route('recordings', 'GET', '/recordings', ({ query }) => {
				const id = query.get('filter[call_control_id]');
				const wanted = recordings().filter((each) => id === null || each.call_control_id === id);
				return numbered(wanted, query);
			}),
			route('recording', 'GET', '/recordings/([^/]+)', recording),
			route('balance', 'GET', '/balance', () => ({ status: 200, body: { data: BALANCE } })),
			routesOf('telnyx', anybody)('file', 'GET', /^\/telnyx\/files\/([^/]+)\.wav$/, () => ({
				status: 200,
				headers: { 'Content-Type': 'audio/wav' },
				body: silence(),
			})),
		],
	};
}

module.exports = { createTelnyx };
