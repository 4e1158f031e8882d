'use strict';

/**
 * What is wrong with the members of a request, as the pages of the commands describe them, e.g.
 * https://developers.telnyx.com/api-reference/call-commands/dial
 */

const { isE164 } = require('../../phone-number');
const { APPLICATIONS, ASSISTANTS, NUMBERS } = require('./account');
const { failure } = require('./problems');

/**
 * @import { Answer } from '../../http-exchange'
 * @typedef {Record<string, any>} Json
 * @typedef {(value: any) => boolean} Check whether a member is right; only asked where it is there
 */

const DETECTIONS = ['premium', 'detect', 'detect_beep', 'detect_words', 'greeting_end', 'disabled'];

/** @type {(...words: unknown[]) => Check} */
const oneOf =
	(...words) =>
	(value) =>
		words.includes(value);
/** @type {(from: number, to: number) => Check} */
const between = (from, to) => (value) => Number.isInteger(value) && value >= from && value <= to;
/** @type {Check} */
const isText = (value) => typeof value === 'string' && value !== '';
/** @type {Check} */
const isBase64 = (value) =>
	isText(value) && Buffer.from(value, 'base64').toString('base64') === value;
/** @type {Check} */
const isCallee = (value) => isE164(value) || /^sips?:[^\s@]+@[^\s@]+$/.test(value);
/** @type {Check} */
const isWebAddress = (value) => URL.canParse(value);
/** @type {Check} */
const isAssistant = (value) =>
	ASSISTANTS.some(({ id }) => id === value?.id) &&
	Object.keys(value).every((name) => ['id', 'greeting', 'dynamic_variables'].includes(name));

/**
 * The members that are right, and with which code another one is refused; 10015 where nothing is said.
 *
 * @type {Record<string, [Check, number?]>}
 */
const MEMBERS = {
	answering_machine_detection: [oneOf(...DETECTIONS)],
	assistant: [isAssistant, 10017],
	audio_url: [isWebAddress],
	cause: [oneOf('CALL_REJECTED', 'USER_BUSY')],
	channels: [oneOf('single', 'dual')],
	client_state: [isBase64, 90017],
	command_id: [isText],
	connection_id: [(value) => APPLICATIONS.some(({ id }) => id === value), 10017],
	digits: [(value) => /^[0-9A-DwW*#]+$/.test(value), 90014],
	format: [oneOf('wav', 'mp3')],
	from: [isE164, 10016],
	from_display_name: [isText],
	inter_digit_timeout_millis: [between(1, 120_000)],
	language: [isText],
	loop: [(value) => value === 'infinity' || between(1, 100)(value)],
	max_length: [between(0, 14_400)],
	maximum_digits: [between(1, 128)],
	maximum_tries: [between(1, 128)],
	minimum_digits: [between(1, 128)],
	payload: [(value) => isText(value) && value.length <= 3000, 90010],
	payload_type: [oneOf('text', 'ssml')],
	play_beep: [oneOf(true, false)],
	record: [oneOf('record-from-answer')],
	record_channels: [oneOf('single', 'dual')],
	record_format: [oneOf('wav', 'mp3')],
	send_digits_on_answer: [(value) => /^[0-9A-DwW*#]{1,64}$/.test(value)],
	terminating_digit: [(value) => /^[0-9*#]$/.test(value)],
	time_limit_secs: [between(1, 14_400)],
	timeout_millis: [between(1, 120_000)],
	timeout_secs: [between(5, 600), 90028],
	to: [isCallee, 10016],
	transcription: [oneOf(true, false)],
	valid_digits: [(value) => /^[0-9*#]+$/.test(value)],
	voice: [isText],
	webhook_url: [isWebAddress],
	webhook_url_method: [oneOf('POST', 'GET')],
};

/**
 * What is wrong with a request.
 *
 * @param {Json} json
 * @param {string[]} required
 * @param {string[]} optional
 * @returns {Answer|undefined}
 */
function complaint(json, required, optional) {
	if (required.some((name) => json[name] === undefined)) return failure(10004);
	for (const [name, value] of Object.entries(json)) {
		if (![...required, ...optional, 'client_state', 'command_id'].includes(name)) {
			return failure(10015, 422, `The parameter ${name} is not known here.`);
		}
		const [isRight, code = 10015] = MEMBERS[name];
		if (!isRight(value)) return failure(code);
	}
	return undefined;
}

/** How a call that goes out may be recorded, limited and reported. */
const LEG = [
	'audio_url',
	'from_display_name',
	'record',
	'record_channels',
	'record_format',
	'send_digits_on_answer',
	'time_limit_secs',
	'timeout_secs',
	'webhook_url',
	'webhook_url_method',
];

/**
 * What is wrong with a new call.
 *
 * @param {Json} json
 */
function dialComplaint(json) {
	const wrong = complaint(
		json,
		['connection_id', 'from', 'to'],
		[...LEG, 'answering_machine_detection', 'assistant', 'transcription'],
	);
	if (wrong !== undefined) return wrong;
	return NUMBERS.some(({ phone_number: number }) => number === json.from)
		? undefined
		: failure(10010, 403, 'The origination number is not one of the account.');
}

module.exports = { LEG, complaint, dialComplaint };
