'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');
const { subjectOf } = require('../VoiceCallTrigger/subjects');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const CODE = 'n8n-nodes-base.code';
const VOICE_CALL = 'n8n-nodes-voice-call.voiceCall';

/** What the workflow under test does, by what stands in the payload as the call's ID. */
const BEHAVIOR = `
const asked = $input.all();
const mark = JSON.stringify(asked[0].json.payload);
if (mark.includes('mode-throw')) throw new Error('on purpose');
if (mark.includes('mode-silent')) return [];
if (mark.includes('mode-late')) await new Promise((resolve) => setTimeout(resolve, 2500));
return asked.map(({ json }) => ({ json: { said: 'on its way', order: json.request.parameters?.order } }));
`;

const node = (name, type, typeVersion, parameters) => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [200, 0],
	parameters,
});

/** @param {string} jsCode @param {string} [name] */
const codeNode = (jsCode, name = 'Code') => node(name, CODE, 2, { jsCode });

/** @param {string} provider @param {object} form @param {string} [name] */
const answerNode = (provider, form, name = 'Answer') =>
	node(name, VOICE_CALL, 1, { provider, resource: 'request', operation: 'answer', ...form });

/**
 * A workflow that starts with live requests, published and listening.
 *
 * @param {any} client
 * @param {{ provider: string, next: object[], parameters?: object, options?: object }} workflow
 */
async function publishAnswering(client, { provider, next, parameters, options }) {
	const { credentialType, credential } = subjectOf(provider);
	const published = await publishTriggerWorkflow(client, {
		provider,
		credentialType,
		credentialData: credential,
		parameters: { ...parameters, options },
		next,
	});
	const url = `${published.url}/answer`;
	await waitForWebhook(url);
	return { ...published, eventUrl: published.url, url, testUrl: `${published.testUrl}/answer` };
}

module.exports = { BEHAVIOR, answerNode, codeNode, publishAnswering };
