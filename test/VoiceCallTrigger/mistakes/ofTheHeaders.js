'use strict';

/** Mistakes around signature, time and provider, which show in the headers. */

const { sign } = require('../../../tools/simulator/sign');
const { genuine, newEvent, subjectOf } = require('../subjects');

const [
	custom,
	elevenLabs,
	enableX,
	huskyVoice,
	miraiMinds,
	retell,
	standardWebhooks,
	ultravox,
	voxifi,
] = [
	'custom',
	'elevenLabs',
	'enableX',
	'huskyVoice',
	'miraiMinds',
	'retell',
	'standardWebhooks',
	'ultravox',
	'voxifi',
].map(subjectOf);

const withSignature = (subject, change) => {
	const delivery = genuine(subject);
	const [name] = Object.keys(delivery.headers).filter((header) => /signature$/i.test(header));
	return { ...delivery, headers: { ...delivery.headers, [name]: change(delivery.headers[name]) } };
};

/** @type {import('.').Mistake[]} */
const ofTheHeaders = [
	...[huskyVoice, voxifi].map((subject) => ({
		what: 'a signature in base64',
		subject,
		delivery: () =>
			withSignature(subject, (value) => {
				const [hex] = /[0-9a-f]{64}$/.exec(value);
				return value.replace(hex, Buffer.from(hex, 'hex').toString('base64'));
			}),
		words: [/base64 instead of hexadecimal/, /hexadecimal digits/],
	})),
	{
		what: 'no signature from a platform that the form describes',
		subject: custom,
		delivery: () => ({ ...genuine(custom), headers: { 'Content-Type': 'application/json' } }),
		words: [/nothing proves that your platform sent it/, /compare its headers with .* the form/],
	},
	{
		what: 'a signature without its prefix',
		subject: voxifi,
		delivery: () => withSignature(voxifi, (value) => value.replace('sha256=', '')),
		words: [/lacks the prefix sha256=/, /Write the prefix/],
	},
	{
		what: 'a signature with a prefix that it should not have',
		subject: huskyVoice,
		delivery: () => withSignature(huskyVoice, (value) => `sha256=${value}`),
		words: [/prefix sha256=, which does not belong there/, /the signature alone/],
	},
	{
		what: 'a signature in upper case',
		subject: miraiMinds,
		delivery: () => withSignature(miraiMinds, (value) => value.toUpperCase()),
		words: [/upper-case/, /lower case/],
	},
	{
		what: 'a time in milliseconds',
		subject: voxifi,
		delivery: () => genuine(voxifi, undefined, { timestamp: String(Date.now()) }),
		words: [/milliseconds instead of seconds/, /ten digits, not thirteen/],
	},
	{
		what: 'a clock that is slow',
		subject: voxifi,
		delivery: () => genuine(voxifi, undefined, { now: Date.now() + 400_000 }),
		words: [/(399|400) seconds in the future: the clocks disagree/, /NTP/],
	},
	{
		what: 'an event that was held back',
		subject: voxifi,
		delivery: () => genuine(voxifi, undefined, { now: Date.now() - 400_000 }),
		words: [/40\d seconds ago, and 300 are allowed/, /Timestamp Tolerance/],
	},
	{
		what: 'a time in milliseconds, in a list',
		subject: elevenLabs,
		delivery: () => genuine(elevenLabs, undefined, { timestamp: String(Date.now()) }),
		words: [/milliseconds instead of seconds/],
	},
	{
		what: 'a time in seconds where milliseconds are signed',
		subject: retell,
		delivery: () =>
			genuine(retell, undefined, { timestamp: String(Math.floor(Date.now() / 1000)) }),
		words: [/seconds instead of milliseconds/, /thirteen digits, not ten/],
	},
	{
		what: 'a time in seconds where ISO 8601 is signed',
		subject: ultravox,
		delivery: () =>
			genuine(ultravox, undefined, { timestamp: String(Math.floor(Date.now() / 1000)) }),
		words: [/seconds instead of ISO 8601/, /2026-01-15T12:00:00Z/],
	},
	{
		what: 'a time that is none',
		subject: ultravox,
		delivery: () => genuine(ultravox, undefined, { timestamp: 'yesterday' }),
		words: [/does not hold a time in ISO 8601/],
	},
	...[elevenLabs, retell, ultravox].map((subject) => ({
		what: 'an event that was held back, with the time as its provider writes it',
		subject,
		delivery: () => genuine(subject, undefined, { now: Date.now() - 2_000_000 }),
		words: [/200\d seconds ago, and \d+ are allowed/],
	})),
	{
		what: 'a signature in base64, in a list',
		subject: elevenLabs,
		delivery: () =>
			withSignature(elevenLabs, (value) =>
				value.replace(/[0-9a-f]{64}$/, (hex) => Buffer.from(hex, 'hex').toString('base64')),
			),
		words: [/base64 instead of hexadecimal/],
	},
	{
		what: 'a signature in hexadecimal where base64 is written',
		subject: standardWebhooks,
		delivery: () =>
			withSignature(standardWebhooks, (value) =>
				value.replace(/[^,]+$/, (text) => Buffer.from(text, 'base64').toString('hex')),
			),
		words: [/hexadecimal instead of base64/, /44 characters/],
	},
	{
		what: 'a list without the part of the signature',
		subject: elevenLabs,
		delivery: () => withSignature(elevenLabs, (value) => value.replace('v0=', 'v1=')),
		words: [/no part that starts with v0=/, /a comma between the parts/],
	},
	{
		what: 'a signature of another length',
		subject: voxifi,
		delivery: () => withSignature(voxifi, (value) => value + 'ab'.repeat(32)),
		words: [/has the length of SHA-512, and HMAC-SHA256 is expected/],
	},
	{
		what: 'an event of Voxifi',
		subject: huskyVoice,
		delivery: () => genuine(voxifi),
		words: [/looks like an event of Voxifi/, /Select Voxifi/],
	},
	{
		what: 'an event of HuskyVoice',
		subject: enableX,
		delivery: () => genuine(huskyVoice),
		words: [/looks like an event of HuskyVoice AI/, /Select HuskyVoice AI/],
	},
	{
		what: 'an event of EnableX',
		subject: miraiMinds,
		delivery: () => genuine(enableX),
		words: [/looks like an event of EnableX/, /Select EnableX/],
	},
	{
		what: 'an event that is not encrypted',
		subject: enableX,
		delivery: () => ({ headers: {}, body: JSON.stringify(newEvent(enableX)) }),
		words: [/not encrypted/, /Accept Plaintext/],
	},
	{
		what: 'a form with parts',
		subject: huskyVoice,
		delivery: () => {
			const { headers, body } = sign('huskyVoice', '{}', huskyVoice.credential);
			return { headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' }, body };
		},
		words: [/form with parts/, /Have the sender send the event/],
	},
	{
		what: 'a body that is not compressed, although its header says so',
		subject: huskyVoice,
		delivery: () => {
			const { headers, body } = genuine(huskyVoice);
			return {
				headers: {
					...headers,
					'Content-Type': 'application/octet-stream',
					'Content-Encoding': 'gzip',
				},
				body,
			};
		},
		words: [/could not be unpacked/, /send it as it is/],
	},
];

module.exports = { ofTheHeaders };
