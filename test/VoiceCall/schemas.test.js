'use strict';

const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { offeredBy } = require('../../nodes/VoiceCall/offered');
const { callingProviders } = require('../../nodes/VoiceCall/registry');
const { doneItem } = require('../../nodes/VoiceCall/result/item');
const { RESULT_FIELDS } = require('../../nodes/VoiceCall/wait/item');

/** Where n8n looks: by version, resource and operation. */
const FOLDER = path.join(__dirname, '..', '..', 'nodes', 'VoiceCall', '__schema__', 'v1.0.0');

const schemas = readdirSync(FOLDER, { recursive: true })
	.map((file) => String(file).replaceAll(path.sep, '/'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length));

/** `call/create`, and the like, for everything that the form offers. */
const offered = callingProviders.flatMap((provider) =>
	provider.action.connections.flatMap((connection) =>
		offeredBy(provider, connection).map(({ resource, option }) => `${resource}/${option.value}`),
	),
);

/** The names of an item's fields. */
function fieldsOf(operation) {
	if (operation === 'createAndWait') return [...RESULT_FIELDS, 'input'];
	const receipt = { callId: 'call_1', status: null, message: null };
	const done = /** @type {const} */ ({ kind: 'done', receipt, response: {} });
	return Object.keys(doneItem(done, operation, { id: 'x', name: 'X' }, 0).json);
}

test('n8n has a schema for the output of every operation, and of no other', () => {
	expect([...schemas].sort()).toEqual([...new Set([...offered, 'request/answer'])].sort());
});

test.each(schemas.filter((name) => name !== 'request/answer'))(
	'the schema of %s has the fields of the item',
	(name) => {
		const { properties } = JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
		expect(Object.keys(properties)).toEqual(fieldsOf(name.split('/')[1]));
	},
);
