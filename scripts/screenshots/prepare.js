'use strict';

const { randomUUID } = require('node:crypto');
const { importWorkflow } = require('../../tools/workflows/importExample');

/** What each provider's trigger needs, and what the form is called. */
const triggers = {
	enableX: ['enableXApi', 'EnableX'],
	huskyVoice: ['huskyVoiceWebhookApi', 'HuskyVoice webhook'],
	miraiMinds: ['miraiMindsApi', 'Mirai Minds v1'],
	voxifi: ['voxifiWebhookApi', 'Voxifi webhook'],
};

/**
 * Puts into n8n what the scenes begin with: a credential and a workflow for each provider's trigger,
 * and a workflow that ends with a Voice Call node.
 *
 * @typedef {import('../../tools/n8n-host/client').Client} Client
 *
 * @param {Client} client
 * @param {import('../../tools/simulator/server').Simulator} simulator
 * @returns {Promise<{ workflows: Record<string, string>, client: Client }>} ids of workflows
 */
async function prepare(client, { credentials, urls }) {
	/** @type {Record<string, string>} */
	const workflows = {};
	/** @type {Record<string, import('../../tools/n8n-host/client').WorkflowNode>} */
	const nodes = {};
	for (const [provider, [type, name]] of Object.entries(triggers)) {
		const { id } = await client.createCredential({ name, type, data: credentials[provider] });
		nodes[provider] = {
			id: randomUUID(),
			name: 'Voice Call Trigger',
			type: 'n8n-nodes-voice-call.voiceCallTrigger',
			typeVersion: 1.1,
			position: [0, 0],
			webhookId: randomUUID(),
			parameters: { provider },
			credentials: { [type]: { id, name } },
		};
		workflows[provider] = await save(client, `Events of ${name}`, [nodes[provider]]);
	}
	workflows.both = await save(client, 'Call again after a missed call', [
		{ ...nodes.huskyVoice, id: randomUUID(), webhookId: randomUUID() },
		await callNode(client, urls.huskyVoiceInbound),
	]);
	workflows.rows = await saveRows(client, { credentials, urls });
	return { workflows, client };
}

/** The example that calls each row of a table, with a table to call. */
async function saveRows(client, { credentials, urls }) {
	await client.createDataTable({
		name: 'Calls to make',
		columns: ['name', 'phone', 'outcome', 'summary'],
		rows: [
			{ name: 'Ada', phone: '+14155550123' },
			{ name: 'Grace', phone: '+14155550124' },
		],
	});
	const { id } = await importWorkflow(client, 'call-each-row-and-write-back.json', {
		credentials: { vapiApi: { ...credentials.vapi, baseUrl: urls.vapi } },
	});
	return id;
}

async function callNode(client, secretInboundUrl) {
	const name = 'HuskyVoice inbound URL';
	const type = 'huskyVoiceInboundUrlApi';
	const { id } = await client.createCredential({ name, type, data: { secretInboundUrl } });
	return {
		id: randomUUID(),
		name: 'Voice Call',
		type: 'n8n-nodes-voice-call.voiceCall',
		typeVersion: 1,
		position: [240, 0],
		parameters: {
			provider: 'huskyVoice',
			agentId: '={{ $json.call.agentId }}',
			contactNumber: '+919876543210',
		},
		credentials: { [type]: { id, name } },
	};
}

/** Saves a workflow whose nodes follow each other. */
async function save(client, name, nodes) {
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map((node, index) => [
				nodes[index].name,
				{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
			]),
	);
	const { id } = await client.createWorkflow({ name, nodes, connections });
	return id;
}

module.exports = { prepare };
