'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { doneItem, failedItem } = require('../../nodes/VoiceCall/result/item');
const { options } = require('../../nodes/VoiceCall/options');
const { createAndWaitFields } = require('../../nodes/VoiceCall/wait/form');
const { RESULT_FIELDS } = require('../../nodes/VoiceCall/wait/item');
const { tables } = require('../../scripts/docs/tables');
const { PROJECT, readPage } = require('./page');

const reference = readPage('docs/reference.md');

/** A default value as the tables write it. */
const written = (value) => {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return value === '' ? 'empty' : String(value);
};

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

test.each(Object.entries(made.createAndWait))(
	'the page of Create and Wait has the table of %s',
	(heading, table) => {
		expect(told(readPage('docs/create-and-wait.md'), heading, table)).toEqual(table.rows);
	},
);

test('the reference lists the options with their defaults', () => {
	const rows = reference.table('Call options');
	// An option may be there for several providers, each with its own default.
	const names = [...new Set(options.options.map(({ displayName }) => displayName))];
	expect(rows.map((row) => row.Option.text)).toEqual(names);
	for (const { displayName, default: value } of options.options) {
		const row = rows.find(({ Option }) => Option.text === displayName);
		expect(row.Default.text).toContain(written(value));
	}
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

describe('docs/create-and-wait.md', () => {
	const page = readPage('docs/create-and-wait.md');
	test('lists the fields of the item', () => {
		const fields = page.table('What comes out').map((row) => row.Field.code[0]);
		expect(fields).toEqual([...RESULT_FIELDS, 'input']);
	});

	test('lists the fields of the form', () => {
		const own = createAndWaitFields({ fields: [], wait: { isAnalyzed: () => true } }, {});
		expect(page.table('Fields').map((row) => [row.Field.text, row.Default.text])).toEqual(
			own.map(({ displayName, default: value, options: choices }) => [
				displayName,
				choices?.find((choice) => choice.value === value).name ?? String(value),
			]),
		);
	});

	test('its schema is that of the item', () => {
		const file = 'nodes/VoiceCall/__schema__/v1.0.0/call/createAndWait.json';
		const schema = JSON.parse(fs.readFileSync(path.join(PROJECT, file), 'utf8'));
		expect(Object.keys(schema.properties)).toEqual([...RESULT_FIELDS, 'input']);
	});
});
