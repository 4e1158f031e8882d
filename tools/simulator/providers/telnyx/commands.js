'use strict';

/**
 * What a call can be asked for, each as the page of the command says:
 * https://developers.telnyx.com/docs/voice/programmable-voice/sending-commands
 */

const { randomUUID } = require('node:crypto');
const { LEG, complaint } = require('./requests');
const { failure } = require('./problems');

/**
 * @import { Call } from '../../ledger'
 * @import { Answer } from '../../http-exchange'
 * @import { Route, Handler } from '../../routing'
 *
 * @typedef {Record<string, any>} Json
 *
 * @typedef {object} Command
 * @property {string[]} [required]
 * @property {string[]} [optional]
 * @property {'ringing'|'answered'} [when] what the call has to be; any that has not ended where nothing is said
 * @property {(call: Call, json: Json) => object|void} carryOut what the answer says besides `ok`
 *
 * @typedef {object} Parts
 * @property {import('../../ledger').Ledger} ledger
 * @property {import('../../standIns').Context['report']} report
 * @property {(id: string) => Call|undefined} find
 * @property {(scope: string, json: Json, carryOut: () => Answer) => Answer} once
 * @property {(name: string, method: string, path: string, handle: Handler, takesJson?: boolean) => Route} route
 */

const GATHERING = [
	'inter_digit_timeout_millis',
	'maximum_digits',
	'maximum_tries',
	'minimum_digits',
	'terminating_digit',
	'timeout_millis',
	'valid_digits',
];

/**
 * The commands, by what follows `actions/` in the path.
 *
 * @param {Pick<Parts, 'ledger'|'report'>} parts
 * @returns {Record<string, Command>}
 */
function commandsOf({ ledger, report }) {
	/** @type {(call: Call, reason: string) => void} */
	function end(call, reason) {
		call.isEndedByHand = true;
		ledger.move(call, 'hangup');
		report(call, 'call.hangup', { reason });
	}
	/** @type {(event: string) => (call: Call) => void} */
	const brings = (event) => (call) => report(call, event);

	return {
		hangup: {
			carryOut: (call) =>
				end(call, call.history.includes('answered') ? 'normal_clearing' : 'originator_cancel'),
		},
		answer: {
			optional: ['assistant', ...LEG, 'transcription'],
			when: 'ringing',
			carryOut(call, json) {
				Object.assign(call.request, json);
				ledger.move(call, 'answered');
				report(call, 'call.answered');
			},
		},
		reject: {
			required: ['cause'],
			when: 'ringing',
			carryOut: (call, { cause }) =>
				end(call, cause === 'USER_BUSY' ? 'user_busy' : 'call_rejected'),
		},
		speak: {
			required: ['payload', 'voice'],
			optional: ['language', 'payload_type', 'loop'],
			when: 'answered',
			carryOut: brings('call.speak.ended'),
		},
		playback_start: {
			required: ['audio_url'],
			optional: ['loop'],
			when: 'answered',
			carryOut: brings('call.playback.ended'),
		},
		gather_using_speak: {
			required: ['payload', 'voice'],
			optional: ['language', 'payload_type', ...GATHERING],
			when: 'answered',
			carryOut: brings('call.gather.ended'),
		},
		gather_using_audio: {
			required: ['audio_url'],
			optional: GATHERING,
			when: 'answered',
			carryOut: brings('call.gather.ended'),
		},
		send_dtmf: { required: ['digits'], when: 'answered', carryOut: () => {} },
		transfer: {
			required: ['to'],
			optional: ['from', ...LEG],
			when: 'answered',
			// A second phone rings: another leg, with an ID of its own.
			carryOut(call, { to, from = call.request.to }) {
				const request = { ...call.request, to, from, record: undefined };
				const leg = ledger.place({
					provider: 'telnyx',
					contact: to,
					marker: `transfer of ${call.id} to ${to}`,
					status: 'answered',
					request,
				});
				report(leg, 'call.answered');
				report(call, 'call.bridged');
			},
		},
		record_start: {
			required: ['channels', 'format'],
			optional: ['max_length', 'play_beep', 'transcription'],
			when: 'answered',
			carryOut: (call) => void (call.recording = {}),
		},
		record_stop: { when: 'answered', carryOut: brings('call.recording.saved') },
		ai_assistant_start: {
			required: ['assistant'],
			when: 'answered',
			carryOut(call) {
				report(call, 'call.conversation.created');
				return { conversation_id: randomUUID() };
			},
		},
		ai_assistant_stop: { when: 'answered', carryOut: brings('call.conversation.ended') },
	};
}

/**
 * Why a call cannot be asked for this now.
 *
 * @param {Call} call
 * @param {Command['when']} when
 */
function untimely({ status, history }, when) {
	if (status === 'hangup') return failure(90018);
	if (when === 'answered' && status !== 'answered') return failure(90034);
	return when === 'ringing' && history[0] !== 'ringing' ? failure(90102) : undefined;
}

/**
 * The routes of the commands to a call.
 *
 * @param {Parts} parts
 */
function createCommands({ ledger, report, find, once, route }) {
	const commands = Object.entries(commandsOf({ ledger, report }));
	return commands.map(([action, { required = [], optional = [], when, carryOut }]) =>
		route(
			action,
			'POST',
			`/calls/([^/]+)/actions/${action}`,
			({ params: [id], json }) => {
				const call = find(id);
				if (call === undefined) return failure(90015);
				return once(id, json, () => {
					const refusal = untimely(call, when) ?? complaint(json, required, optional);
					if (refusal !== undefined) return refusal;
					const more = carryOut(call, json);
					return { status: 200, body: { data: { result: 'ok', ...more } } };
				});
			},
			true,
		),
	);
}

module.exports = { createCommands };
