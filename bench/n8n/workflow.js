'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');

/**
 * A node of a workflow, described as briefly as it can be.
 *
 * @typedef {object} NodeSketch
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {object} [parameters]
 * @property {{ type: string, data: object }} [credential]
 * @property {string[][]} [leadsTo] names of nodes by output; without it the next node in the row
 */

/**
 * Publishes a workflow of nodes in a row, the first of which has a webhook, and waits until it
 * listens.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {string} name
 * @param {NodeSketch[]} sketches
 * @param {object} [settings] of the workflow
 * @returns {Promise<{ id: string, path: string, url: string }>}
 */
async function publish(client, name, sketches, settings = {}) {
	const nodes = [];
	for (const [index, sketch] of sketches.entries()) {
		nodes.push(await toNode(client, sketch, index));
	}
	const connections = Object.fromEntries(
		sketches.map(({ name: from, leadsTo }, index) => {
			const outputs = leadsTo ?? [sketches.slice(index + 1, index + 2).map((next) => next.name)];
			return [from, { main: outputs.map((names) => names.map(input)) }];
		}),
	);
	const { id } = await client.createWorkflow({
		name,
		nodes,
		connections,
		settings: { executionOrder: 'v1', ...settings },
	});
	await client.activate(id);
	const path = await client.webhookPath(nodes[0]);
	const url = client.webhookUrl(path);
	await waitForWebhook(url);
	return { id, path, url };
}

/** @param {string} node */
const input = (node) => ({ node, type: 'main', index: 0 });

/**
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {NodeSketch} sketch
 * @param {number} index
 */
async function toNode(client, { credential, parameters = {}, name: nodeName, ...sketch }, index) {
	/** @type {Record<string, { id: string, name: string }>} */
	const credentials = {};
	if (credential) {
		const name = `${nodeName} ${randomUUID()}`;
		const { id } = await client.createCredential({ name, ...credential });
		credentials[credential.type] = { id, name };
	}
	const { type, typeVersion } = sketch;
	return {
		name: nodeName,
		type,
		typeVersion,
		id: randomUUID(),
		position: [index * 240, 0],
		webhookId: randomUUID(),
		parameters,
		credentials,
	};
}

module.exports = { publish };
