'use strict';

const { randomBytes } = require('node:crypto');
const { code, voiceCallTrigger, webhook } = require('../n8n/sketches');

/** Made up, and new each time. */
const secrets = { signingSecret: randomBytes(24).toString('hex') };

/**
 * A round trip in two ways: the same question, looked up in a Code node, answered in the same shape.
 *
 * @typedef {object} RoundTrip
 * @property {string} id
 * @property {string} label
 * @property {import('../n8n/workflow').NodeSketch[]} nodes
 * @property {string} suffix what the URL of the first node lacks
 */

/**
 * @param {object} result the parameters of Answer that say what the tool found out
 * @returns {import('../n8n/workflow').NodeSketch[]}
 */
const ownNodes = (result) => [
	voiceCallTrigger({ type: 'vapiApi', data: secrets }, { provider: 'vapi' }),
	code(
		'return $input.all().map(({ json }) => ({ json: { said: "order " + json.request.parameters.order + " is on its way" } }));',
	),
	{
		name: 'Answer',
		type: 'n8n-nodes-voice-call.voiceCall',
		typeVersion: 1,
		parameters: {
			provider: 'vapi',
			resource: 'request',
			operation: 'answer',
			answerWith: 'result',
			...result,
		},
	},
];

/** @type {RoundTrip[]} */
const ways = [
	{
		id: 'own',
		label: 'Voice Call Trigger + Code + Answer from a field, signature checked',
		nodes: ownNodes({ resultFrom: 'field', resultField: 'said' }),
		suffix: '/answer',
	},
	{
		id: 'ownExpression',
		label: 'Voice Call Trigger + Code + Answer with an expression, signature checked',
		nodes: ownNodes({ resultFrom: 'text', result: '={{ $json.said }}' }),
		suffix: '/answer',
	},
	{
		id: 'n8n',
		label: 'Webhook + Code + Respond to Webhook, no check at all',
		nodes: [
			webhook({ responseMode: 'responseNode' }),
			code(
				'return $input.all().map(({ json }) => { const [call] = json.body.message.toolCallList; const { order } = JSON.parse(call.function.arguments); return { json: { results: [{ toolCallId: call.id, name: call.function.name, result: "order " + order + " is on its way" }] } }; });',
			),
			{
				name: 'Respond to Webhook',
				type: 'n8n-nodes-base.respondToWebhook',
				typeVersion: 1.5,
				parameters: { respondWith: 'firstIncomingItem', options: {} },
			},
		],
		suffix: '',
	},
];

module.exports = { secrets, ways };
