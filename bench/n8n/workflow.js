'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');

/** @import { Client } from '../../tools/n8n-host/client' */

/**
 * A node of a workflow, described as briefly as it can be.
 *
 * @typedef {object} NodeSketch
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {object} [parameters]
 * @property {{ type: string, data: object } | import('../../tools/n8n-host/client').Credential} [credential] one of
 *   its own, with this data, or one that there is
 * @property {string[][]} [leadsTo] names of nodes by output; without it the next node in the row
 */

/**
 * Publishes a workflow of nodes in a row, the first of which has a webhook, and waits until it
 * listens.
 *
 * @param {Client} client
 * @param {string} name
 * @param {NodeSketch[]} sketches
 * @param {object} [settings] of the workflow
 * @returns {Promise<{ id: string, url: string }>}
 */
async function publish(client, name, sketches, settings) {
	const published = await publishSoon(client, name, sketches, settings);
	await waitForWebhook(published.url);
	return published;
}

/**
 * Many workflows of one node.
 *
 * @param {Client} client
 * @param {string} name
 * @param {NodeSketch[]} sketches one for each
 * @returns {Promise<string[]>} where they listen
 */
async function publishMany(client, name, sketches) {
	const urls = [];
	for (const sketch of sketches) urls.push((await publishSoon(client, name, [sketch])).url);
	for (const url of urls) await waitForWebhook(url);
	return urls;
}

/** As `publish`, without waiting: n8n needs a moment more. */
async function publishSoon(client, name, sketches, settings = {}) {
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
	return { id, url: client.webhookUrl(await webhookPath(client, nodes[0])) };
}

/**
 * What stands behind the ID in the path of a trigger, by its type; to ask n8n takes longer than to publish.
 *
 * @type {Map<string, string>}
 */
const endings = new Map();

/** @param {Client} client */
async function webhookPath(client, node) {
	const { type, webhookId, parameters } = node;
	if (parameters.path) return parameters.path;
	if (!endings.has(type)) {
		const path = await client.webhookPath(node);
		endings.set(type, path.slice(webhookId.length));
	}
	return webhookId + endings.get(type);
}

/** @param {string} node */
const input = (node) => ({ node, type: 'main', index: 0 });

/**
 * @param {Client} client
 * @param {NodeSketch} sketch
 * @param {number} index
 */
async function toNode(client, { name, type, typeVersion, credential, parameters = {} }, index) {
	/** @type {Record<string, { id: string, name: string }>} */
	const credentials = {};
	if (credential) {
		const ready =
			'id' in credential
				? credential
				: await client.createCredential({ name: `${name} ${randomUUID()}`, ...credential });
		credentials[credential.type] = { id: ready.id, name: ready.name };
	}
	return {
		name,
		type,
		typeVersion,
		id: randomUUID(),
		position: [index * 240, 0],
		webhookId: randomUUID(),
		parameters,
		credentials,
	};
}

module.exports = { publish, publishMany };
