'use strict';

/** Mistakes around signature, time and provider, which show in the headers. */

const { sign } = require('../../../tools/simulator/sign');
const { genuine, newEvent, subjectOf } = require('../subjects');

const [enableX, huskyVoice, miraiMinds, voxifi] = [
	'enableX',
	'huskyVoice',
	'miraiMinds',
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
		words: [/could not be read as the provider sent it/, /multipart\/form-data/],
	},
];

module.exports = { ofTheHeaders };
