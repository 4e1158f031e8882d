'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { PROJECT } = require('../../tools/n8n-host');

/** @param {string} file in workflows/ */
function readExample(file) {
	return JSON.parse(readFileSync(path.join(PROJECT, 'workflows', file), 'utf8'));
}

/**
 * Imports an example as a person does: creates the credentials that it names, connects them, and
 * changes what its note says to change.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {string} file in workflows/
 * @param {object} fill
 * @param {Record<string, object>} [fill.credentials] data by credential type
 * @param {Record<string, object>} [fill.parameters] by node name, merged into the node's own
 */
async function importExample(client, file, { credentials = {}, parameters = {} }) {
	const example = readExample(file);
	const created = [];
	const idOf = {};
	for (const { name, type } of namedCredentials(example)) {
		const data = credentials[type];
		if (data === undefined) throw new Error(`${file} wants a credential of type ${type}`);
		const { id } = await client.createCredential({ name, type, data });
		created.push(id);
		idOf[type] = id;
	}
	const nodes = example.nodes.map((node) => ({
		...node,
		parameters: { ...node.parameters, ...parameters[node.name] },
		...(node.credentials && { credentials: connected(node.credentials, idOf) }),
	}));
	const workflow = await client.createWorkflow({ ...example, nodes });
	return {
		workflow,
		node: (name) => nodes.find((node) => node.name === name),
		remove: async () => {
			await client.deleteWorkflow(workflow.id);
			for (const id of created) await client.deleteCredential(id);
		},
	};
}

/** @returns {{ name: string, type: string }[]} each credential once */
function namedCredentials({ nodes }) {
	const all = nodes.flatMap((node) => Object.entries(node.credentials ?? {}));
	const byType = new Map(all.map(([type, { name }]) => [type, { name, type }]));
	return [...byType.values()];
}

function connected(credentials, idOf) {
	return Object.fromEntries(
		Object.entries(credentials).map(([type, { name }]) => [type, { id: idOf[type], name }]),
	);
}

module.exports = { importExample, readExample };
