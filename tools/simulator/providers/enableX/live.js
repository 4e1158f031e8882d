'use strict';

/**
 * What can be done with a live call (https://developer.enablex.io/voice/api-reference.html, its table;
 * https://github.com/EnableX/enablex-voice-dialer-sdk/blob/develop/voice_server_sdk/server.js;
 * https://github.com/EnableX/voice-inbound-ivr-dtmf-bridge/blob/develop/voiceapi.js). Where they disagree,
 * both are taken: PUT and POST, a call by its own ID and under its broadcast.
 */

const { randomUUID } = require('node:crypto');
const { isE164WithOrWithoutPlus } = require('../../phone-number');
const { speechProblem } = require('./speech');

/**
 * @import { Call } from '../../ledger'
 * @import { Handler, Problem } from '../../routing'
 * @typedef {'accept' | 'play' | 'connect' | 'join' | 'hold' | 'recording'} Action
 */

/** @type {Call['status'][]} */
const LIVE = ['connected', 'bridged', 'joined'];

/**
 * What the samples look at in an answer. What recording is answered with, none of them looks at.
 *
 * @type {Record<Action, (call: Call) => object>}
 */
const ANSWERS = {
	accept: () => ({ status: 'success' }),
	play: (call) => ({ voice_id: call.id, playstate: 'initiated', play_id: call.prompt?.playId }),
	connect: (call) => ({ voice_id: call.id, state: 'initiated' }),
	join: (call) => ({ voice_id: call.id, state: 'initiated' }),
	hold: () => ({ status: 'success' }),
	recording: () => ({ status: 'success' }),
};

/**
 * `samples`, or one of the forms that other samples and pages show for everything.
 *
 * @type {Record<string, (action: Action, call: Call) => object>}
 */
const FORMS = {
	samples: (action, call) => ANSWERS[action](call),
	status: () => ({ status: 'success' }),
	result: () => ({ result: 0 }),
};

/** @param {Omit<import('../../standIns').Context, 'baseUrl'|'mostPerPage'|'subscribe'> & { problem: Problem }} context */
function createLive({ settings, ledger, report, problem }) {
	const { numbers, liveAnswers, liveMethods } = settings.enableX;

	/** @type {Record<Action, (call: Call, json: Record<string, any>) => string|undefined>} each gives what is wrong */
	const actions = {
		accept(call) {
			ledger.move(call, 'connected');
			report(call, 'connected');
			return undefined;
		},
		play(call, json) {
			const wrong = speechProblem(json);
			if (wrong !== undefined) return wrong;
			const facts = { promptRef: json.prompt_ref, playId: randomUUID() };
			call.prompt = { ...facts, asksForDigits: json.dtmf === true };
			report(call, 'play:initiated', facts);
			if (json.dtmf !== true) report(call, 'play:playfinished', facts);
			return undefined;
		},
		connect(call, { from, to }) {
			if (from === undefined) return 'from number is undefined in config';
			if (!isE164WithOrWithoutPlus(to)) return 'connect_num is undefined';
			if (numbers !== null && !numbers.includes(from)) return 'Phone number not found';
			// A second phone rings. Its events are those of the call.
			ledger.place({
				provider: 'enableX',
				contact: to,
				status: 'connected',
				request: { from, to },
			});
			ledger.move(call, 'bridged');
			report(call, 'bridged');
			return undefined;
		},
		hold(call, { hold }) {
			if (typeof hold !== 'boolean') return 'hold is not a boolean';
			call.isHeld = hold;
			return undefined;
		},
		recording(call, { start, stop, recording_name: name }) {
			if ((start === true) === (stop === true)) return 'either start or stop';
			call.recording = start === true ? { name } : undefined;
			if (stop === true) report(call, 'recording_complete');
			return undefined;
		},
		join(call) {
			ledger.move(call, 'joined');
			report(call, 'joined');
			return undefined;
		},
	};

	/** @type {(action: Action, statuses?: Call['status'][]) => Handler} */
	const handle =
		(action, statuses = LIVE) =>
		({ params, json }) => {
			const id = params.at(-1);
			const call = ledger.find('enableX', id);
			const broadcast = action === 'join' || params.length === 1 ? undefined : params[0];
			const isOther = broadcast !== undefined && call?.request.broadcast_id !== broadcast;
			if (call === undefined || isOther) return problem(404, 'Call not found');
			if (!statuses.includes(call.status)) {
				return problem(409, `That cannot be done now: the state of the call is ${call.status}`);
			}
			const wrong = actions[action](call, json);
			if (wrong !== undefined) return problem(400, wrong);
			return { status: 200, body: FORMS[liveAnswers](action, call) };
		};

	/**
	 * @param {Action} action
	 * @param {RegExp} path
	 * @param {string} [method]
	 * @param {boolean} [takesJson]
	 */
	const route = (action, path, method = 'PUT', takesJson = true) => ({
		name: `enableX.${action}`,
		method,
		path,
		takesJson,
		handle: handle(action),
	});
	/**
	 * @param {Action} action
	 * @param {RegExp} path
	 */
	const eitherMethod = (action, path) => liveMethods.map((method) => route(action, path, method));

	return [
		{
			...route('accept', /^\/voice\/v1\/call\/([^/]+)\/accept$/, 'PUT', false),
			handle: handle('accept', ['incomingcall']),
		},
		...eitherMethod('play', /^\/voice\/v1\/call\/([^/]+)\/play$/),
		...eitherMethod('play', /^\/voice\/v1\/broadcast\/([^/]+)\/call\/([^/]+)\/play$/),
		...eitherMethod('hold', /^\/voice\/v1\/call\/([^/]+)\/hold$/),
		route('connect', /^\/voice\/v1\/call\/([^/]+)\/connect$/),
		route('connect', /^\/voice\/v1\/broadcast\/([^/]+)\/call\/([^/]+)\/connect$/),
		route('recording', /^\/voice\/v1\/call\/([^/]+)\/recording$/),
		route('join', /^\/voice\/v1\/room\/([^/]+)\/call\/([^/]+)\/join$/, 'PUT', false),
	];
}

module.exports = { createLive };
