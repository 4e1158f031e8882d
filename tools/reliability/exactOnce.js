'use strict';

const { importExample } = require('../workflows/importExample');
const { itemsOf } = require('../n8n-host');
const { urlAt } = require('./queueMode');
const { newSecrets } = require('./secrets');

/**
 * The example workflow exact-once.json, published in a new n8n.
 *
 * @param {Client} client of the main process
 * @param {object} options
 * @param {{ url: string }[]} options.receivers
 * @param {import('./services').Services['redis']} options.redis
 *
 * @typedef {import('../n8n-host/client').Client} Client
 */
async function publishExactOnce(client, { receivers, redis }) {
	const secrets = newSecrets('huskyVoice');
	const { host, port, username, password, db } = redis;
	const credentials = {
		huskyVoiceWebhookApi: secrets,
		redis: { host, port, user: username, password, database: db },
	};
	const { workflow, url } = await importExample(client, 'exact-once.json', { credentials });
	const targets = receivers.map((receiver) => urlAt(url, receiver));
	return { provider: 'huskyVoice', secrets, targets, workflowId: workflow.id };
}

/**
 * How often each event got through to a node.
 *
 * @param {Client} client
 * @param {string} workflowId
 * @param {string} nodeName
 * @returns {Promise<{ executions: number, failed: number, passed: Map<string, number> }>} `passed` by
 *   mark; an event that no execution let through has 0
 */
async function passedBy(client, workflowId, nodeName) {
	const listed = await client.listExecutions(workflowId, { limit: Number.MAX_SAFE_INTEGER });
	const passed = new Map();
	for (const { id } of listed) {
		const execution = await client.getExecution(id);
		const [event] = itemsOf(execution, 'Voice Call Trigger');
		const mark = event.call.id.replace('call_', '');
		passed.set(mark, (passed.get(mark) ?? 0) + itemsOf(execution, nodeName).length);
	}
	const failed = listed.filter(({ status }) => status !== 'success').length;
	return { executions: listed.length, failed, passed };
}

module.exports = { passedBy, publishExactOnce };
