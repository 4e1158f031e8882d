'use strict';

const readline = require('node:readline/promises');
const { parseArgs } = require('node:util');

const STATUSES = [
	'queued initiated ringing in-progress completed busy no-answer failed canceled blocked',
	'rescheduled',
].flatMap((line) => line.split(' '));
const HEADER = /^[A-Za-z0-9-]+$/;
const PATH = /^\w+(?:\.\w+)*$/;

const oneOf =
	(...choices) =>
	(text) =>
		choices.includes(text) ? undefined : `one of ${choices.join(', ')}`;
const like = (pattern, words) => (text) => (pattern.test(text) ? undefined : words);

/**
 * What is asked, in this order: the flag, the question, what stands where nothing is answered, and what is
 * wrong with an answer.
 *
 * @type {[flag: string, question: string, fallback: string | undefined,
 *   problem: (text: string) => string | undefined][]}
 */
const QUESTIONS = [
	[
		'name',
		'Name of the provider, as it writes it',
		undefined,
		like(/^[A-Za-z][\w .&-]*$/, 'a name'),
	],
	[
		'docs',
		'Address of its page on webhooks',
		undefined,
		like(/^https:\/\/[^\s"<>]+$/, 'an address with https://'),
	],
	['signature', 'Header of the signature', undefined, like(HEADER, 'the name of a header')],
	['separator', 'What separates the parts of that header', 'none', oneOf('none', 'comma', 'space')],
	[
		'prefix',
		'What stands right before the signature, e.g. v1=',
		'',
		like(/^[\x21-\x7e]*$/, 'a text'),
	],
	['algorithm', 'Algorithm', 'hmac-sha256', oneOf('hmac-sha1', 'hmac-sha256', 'hmac-sha512')],
	['encoding', 'How the signature is written', 'hex', oneOf('hex', 'base64')],
	[
		'key',
		'What the secret is: a text, or bytes that it spells',
		'text',
		oneOf('text', 'hex', 'base64'),
	],
	[
		'timestamp',
		'Header of the signed timestamp, or none',
		'none',
		like(/^[A-Za-z0-9-]+$/, 'the name of a header'),
	],
	[
		'timestamp-prefix',
		'What stands right before the timestamp, e.g. t=',
		'',
		like(/^[\x21-\x7e]*$/, 'a text'),
	],
	['unit', 'Unit of the timestamp', 's', oneOf('s', 'ms', 'iso8601')],
	[
		'tolerance',
		'How old it may be, in seconds',
		'300',
		like(/^[1-9]\d{0,4}$/, 'a number of seconds'),
	],
	[
		'signed',
		'What is signed, with {timestamp} and {body}',
		undefined,
		like(
			/^[^{}]*(?:\{timestamp\})?[^{}]*\{body\}[^{}]*(?:\{timestamp\})?[^{}]*$/,
			'a text with {body} once',
		),
	],
	[
		'type-path',
		'Where the body has the type of the event',
		'type',
		like(PATH, 'members with dots between'),
	],
	[
		'event-id-path',
		'Where it has an ID of the event, or none',
		'none',
		like(PATH, 'members with dots between'),
	],
	[
		'call-id-path',
		'Where it has the ID of the call',
		'call_id',
		like(PATH, 'members with dots between'),
	],
	[
		'events',
		'Its events, two at least, each with the status of its call where it tells one, e.g. call_ended=completed,call_noted',
		undefined,
		eventsProblem,
	],
];

function eventsProblem(text) {
	const events = eventsOf(text);
	if (events.length < 2) return 'two events at least, with commas between';
	const wrong = events.find(
		({ value, status }) =>
			!/^[A-Za-z_:.-]+$/.test(value) || (status !== undefined && !STATUSES.includes(status)),
	);
	return wrong && `names of letters, dots and the like; statuses are ${STATUSES.join(', ')}`;
}

/** `call_ended=completed,call_noted` as a list, in the order of the form. */
function eventsOf(text) {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.map((part) => {
			const [value, status] = part.split('=');
			const words = value.split(/[^A-Za-z]+/).filter((word) => word !== '');
			const name = words.map((word) => word[0].toUpperCase() + word.slice(1)).join(' ');
			return { value, status, name };
		})
		.sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * Takes the answers from the flags, and asks for those that are missing where a person can answer.
 *
 * @param {string[]} flags
 */
async function answer(flags) {
	/** @type {Record<string, { type: 'string' }>} */
	const options = Object.fromEntries(QUESTIONS.map(([flag]) => [flag, { type: 'string' }]));
	const { values } = parseArgs({ args: flags, options });
	const lines = process.stdin.isTTY
		? readline.createInterface({ input: process.stdin, output: process.stdout })
		: undefined;
	const answers = {};
	try {
		for (const [flag, question, fallback, problem] of QUESTIONS) {
			if (/^(?:timestamp-prefix|unit|tolerance)$/.test(flag) && answers.timestamp === 'none')
				continue;
			const hint = fallback ? ` (${fallback})` : '';
			const text = values[flag] ?? (await lines?.question(`${question}${hint}: `)) ?? '';
			const given = text.trim() === '' ? fallback : text.trim();
			if (given === undefined) throw new Error(`--${flag} is missing: ${question}.`);
			const wrong = given === fallback ? undefined : problem(given);
			if (wrong !== undefined) throw new Error(`--${flag} has to be ${wrong}.`);
			answers[flag] = given;
		}
	} finally {
		lines?.close();
	}
	return completed(answers);
}

/** The answers with all that follows from them. */
function completed(answers) {
	const isTimed = answers.timestamp !== 'none';
	if (isTimed !== answers.signed.includes('{timestamp}')) {
		throw new Error(
			'A timestamp that is not signed proves nothing: --timestamp and --signed disagree.',
		);
	}
	const short = answers.name.replace(/ (?:AI|Agents)$/, '');
	const words = short.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
	const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
	return {
		...answers,
		isTimed,
		id: pascal[0].toLowerCase() + pascal.slice(1),
		pascal,
		credentialType: `${pascal[0].toLowerCase()}${pascal.slice(1)}Api`,
		page: `${short.toLowerCase().replaceAll(' ', '-')}.md`,
		list: { none: undefined, comma: ',', space: ' ' }[answers.separator],
		tolerance: Number(answers.tolerance ?? 300),
		events: eventsOf(answers.events),
		eventId: answers['event-id-path'] === 'none' ? undefined : answers['event-id-path'],
		callId: answers['call-id-path'],
		type: answers['type-path'],
		parts: answers.signed.split(/(\{\w+\})/).filter((part) => part !== ''),
	};
}

module.exports = { answer };
