'use strict';

const { ANSWER_NAMES } = require('../../nodes/providers/common/liveAnswer');
const { providers } = require('../../nodes/providers');
const { readPage } = require('./page');

const page = readPage('docs/answering-live-calls.md');
const answering = providers.filter(({ trigger }) => trigger.live !== undefined);
const SAID = 'Sorry';

/** How the table writes a limit. */
function limitOf({ seconds, adjustable, documented }) {
	const figure = `${seconds} s${adjustable ? ', adjustable' : ''}`;
	return documented ? figure : `${figure}; not documented`;
}

/** A response as the table writes it. */
function written({ status, body }) {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return status === 200 ? text : `${status} ${text}`;
}

test('every live request stands in the table, with its limit, answers and failure', () => {
	const told = page.table('Requests').map((row) => ({
		provider: row.Provider.text,
		request: row.Request.code[0],
		limit: row['Time limit'].text,
		answers: row.Answers.text,
		failure: row['When it fails'].code[0],
	}));
	const question = { id: 'call_1', name: 'lookUpOrder', parameters: {} };
	const expected = answering.flatMap(({ name, trigger }) =>
		trigger.live.requests.map((request) => ({
			provider: name,
			request: request.value,
			limit: limitOf(request.limit),
			answers: request.answers.map((kind) => ANSWER_NAMES[kind]).join(', '),
			failure: written(request.failure([question], SAID)),
		})),
	);
	expect(told).toEqual(expected);
});

test('every way to answer is explained', () => {
	const told = page.table('Answers').map((row) => row['Answer With'].text);
	expect(told.sort()).toEqual(Object.values(ANSWER_NAMES).sort());
});
