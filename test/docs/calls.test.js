'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { NodeOperationError } = require('n8n-workflow');
const { doneItem, failedItem } = require('../../nodes/VoiceCall/result/item');
const { options } = require('../../nodes/VoiceCall/options');
const { createAndWaitFields, waitingOperationOf } = require('../../nodes/VoiceCall/wait/form');
const { RESULT_FIELDS } = require('../../nodes/VoiceCall/wait/item');
const { providers } = require('../../nodes/providers');
const { tables } = require('../../scripts/docs/tables');
const { partOf } = require('../partOf');
const { chosen, written } = require('./fields');
const { PROJECT, codeIn, readPage } = require('./page');

const callOptions = /** @type {import('n8n-workflow').INodeProperties[]} */ (options.options);
const reference = readPage('docs/reference-calls.md');

const connections = providers.flatMap(({ action }) => action?.connections ?? []);

/** The tables that the registry makes; `npm run docs` writes them. */
const made = tables(path.join(__dirname, '..', '..'));

const told = (page, heading, { titles }) =>
	page.table(heading).map((row) => titles.map((title) => row[title].text));

/** A cell as it is read: without back quotes, and of a link only its words. */
const read = (cell) =>
	String(cell)
		.replaceAll('`', '')
		.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');

const readRows = ({ rows }) => rows.map((row) => row.map(read));

test.each(Object.entries(made.calls))('the reference has the table of %s', (heading, table) => {
	expect(told(reference, heading, table)).toEqual(table.rows);
});

test.each(Object.entries(made.reference))(
	'the reference of the trigger has %s',
	(heading, table) => {
		expect(told(readPage('docs/reference.md'), heading, table)).toEqual(table.rows);
	},
);

test.each(Object.entries(made.readme))('the README has the table of %s', (heading, table) => {
	expect(told(readPage('README.md'), heading, table)).toEqual(readRows(table));
});

test.each(Object.entries(made.matrix))('the matrix has the table of %s', (heading, table) => {
	expect(told(readPage('docs/matrix.md'), heading, table)).toEqual(readRows(table));
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
	const names = [...new Set(callOptions.map(({ displayName }) => displayName))];
	expect(rows.map((row) => row.Option.text)).toEqual(names);
	for (const { displayName, default: value } of callOptions) {
		const row = rows.find(({ Option }) => Option.text === displayName);
		expect(row.Default.text).toContain(written(value));
	}
});

test('the reference lists the fields of a result', () => {
	const provider = { id: 'huskyVoice', name: 'HuskyVoice AI' };
	const receipt = { callId: 'call_1', status: null, message: null };
	const { json } = doneItem({ kind: 'done', receipt, response: {} }, 'create', provider, 0);
	const error = new NodeOperationError(partOf({}), 'no');
	const failed = failedItem(error, undefined, partOf({ provider: provider.id }), 0);
	const told = reference.table('Result');
	expect(told.map((row) => row.Field.code[0])).toEqual([...Object.keys(json), 'error']);
	expect(Object.keys(failed.json).sort()).toEqual(told.map((row) => row.Field.code[0]).sort());
	expect(told.at(-1).Holds.code).toEqual(Object.keys(failed.json.error));
});

test('the reference lists the reasons of a failure', () => {
	/** @type {Record<import('../../nodes/VoiceCall/outcome').Failure['kind'], true>} */
	const kinds = { limited: true, notSent: true, refused: true, stopped: true, unclear: true };
	const text = fs.readFileSync(path.join(PROJECT, reference.file), 'utf8');
	const [, sentence] = /`error\.reason`: ([\s\S]+?)\.\n/.exec(text);
	expect(codeIn(sentence).sort()).toEqual([...Object.keys(kinds), 'badInput'].sort());
});

describe('docs/create-and-wait.md', () => {
	const page = readPage('docs/create-and-wait.md');
	test('lists the fields of the item', () => {
		const fields = page.table('What comes out').map((row) => row.Field.code[0]);
		expect(fields).toEqual([...RESULT_FIELDS, 'input']);
	});

	test('lists the fields of the form', () => {
		const { isAnalyzed, isEnded, withWebhook } = connections
			.map((connection) => waitingOperationOf(connection)?.wait)
			.find((wait) => wait?.isAnalyzed !== undefined);
		/** @type {Parameters<typeof createAndWaitFields>[0]} */
		const operation = partOf({ fields: [], wait: { isAnalyzed, isEnded, withWebhook } });
		const own = createAndWaitFields(operation, partOf({}));
		expect(page.table('Fields').map((row) => [row.Field.text, row.Default.text])).toEqual(
			own.map((field) => [field.displayName, chosen(field) ?? String(field.default)]),
		);
	});

	test('its schema is that of the item', () => {
		const file = 'nodes/VoiceCall/__schema__/v1.0.0/call/createAndWait.json';
		const schema = JSON.parse(fs.readFileSync(path.join(PROJECT, file), 'utf8'));
		expect(Object.keys(schema.properties)).toEqual([...RESULT_FIELDS, 'input']);
	});
});
