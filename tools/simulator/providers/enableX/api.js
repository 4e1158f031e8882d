'use strict';

/**
 * EnableX's voice API (https://www.enablex.io/developer/voice/voice-api-overview/,
 * https://developer.enablex.io/docs/references/apis/voice-api/, .../voice/authentication.html).
 */

const { isE164WithOrWithoutPlus } = require('../../phone-number');
const { createBroadcasts } = require('./broadcast');
const { createLive } = require('./live');
const { createProblem } = require('./problems');
const { speechProblem } = require('./speech');

/** @import { Authenticate, Handler } from '../../routing' */

const APPLICATION_NOT_FOUND = 6110;
const NUMBER_NOT_FOUND = 6118;

const ACTIONS = ['play', 'connect', 'room', 'stream'];
/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {Record<string, any>} request */
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
	if (action.play !== undefined) return speechProblem(action.play);
	return undefined;
}

/** @param {import('../../standIns').Context} context */
function createEnableX({ settings, ledger, report }) {
	const { appId, appKey } = settings.credentials.enableX;
	const { numbers } = settings.enableX;
	const problem = createProblem(settings.enableX);
	const basic = `Basic ${Buffer.from(`${appId}:${appKey}`).toString('base64')}`;

	/** @type {Authenticate} */
	const authenticate = ({ headers }) =>
		headers.authorization === basic
			? { key: appId }
			: { refusal: problem(401, 'Invalid credentials', APPLICATION_NOT_FOUND) };

	/** @type {Handler} */
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

	/**
	 * Hangs up a call that has not ended; its `disconnected` event follows.
	 *
	 * @type {Handler}
	 */
	function hangUp({ params }) {
		const id = params.at(-1);
		const call = ledger.find('enableX', id);
		const isOther = params.length > 1 && call?.request.broadcast_id !== params[0];
		if (call === undefined || isOther) return problem(404, 'Call not found');
		if (call.status === 'disconnected' || call.status === 'failed') {
			return problem(409, `Call has ended already: its state is ${call.status}`);
		}
		ledger.move(call, 'disconnected');
		report(call, 'disconnected');
		return { status: 200, body: { result: 0, voice_id: id, state: 'disconnected' } };
	}

	/** @param {RegExp} path */
	const hangUpAt = (path) => ({
		name: 'enableX.cancel',
		method: 'DELETE',
		path,
		takesJson: false,
		handle: hangUp,
	});

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
				handle: create,
			},
			hangUpAt(/^\/voice\/v1\/call\/([^/]+)$/),
			hangUpAt(/^\/voice\/v1\/broadcast\/([^/]+)\/call\/([^/]+)$/),
			...createLive({ settings, ledger, report, problem }),
			...createBroadcasts({ ledger, problem }),
		].map((route) => ({ ...route, authenticate })),
	};
}

module.exports = { createEnableX };
