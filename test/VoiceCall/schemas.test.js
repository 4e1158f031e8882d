'use strict';

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { callingProviders } = require('../../nodes/VoiceCall/registry');

const FOLDER = path.join(__dirname, '..', '..', 'nodes', 'VoiceCall', '__schema__', 'v1.0.0');

test('n8n has a schema for the output of every operation', () => {
	const operations = callingProviders.flatMap(({ action }) =>
		action.connections.flatMap((connection) =>
			connection.operations.map(({ resource = 'call', name }) => `${resource}/${name}.json`),
		),
	);
	const schemas = readdirSync(FOLDER, { recursive: true }).map((file) =>
		String(file).replaceAll(path.sep, '/'),
	);
	operations.push('request/answer.json');
	expect(operations.filter((operation) => !schemas.includes(operation))).toEqual([]);
});
