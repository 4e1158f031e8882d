'use strict';

/** Deliveries that have to be answered with 401, with the reason that the log gives. */

const { foreign, genuine, newEvent, randomText, subjects } = require('./subjects');

/**
 * @typedef {object} Refusal
 * @property {string} what
 * @property {string} reason
 * @property {0 | 1} fetches how often the credential is fetched: not at all where the headers tell
 * @property {(subject: import('./subjects').Subject) => object} make
 */

const unsigned = (subject) => ({
	headers: { 'Content-Type': 'application/json' },
	body: JSON.stringify(newEvent(subject)),
});

/** @param {(genuine: Record<string, any>) => Record<string, string | string[]>} headers in place of the genuine ones */
const withHeaders = (headers) => (subject) => {
	const delivery = genuine(subject);
	return { ...delivery, headers: { ...delivery.headers, ...headers(delivery.headers) } };
};

/** @type {Refusal[]} */
const ofSignatures = [
	{ what: 'no signature', reason: 'header-missing', fetches: 0, make: unsigned },
	{
		what: 'the signature sent twice',
		reason: 'header-repeated',
		fetches: 0,
		make: (subject) => {
			const { signatureHeader: name } = subject;
			return withHeaders((headers) => ({ [name]: [headers[name], headers[name]] }))(subject);
		},
	},
	{
		what: 'a signature that is none',
		reason: 'signature-malformed',
		fetches: 0,
		make: (subject) => withHeaders(() => ({ [subject.signatureHeader]: 'trust me' }))(subject),
	},
	{ what: 'another secret', reason: 'signature-mismatch', fetches: 1, make: (s) => foreign(s) },
	{
		what: 'a changed body',
		reason: 'signature-mismatch',
		fetches: 1,
		make: (subject) => {
			const { headers, body } = genuine(subject);
			return { headers, body: `${body.toString()} ` };
		},
	},
];

const at = (seconds) => (subject) =>
	genuine(subject, undefined, { now: Date.now() + seconds * 1000 });

/** @type {Refusal[]} */
const ofTimes = [
	{
		what: 'an old event',
		reason: 'timestamp-too-old',
		fetches: 0,
		make: (subject) => at(-(subject.tolerance ?? 300) - 100)(subject),
	},
	{
		what: 'an event of the future',
		reason: 'timestamp-too-new',
		fetches: 0,
		make: (subject) => at((subject.tolerance ?? 300) + 100)(subject),
	},
	{
		what: 'a time in words',
		reason: 'timestamp-malformed',
		fetches: 0,
		make: (subject) => genuine(subject, undefined, { timestamp: 'noon' }),
	},
];

/** What only one provider's deliveries are refused for. */
const ofOne = {
	miraiMinds: [
		{
			what: 'an unknown key',
			reason: 'key-id-unknown',
			fetches: 1,
			make: withHeaders(() => ({ 'x-public-key': `pk_${randomText()}` })),
		},
		{
			what: 'a key that is none',
			reason: 'key-id-malformed',
			fetches: 0,
			make: withHeaders(() => ({ 'x-public-key': 'not a key' })),
		},
	],
	enableX: [
		{ what: 'no encryption', reason: 'plaintext-not-allowed', fetches: 0, make: unsigned },
		{
			what: 'another cipher',
			reason: 'cipher-not-allowed',
			fetches: 0,
			make: withHeaders(() => ({ 'x-algoritm': 'aes-256-gcm' })),
		},
		{
			what: 'two ciphers',
			reason: 'headers-disagree',
			fetches: 0,
			make: withHeaders(() => ({ 'x-algorithm': 'aes-128-cbc' })),
		},
		{
			what: 'another way of writing',
			reason: 'encoding-not-allowed',
			fetches: 0,
			make: withHeaders(() => ({ 'x-format': 'rot13' })),
		},
		{
			what: 'a body that is no envelope',
			reason: 'envelope-malformed',
			fetches: 1,
			make: (subject) => ({ headers: genuine(subject).headers, body: '{"encrypted_data":"00"}' }),
		},
		{ what: 'another App ID', reason: 'undecryptable', fetches: 1, make: (s) => foreign(s) },
		{
			what: 'something encrypted that is no event',
			reason: 'not-an-event',
			fetches: 1,
			make: (subject) => genuine(subject, '{"voice_id":"v"}'),
		},
	],
};

/** @type {Record<string, Refusal[]>} */
const refusals = Object.fromEntries(
	subjects.map(({ id, signatureHeader, signsTime }) => [
		id,
		[
			...(signatureHeader === undefined ? [] : ofSignatures),
			...(signsTime ? ofTimes : []),
			...(ofOne[id] ?? []),
		],
	]),
);

/** A genuine delivery of something that is not a JSON object; of EnableX that is no event either. */
const genuineList = (subject) => genuine(subject, '[1]');

module.exports = { genuineList, refusals };
