'use strict';

const { webhook } = require('../n8n/sketches');

/** @typedef {import('../n8n/workflow').NodeSketch} NodeSketch */

/** Answers when the last node has finished. */
const start = (responseData) => [
	webhook({ responseMode: 'lastNode', responseData }),
	{
		name: 'Split Out',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.items', options: {} },
	},
];

const voiceCall = ({ urls, credentials }, concurrency) => ({
	name: 'Voice Call',
	type: 'n8n-nodes-voice-call.voiceCall',
	typeVersion: 1,
	parameters: {
		resource: 'call',
		operation: 'create',
		provider: 'huskyVoice',
		authentication: 'apiKey',
		agentId: 'agent_1',
		contactNumber: '={{ $json.to }}',
		options: { concurrency },
	},
	credential: {
		type: 'huskyVoiceApi',
		data: { apiKey: credentials.huskyVoice.apiKey, baseUrl: urls.huskyVoice },
	},
});

/** The same request with n8n's own node. */
const httpRequest = ({ urls, credentials }) => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${urls.huskyVoice}/calls`,
		authentication: 'genericCredentialType',
		genericAuthType: 'httpHeaderAuth',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ { agent_id: "agent_1", contact_number: $json.to } }}',
		options: {},
	},
	credential: {
		type: 'httpHeaderAuth',
		data: { name: 'Authorization', value: `Bearer ${credentials.huskyVoice.apiKey}` },
	},
});

const loop = (batchSize) => ({
	name: 'Loop Over Items',
	type: 'n8n-nodes-base.splitInBatches',
	typeVersion: 3,
	parameters: { batchSize, options: {} },
	leadsTo: [['Done'], ['HTTP Request']],
});

const done = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1 };

/**
 * The ways to place many calls that are compared.
 *
 * @param {import('../../tools/simulator/server').Simulator} simulator
 * @param {'noData' | 'allEntries'} [answer] with nothing, or with the items of the last node
 * @returns {{ id: string, way: string, sideBySide: number | null, nodes: NodeSketch[] }[]}
 */
function ways(simulator, answer = 'noData') {
	const sizes = [1, 5, 20];
	return [
		...sizes.map((sideBySide) => ({
			id: 'voiceCall',
			way: 'Voice Call',
			sideBySide,
			nodes: [...start(answer), voiceCall(simulator, sideBySide)],
		})),
		...sizes.map((sideBySide) => ({
			id: 'loop',
			way: 'Loop Over Items + HTTP Request',
			sideBySide,
			nodes: [
				...start(answer),
				loop(sideBySide),
				{ ...httpRequest(simulator), leadsTo: [['Loop Over Items']] },
				done,
			],
		})),
		{
			id: 'http',
			way: 'HTTP Request, which sends all items at once',
			sideBySide: null,
			nodes: [...start(answer), httpRequest(simulator)],
		},
	];
}

module.exports = { ways };
