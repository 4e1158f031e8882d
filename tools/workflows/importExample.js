'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { PROJECT, waitForWebhook } = require('../n8n-host');

/**
 * @import { Client, Workflow, WorkflowNode } from '../n8n-host/client'
 *
 * @typedef {{ credentials: Record<string, object> }} Secrets by credential type
 */

/**
 * Imports a workflow of the folder workflows/ with the credentials that its nodes name. What an earlier
 * start has imported is found by its name and used again; its credentials get the secrets of this start.
 *
 * @param {Client} client
 * @param {string} file
 * @param {Secrets} secrets
 * @returns {Promise<Workflow>}
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
 * @param {Client} client
 * @param {string} file
 * @param {Secrets} secrets
 * @returns {Promise<{ workflow: Workflow, trigger: WorkflowNode, url: string }>}
 */
async function importExample(client, file, secrets) {
	const workflow = await importWorkflow(client, file, secrets);
	await client.activate(workflow.id);
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.voiceCallTrigger'));
	if (trigger === undefined) throw new Error(`${file} does not start with the trigger`);
	const url = client.webhookUrl(await client.webhookPath(trigger));
	await waitForWebhook(url);
	return { workflow, trigger, url };
}

/**
 * @param {Client} client
 * @param {WorkflowNode[]} nodes
 * @param {Record<string, object>} data by credential type
 * @returns {Promise<WorkflowNode[]>} the nodes with the ids of credentials in this n8n
 */
async function withCredentials(client, nodes, data) {
	const known = await client.listCredentials();
	const connected = [];
	for (const node of nodes) {
		/** @type {Record<string, { id: string, name: string }>} */
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
