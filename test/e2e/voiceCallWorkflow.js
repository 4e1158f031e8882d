'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');
const { credentialsFor, credentialTypeOf } = require('../VoiceCall/standIn');

const NODE = 'Voice Call';

/**
 * A published workflow that hands the items it is sent to the Voice Call node.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {object} options
 * @param {object} options.simulator where calls are placed
 * @param {object} options.parameters of the Voice Call node
 * @param {object} [options.nodeSettings] e.g. `{ onError }`
 * @param {object} [options.credentialData] in place of what the stand-in accepts
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
		],
		connections: { Webhook: connection('Split Out'), 'Split Out': connection(NODE) },
		settings: { executionOrder: 'v1' },
	});
	await client.activate(workflow.id);
	const url = client.webhookUrl(path);
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
