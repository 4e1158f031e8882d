'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { doneItem, failedItem } = require('../../nodes/VoiceCall/result/item');
const { options } = require('../../nodes/VoiceCall/options');
const { tables } = require('../../scripts/docs/tables');
const { PROJECT, readPage } = require('./page');

const reference = readPage('docs/reference.md');

/** The tables that the registry makes; `npm run docs` writes them. */
const made = tables(path.join(__dirname, '..', '..'));

const told = (page, heading, { titles }) =>
	page.table(heading).map((row) => titles.map((title) => row[title].text));

test.each(Object.entries(made.reference))('the reference has the table of %s', (heading, table) => {
	expect(told(reference, heading, table)).toEqual(table.rows);
});

test.each(Object.entries(made.readme))('the README has the table of %s', (heading, table) => {
	expect(told(readPage('README.md'), heading, table)).toEqual(table.rows);
});

test('the reference lists the options with their defaults', () => {
	const rows = reference.table('Call options');
	expect(rows.map((row) => [row.Option.text, row.Default.text])).toEqual(
		options.options.map(({ displayName, default: value }) => [displayName, String(value)]),
	);
});

test('the reference lists the fields of a result', () => {
	const provider = { id: 'huskyVoice', name: 'HuskyVoice AI' };
	const receipt = { callId: 'call_1', status: null, message: null };
	const { json } = doneItem({ kind: 'done', receipt, response: {} }, 'create', provider, 0);
	const failed = failedItem(new Error('no'), undefined, { provider: provider.id }, 0);
	const told = reference.table('Result');
	expect(told.map((row) => row.Field.code[0])).toEqual([...Object.keys(json), 'error']);
	expect(Object.keys(failed.json).sort()).toEqual(told.map((row) => row.Field.code[0]).sort());
	expect(told.at(-1).Holds.code).toEqual(Object.keys(failed.json.error));
});

test('the reference lists the reasons of a failure', () => {
	const source = fs.readFileSync(path.join(PROJECT, 'nodes/VoiceCall/outcome.ts'), 'utf8');
	const [, union] = /export type Outcome =([\s\S]+?);\n\n/.exec(source);
	const kinds = [...union.matchAll(/kind: '(\w+)'/g)].map(([, kind]) => kind);
	const text = fs.readFileSync(path.join(PROJECT, 'docs/reference.md'), 'utf8');
	const [, sentence] = /`error\.reason`: ([\s\S]+?)\.\n/.exec(text);
	const told = [...sentence.matchAll(/`(\w+)`/g)].map(([, kind]) => kind);
	expect(told.sort()).toEqual([...kinds.filter((kind) => kind !== 'done'), 'badInput'].sort());
});
