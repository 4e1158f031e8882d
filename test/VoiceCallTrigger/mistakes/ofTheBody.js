'use strict';

/** Bodies that were changed on their way. */

const { signedDelivery } = require('../../../tools/simulator/sign');
const { subjectOf } = require('../subjects');

const [huskyVoice, miraiMinds, voxifi] = ['huskyVoice', 'miraiMinds', 'voxifi'].map(subjectOf);

/** Something in between passes on another body than the one that was signed. */
const changedOnTheWay = (subject, written, change) => {
	const { headers, body } = signedDelivery(subject.id, written, subject.credential);
	return { headers, body: change(body.toString()) };
};
/** With a blank after each colon and comma, as Python writes JSON. */
const pythonStyle = (event) =>
	JSON.stringify(event, null, 1).replace(/,\n */g, ', ').replace(/\n */g, '');
const escaped = (text) =>
	text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const rewrite = (text) => JSON.stringify(JSON.parse(text));
const nested = {
	event_type: 'call.completed',
	data: { call_id: 'c', list: [1, 'two', null, true] },
};

/** @type {import('.').Mistake[]} */
const ofTheBody = [
	['written with blanks, passed on without', pythonStyle(nested), rewrite],
	[
		'written without blanks, passed on with',
		JSON.stringify(nested),
		(t) => pythonStyle(JSON.parse(t)),
	],
	['written on several lines', JSON.stringify(nested, null, 2), rewrite],
	['written with escaped letters', escaped(JSON.stringify({ ...nested, a: 'नमस्ते 👋' })), rewrite],
	[
		'written with escaped slashes',
		'{"event_type":"call.ended","url":"https:\\/\\/a.example\\/"}',
		rewrite,
	],
].flatMap(([what, written, change]) =>
	[huskyVoice, voxifi, miraiMinds].map((subject) => ({
		what: `a body ${what}`,
		subject,
		delivery: () => changedOnTheWay(subject, written, change),
		words: [/parsed and written anew/, /byte for byte/],
	})),
);

ofTheBody.push(
	{
		what: 'a line break cut off the body',
		subject: huskyVoice,
		delivery: () =>
			changedOnTheWay(huskyVoice, '{"event_type":"call.ended"}\n', (t) => t.trimEnd()),
		words: [/the line break at its end was cut off/, /byte for byte/],
	},
	{
		what: 'a line break added to the body',
		subject: huskyVoice,
		delivery: () => changedOnTheWay(huskyVoice, '{"event_type":"call.ended"}', (t) => `${t}\n`),
		words: [/line breaks were added/, /byte for byte/],
	},
	{
		what: 'a byte order mark put in front of the body',
		subject: huskyVoice,
		delivery: () => changedOnTheWay(huskyVoice, '{"event_type":"call.ended"}', (t) => `\ufeff${t}`),
		words: [/byte order mark was put in front/, /byte for byte/],
	},
	{
		what: 'the members of the body in another order',
		subject: voxifi,
		delivery: () =>
			changedOnTheWay(
				voxifi,
				'{"data":{"a":1,"b":2},"event_type":"call.ended"}',
				() => '{"event_type":"call.ended","data":{"b":2,"a":1}}',
			),
		words: [/order of its members was changed/, /byte for byte/],
	},
	{
		what: 'the line breaks of the body changed',
		subject: huskyVoice,
		delivery: () =>
			changedOnTheWay(huskyVoice, '{\n"event_type":"call.ended"\n}', (t) =>
				t.replace(/\n/g, '\r\n'),
			),
		words: [/its line breaks were changed/, /byte for byte/],
	},
);

module.exports = { ofTheBody };
