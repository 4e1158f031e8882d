'use strict';

/**
 * The tables of the documentation that come from the registry, by the heading that they stand under.
 *
 * @typedef {object} Table
 * @property {string[]} titles
 * @property {string[][]} rows
 */

const path = require('node:path');
const { matrixTables } = require('./matrix');
const manifest = require('../../package.json');

const labels = (fields) => fields.map(({ displayName }) => displayName).join(', ');
const sorted = (texts) => [...texts].sort().join(', ');

/**
 * @param {string} folder where the package's compiled code is
 * @returns {{ readme: Record<string, Table>, matrix: Record<string, Table>, reference: Record<string, Table>, calls: Record<string, Table>,
 *   createAndWait: Record<string, Table> }}
 */
function tables(folder) {
	const load = (file) => require(path.join(folder, file));
	const { callingProviders } = load('nodes/VoiceCall/registry');
	const { waitingOperationOf } = load('nodes/VoiceCall/wait/form');
	const { CREATE_AND_WAIT } = load('nodes/VoiceCall/wait/parameters');
	const { VoiceCall } = load('nodes/VoiceCall/VoiceCall.node');
	const { VoiceCallTrigger } = load('nodes/VoiceCallTrigger/VoiceCallTrigger.node');
	const forms = manifest.n8n.credentials.map((built) => {
		const [, name] = /\/(\w+)\.credentials\.js$/.exec(built);
		return new (load(`credentials/${name}.credentials`)[name])();
	});
	const nodes = [new VoiceCallTrigger(), new VoiceCall()].map(({ description }) => description);

	const connections = callingProviders.flatMap(({ name: provider, action }) =>
		action.connections.map((connection) => ({
			...connection,
			provider,
			title: action.connections.length === 1 ? provider : `${provider}, ${connection.name}`,
		})),
	);
	const nameOf = ({ resource, name }) =>
		resource === undefined || resource === 'call' ? name : `${resource} ${name}`;
	const isCreate = (operation) => nameOf(operation) === 'create';

	const operations = (connection) =>
		sorted([
			...connection.operations.map(nameOf),
			...(waitingOperationOf(connection) === undefined ? [] : [CREATE_AND_WAIT]),
		]);
	const fieldsOf = ({ fields }) => {
		const collection = fields.find(({ name }) => name === 'additionalFields');
		return [
			labels(fields.filter((field) => field !== collection)),
			collection === undefined ? '' : labels(collection.options),
		];
	};
	const otherFields = connections.flatMap(({ title, operations: all }) =>
		all
			.filter((operation) => !isCreate(operation))
			.map((operation) => [title, nameOf(operation), ...fieldsOf(operation)])
			.filter(([, , fields, more]) => fields !== 'Call ID' || more !== ''),
	);
	const repeated = connections.map(({ title, operations: all }) => {
		const harmless = all.filter(({ repeatable }) => repeatable);
		const keyed = all.filter(({ idempotency }) => idempotency !== undefined);
		return [title, sorted(harmless.map(nameOf)) || 'none', sorted(keyed.map(nameOf)) || 'none'];
	});
	const usersOf = ({ name }) =>
		nodes
			.filter(({ credentials }) => credentials.some((used) => used.name === name))
			.map(({ displayName }) => displayName)
			.join(', ');

	return {
		...matrixTables(load),
		calls: {
			Operations: {
				titles: ['Provider', 'Authentication', 'Credential', 'Operations'],
				rows: connections.map((each) => [
					each.provider,
					each.name,
					forms.find(({ name }) => name === each.credentialType).displayName,
					operations(each),
				]),
			},
			Fields: {
				titles: ['Create with', 'Fields', 'Additional Fields'],
				rows: connections.map((each) => [each.title, ...fieldsOf(each.operations.find(isCreate))]),
			},
			'Fields of other operations': {
				titles: ['With', 'Operation', 'Fields', 'Additional Fields'],
				rows: otherFields,
			},
			'What may be repeated': {
				titles: ['With', 'Harmless twice', 'Protected by a key'],
				rows: repeated,
			},
		},
		reference: {
			Credentials: {
				titles: ['Credential', 'Fields', 'Used by'],
				rows: forms.map((form) => [form.displayName, labels(form.properties), usersOf(form)]),
			},
		},
		createAndWait: {
			'With which providers': {
				titles: ['Provider', 'Wait For'],
				rows: connections.flatMap((each) => {
					const operation = waitingOperationOf(each);
					if (operation === undefined) return [];
					const { isAnalyzed } = operation.wait;
					return [[each.title, isAnalyzed ? 'Analysis Ready, Call Ended' : 'Call Ended']];
				}),
			},
		},
	};
}

module.exports = { tables };
