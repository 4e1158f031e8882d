'use strict';

const { randomUUID } = require('node:crypto');
const { setTimeout: delay } = require('node:timers/promises');
const { waitForWebhook } = require('../n8n-host');

/** @import { Client } from '../n8n-host/client' */

/** Version of the Voice Call Trigger that new workflows get. */
const TRIGGER_VERSION = 1.1;
const TRIGGER = 'Voice Call Trigger';

/**
 * A workflow that starts with the Voice Call Trigger, with a credential of its own, published and
 * listening.
 *
 * @typedef {object} TriggerOptions
 * @property {string} provider
 * @property {string} credentialType
 * @property {object} credentialData
 * @property {object} [parameters] further ones of the trigger
 * @property {{ name: string, [field: string]: unknown }[]} [next] nodes that run after it, one after the other
 *
 * @param {Client} client
 * @param {TriggerOptions} options
 */
async function publishTriggerWorkflow(client, options) {
	const { workflow, credential, trigger } = await createTriggerWorkflow(client, options);
	await client.activate(workflow.id);
	const path = await client.webhookPath(trigger);
	const url = client.webhookUrl(path);
	await waitForWebhook(url);
	return {
		workflow,
		credential,
		url,
		testUrl: client.webhookUrl(path, 'webhook-test'),
		remove: async () => {
			await client.deleteWorkflow(workflow.id);
			await client.deleteCredential(credential.id);
		},
	};
}

/**
 * The same, not published yet.
 *
 * @param {Client} client
 * @param {TriggerOptions} options
 */
async function createTriggerWorkflow(client, options) {
	const { provider, credentialType, credentialData, parameters = {}, next = [] } = options;
	const name = `${provider} ${randomUUID()}`;
	const credential = await client.createCredential({
		name,
		type: credentialType,
		data: credentialData,
	});
	const trigger = {
		id: randomUUID(),
		name: TRIGGER,
		type: 'n8n-nodes-voice-call.voiceCallTrigger',
		typeVersion: TRIGGER_VERSION,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters: { provider, ...parameters },
		credentials: { [credentialType]: { id: credential.id, name } },
	};
	const nodes = [trigger, ...next];
	const workflow = await client.createWorkflow({ name, nodes, connections: chain(nodes) });
	return { workflow, credential, trigger };
}

/**
 * Publishes a workflow, and waits for what comes of it: n8n 2.40 does it in the background.
 *
 * @param {Client} client
 * @param {string} id
 * @returns {Promise<{ status: string, problem: string | null }>}
 */
async function publicationOf(client, id) {
	await client.activate(id);
	for (const deadline = Date.now() + 60_000; ; await delay(200)) {
		const { status, triggers } = await client.request('GET', `/workflows/${id}/publication-status`);
		if (['published', 'failed'].includes(status) || Date.now() > deadline) {
			return { status, problem: triggers[0]?.errorMessage ?? null };
		}
	}
}

/** @param {{ name: string }[]} nodes each gets the items of the one before */
function chain(nodes) {
	const links = nodes.slice(1).map(({ name }, at) => {
		return [nodes[at].name, { main: [[{ node: name, type: 'main', index: 0 }]] }];
	});
	return Object.fromEntries(links);
}

module.exports = { TRIGGER, createTriggerWorkflow, publicationOf, publishTriggerWorkflow };
