'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../n8n-host');

/** @import { Client } from '../n8n-host/client' */

const NODE = 'Voice Call';

const LOOP_NODES = [
	{
		id: randomUUID(),
		name: 'Loop Over Items',
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		position: [300, 0],
		parameters: { batchSize: 1, options: {} },
	},
	{
		id: randomUUID(),
		name: 'Done',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [400, -200],
		parameters: {},
	},
];
/** @param {string} node */
const to = (node) => [{ node, type: 'main', index: 0 }];
const LOOP = {
	'Split Out': { main: [to('Loop Over Items')] },
	'Loop Over Items': { main: [to('Done'), to(NODE)] },
	[NODE]: { main: [to('Loop Over Items')] },
};

/**
 * @typedef {object} CallWorkflowOptions
 * @property {object} parameters of the Voice Call node
 * @property {string} credentialType
 * @property {object} credentialData
 * @property {object} [nodeSettings] e.g. `{ onError }`
 * @property {string} [receiver] the process that receives, where it is not n8n's main one
 * @property {boolean} [loop] one item after the other, and all of them to a node `Done`
 */

/**
 * A published workflow that hands the items it is sent to the Voice Call node.
 *
 * @param {Client} client
 * @param {CallWorkflowOptions} options
 */
async function publishCallWorkflow(client, options) {
	const { parameters, credentialType: type, credentialData: data, nodeSettings = {} } = options;
	const name = `Voice Call ${randomUUID()}`;
	const credential = await client.createCredential({ name, type, data });
	const path = randomUUID();
	const workflow = await client.createWorkflow({
		name,
		nodes: [
			{
				id: randomUUID(),
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: path,
				parameters: { httpMethod: 'POST', path, options: {} },
			},
			{
				id: randomUUID(),
				name: 'Split Out',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				position: [200, 0],
				parameters: { fieldToSplitOut: 'body.items', options: {} },
			},
			{
				id: randomUUID(),
				name: NODE,
				type: 'n8n-nodes-voice-call.voiceCall',
				typeVersion: 1,
				position: [400, 0],
				parameters: { resource: 'call', operation: 'create', ...parameters },
				credentials: { [type]: { id: credential.id, name } },
				...nodeSettings,
			},
			...(options.loop ? LOOP_NODES : []),
		],
		connections: {
			Webhook: { main: [to('Split Out')] },
			...(options.loop ? LOOP : { 'Split Out': { main: [to(NODE)] } }),
		},
		settings: { executionOrder: 'v1' },
	});
	await client.activate(workflow.id);
	const own = client.webhookUrl(path);
	const url = options.receiver ? own.replace(client.url, options.receiver) : own;
	await waitForWebhook(url);

	/**
	 * Sends items; does not wait for what becomes of them.
	 *
	 * @param {object[]} items
	 */
	const start = async (items) => {
		const { status } = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ items }),
		});
		if (status !== 200) throw new Error(`The webhook answered ${status}`);
	};
	return {
		workflow,
		credential,
		start,
		/**
		 * @param {object[]} [items]
		 * @param {{ timeoutMs?: number }} [waiting]
		 * @returns the finished execution
		 */
		run: async (items = [{}], { timeoutMs } = {}) => {
			const before = await client.countExecutions(workflow.id);
			await start(items);
			const [newest] = await client.waitForExecutions(workflow.id, before + 1, { timeoutMs });
			return await client.getExecution(newest.id);
		},
		remove: async () => {
			await client.deleteWorkflow(workflow.id);
			await client.deleteCredential(credential.id);
		},
	};
}

module.exports = { NODE, publishCallWorkflow };
