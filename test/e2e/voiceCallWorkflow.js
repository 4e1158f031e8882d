'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');
const { credentialsFor, credentialTypeOf } = require('../VoiceCall/standIn');

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
const to = (node) => [{ node, type: 'main', index: 0 }];
const loopOver = (node) => ({
	'Split Out': { main: [to('Loop Over Items')] },
	'Loop Over Items': { main: [to('Done'), to(node)] },
	[node]: { main: [to('Loop Over Items')] },
});

/**
 * A published workflow that hands the items it is sent to the Voice Call node.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {object} options
 * @param {object} options.simulator where calls are placed
 * @param {object} options.parameters of the Voice Call node
 * @param {object} [options.nodeSettings] e.g. `{ onError }`
 * @param {object} [options.credentialData] in place of what the stand-in accepts
 * @param {string} [options.receiver] the process that receives, where it is not n8n's main one
 * @param {boolean} [options.loop] one item after the other, and all of them to a node `Done`
 */
async function publishCallWorkflow(client, options) {
	const { simulator, parameters, nodeSettings = {} } = options;
	const name = `Voice Call ${randomUUID()}`;
	const type = credentialTypeOf(parameters);
	const data = options.credentialData ?? credentialsFor(simulator)[type];
	const credential = await client.createCredential({ name, type, data });
	const path = randomUUID();
	const connection = (node) => ({ main: [[{ node, type: 'main', index: 0 }]] });
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
			Webhook: connection('Split Out'),
			...(options.loop ? loopOver(NODE) : { 'Split Out': connection(NODE) }),
		},
		settings: { executionOrder: 'v1' },
	});
	await client.activate(workflow.id);
	const own = client.webhookUrl(path);
	const url = options.receiver ? own.replace(client.url, options.receiver) : own;
	await waitForWebhook(url);

	/** Sends items; does not wait for what becomes of them. */
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
		 * @returns {Promise<object>} the finished execution
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

/** The error that an execution ended with. */
const errorOf = (execution) => execution.data.resultData.error;

module.exports = { NODE, errorOf, publishCallWorkflow };
