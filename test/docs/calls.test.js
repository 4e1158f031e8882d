'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { VoiceCall } = require('../../nodes/VoiceCall/VoiceCall.node');
const { doneItem, failedItem } = require('../../nodes/VoiceCall/result/item');
const { callingProviders } = require('../../nodes/VoiceCall/registry');
const { options } = require('../../nodes/VoiceCall/options');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const manifest = require('../../package.json');
const { PROJECT, readPage } = require('./page');

const reference = readPage('docs/reference.md');

/** The credential forms of the package, by type. */
const credentials = Object.fromEntries(
	manifest.n8n.credentials.map((built) => {
		const [, name] = /\/(\w+)\.credentials\.js$/.exec(built);
		const form = new (require(`../../credentials/${name}.credentials`)[name])();
		return [form.name, form];
	}),
);

const connections = callingProviders.flatMap(({ name, action }) =>
	action.connections.map((connection) => ({
		...connection,
		provider: name,
		isOnly: action.connections.length === 1,
		operations: connection.operations.map((operation) => operation),
	})),
);
const namesOf = ({ operations }) =>
	operations
		.map(({ name }) => name)
		.sort()
		.join(', ');

test('the reference lists the operations of each connection', () => {
	const told = reference
		.table('Operations')
		.map((row) => [row.Provider, row.Authentication, row.Credential, row.Operations])
		.map((cells) => cells.map(({ text }) => text));
	const expected = connections.map((connection) => [
		connection.provider,
		connection.name,
		credentials[connection.credentialType].displayName,
		namesOf(connection),
	]);
	expect(told.sort()).toEqual(expected.sort());
});

test('the README lists the operations of each connection', () => {
	const rows = readPage('README.md').table('Operations');
	const told = rows.map((row) => [row.Provider.text, row.With.text, row.Operations.text]);
	const expected = connections.map((each) => [each.provider, each.name, namesOf(each)]);
	expect(told.sort()).toEqual(expected.sort());
});

test('the reference lists the fields of each create', () => {
	const told = reference
		.table('Fields')
		.map((row) => [row['Create with'], row.Fields, row['Additional Fields']])
		.map((cells) => cells.map(({ text }) => text));
	const expected = connections.map(({ provider, name, isOnly, operations }) => {
		const { fields } = operations.find((operation) => operation.name === 'create');
		const collection = fields.find((field) => field.name === 'additionalFields');
		const outer = fields.filter((field) => field !== collection);
		return [
			isOnly ? provider : `${provider}, ${name}`,
			outer.map(({ displayName }) => displayName).join(', '),
			collection.options.map(({ displayName }) => displayName).join(', '),
		];
	});
	expect(told.sort()).toEqual(expected.sort());
});

test('cancel, delete and get have the call ID as their only field, and update the payload', () => {
	const others = connections.flatMap(({ operations }) =>
		operations.filter(({ name }) => name !== 'create'),
	);
	for (const { name, fields } of others) {
		const more = name === 'update' ? ['Payload (JSON)'] : [];
		expect(fields.map(({ displayName }) => displayName)).toEqual(['Call ID', ...more]);
	}
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

test('the reference lists the credentials, their fields and who uses them', () => {
	const nodes = [new VoiceCallTrigger(), new VoiceCall()].map(({ description }) => description);
	const expected = Object.values(credentials).map(({ name, displayName, properties }) => [
		displayName,
		properties.map((property) => property.displayName).join(', '),
		nodes
			.filter((node) => node.credentials.some((used) => used.name === name))
			.map((node) => node.displayName)
			.join(', '),
	]);
	const told = reference
		.table('Credentials')
		.map((row) => [row.Credential.text, row.Fields.text, row['Used by'].text]);
	expect(told).toEqual(expected);
});

test('a request is sent again where the reference says so', () => {
	const rule = ({ name, repeatable, idempotency }) =>
		repeatable || (name === 'create' && idempotency !== undefined);
	const repeated = connections.flatMap(({ id, provider, operations }) =>
		operations.filter(rule).map(({ name }) => `${provider} ${id} ${name}`),
	);
	expect(repeated.sort()).toEqual([
		'HuskyVoice AI apiKey cancel',
		'HuskyVoice AI apiKey create',
		'HuskyVoice AI apiKey get',
		'HuskyVoice AI inboundUrl cancel',
	]);
});
