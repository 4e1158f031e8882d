'use strict';

const { randomUUID } = require('node:crypto');

/** @typedef {import('./workflow').NodeSketch} NodeSketch */

/**
 * @param {object} [parameters]
 * @returns {NodeSketch}
 */
const webhook = (parameters = {}) => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	parameters: { httpMethod: 'POST', path: randomUUID(), options: {}, ...parameters },
});

/**
 * Our trigger, for HuskyVoice unless the parameters name another provider.
 *
 * @param {NodeSketch['credential']} credential
 * @param {object} [parameters]
 * @param {string} [from] the package, as n8n calls it
 * @returns {NodeSketch}
 */
const voiceCallTrigger = (credential, parameters = {}, from = 'n8n-nodes-voice-call') => ({
	name: 'Voice Call Trigger',
	type: `${from}.voiceCallTrigger`,
	typeVersion: 1.1,
	parameters: { provider: 'huskyVoice', ...parameters },
	credential,
});

/**
 * See least/LeastTrigger.node.js.
 *
 * @param {NodeSketch['credential']} credential of HuskyVoice's webhooks
 * @returns {NodeSketch}
 */
const leastTrigger = (credential) => ({
	name: 'Least Trigger',
	type: 'CUSTOM.leastTrigger',
	typeVersion: 1.1,
	credential,
});

/**
 * @param {string} jsCode
 * @returns {NodeSketch}
 */
const code = (jsCode) => ({
	name: 'Code',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	parameters: { jsCode },
});

/**
 * The check that HuskyVoice documents for n8n: hashes what JSON.stringify makes of the parsed body.
 *
 * @see https://docs.huskyvoice.ai/api/auth-setup/
 * @param {{ signingSecret: string }} secrets
 * @returns {NodeSketch}
 */
const documentedCheck = ({ signingSecret }) =>
	code(
		[
			"const { createHmac, timingSafeEqual } = require('crypto');",
			'const { body, headers } = $input.first().json;',
			`const hmac = createHmac('sha256', ${JSON.stringify(signingSecret)});`,
			"const expected = hmac.update(JSON.stringify(body)).digest('hex');",
			"const received = headers['x-husky-signature'];",
			'if (!timingSafeEqual(Buffer.from(received), Buffer.from(expected))) {',
			"	throw new Error('Invalid webhook signature');",
			'}',
			'return $input.all();',
		].join('\n'),
	);

/**
 * The check without code: an HMAC over the raw body, then a comparison.
 *
 * @param {{ signingSecret: string }} secrets
 * @returns {NodeSketch[]}
 */
const cryptoCheck = ({ signingSecret }) => [
	webhook({ options: { rawBody: true } }),
	{
		name: 'Crypto',
		type: 'n8n-nodes-base.crypto',
		typeVersion: 2,
		parameters: {
			action: 'hmac',
			type: 'SHA256',
			binaryData: true,
			binaryPropertyName: 'data',
			dataPropertyName: 'expected',
			encoding: 'hex',
		},
		credential: { type: 'crypto', data: { hmacSecret: signingSecret } },
	},
	{
		name: 'If',
		type: 'n8n-nodes-base.if',
		typeVersion: 2.2,
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				conditions: [
					{
						id: randomUUID(),
						leftValue: '={{ $json.expected }}',
						rightValue: "={{ $json.headers['x-husky-signature'] }}",
						operator: { type: 'string', operation: 'equals' },
					},
				],
				combinator: 'and',
			},
			options: {},
		},
	},
];

/**
 * n8n's own trigger for Slack: a signature with a secret from a credential, as ours, and nothing to
 * register on activation.
 *
 * @param {{ signatureSecret: string }} secrets
 * @returns {NodeSketch}
 */
const slackTrigger = ({ signatureSecret }) => ({
	name: 'Slack Trigger',
	type: 'n8n-nodes-base.slackTrigger',
	typeVersion: 1,
	parameters: { trigger: ['any_event'], watchWorkspace: true, options: {} },
	credential: { type: 'slackApi', data: { accessToken: 'none', signatureSecret } },
});

/**
 * n8n's own trigger for GitHub. It registers its webhook with a server, see gitHubStandIn.js, and
 * keeps the secret in the workflow's static data.
 *
 * @param {string} server
 * @returns {NodeSketch}
 */
const gitHubTrigger = (server) => ({
	name: 'Github Trigger',
	type: 'n8n-nodes-base.githubTrigger',
	typeVersion: 1,
	parameters: {
		authentication: 'accessToken',
		owner: { __rl: true, mode: 'name', value: 'an-owner' },
		repository: { __rl: true, mode: 'name', value: 'a-repository' },
		events: ['issues'],
		options: {},
	},
	credential: { type: 'githubApi', data: { server, user: 'a-user', accessToken: 'none' } },
});

module.exports = {
	code,
	cryptoCheck,
	documentedCheck,
	gitHubTrigger,
	leastTrigger,
	slackTrigger,
	voiceCallTrigger,
	webhook,
};
