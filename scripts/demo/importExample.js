'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { PROJECT, waitForWebhook } = require('../../tools/n8n-host');

/**
 * Imports a workflow of the folder workflows/ with the credentials that its nodes name. What an earlier
 * start has imported is found by its name and used again; its credentials get the secrets of this start.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {string} file
 * @param {{ credentials: Record<string, object> }} secrets by credential type
 * @returns {Promise<object>} the workflow
 */
async function importWorkflow(client, file, { credentials }) {
	const example = JSON.parse(readFileSync(path.join(PROJECT, 'workflows', file), 'utf8'));
	const found = (await client.listWorkflows()).find(
		({ name, isArchived }) => name === example.name && !isArchived,
	);
	const nodes = await withCredentials(client, example.nodes, credentials);
	return found
		? await client.getWorkflow(found.id)
		: await client.createWorkflow({ ...example, nodes });
}

/**
 * The same for one that starts with the trigger: publishes it and waits until it listens.
 *
 * @returns {Promise<{ workflow: object, trigger: object, url: string }>}
 */
async function importExample(client, file, secrets) {
	const workflow = await importWorkflow(client, file, secrets);
	await client.activate(workflow.id);
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.voiceCallTrigger'));
	const url = client.webhookUrl(await client.webhookPath(trigger));
	await waitForWebhook(url);
	return { workflow, trigger, url };
}

/**
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {object[]} nodes
 * @param {Record<string, object>} data by credential type
 * @returns {Promise<object[]>} the nodes with the ids of credentials in this n8n
 */
async function withCredentials(client, nodes, data) {
	const known = await client.listCredentials();
	const connected = [];
	for (const node of nodes) {
		const credentials = {};
		for (const [type, { name }] of Object.entries(node.credentials ?? {})) {
			const kept = known.find((each) => each.type === type && each.name === name);
			const content = { name, type, data: data[type] };
			const credential = kept
				? await client.updateCredential(kept.id, content)
				: await client.createCredential(content);
			if (!kept) known.push(credential);
			credentials[type] = { id: credential.id, name };
		}
		connected.push(node.credentials ? { ...node, credentials } : node);
	}
	return connected;
}

module.exports = { importExample, importWorkflow };
