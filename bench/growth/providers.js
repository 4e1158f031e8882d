'use strict';

const { randomBytes } = require('node:crypto');
const { standIns } = require('../../tools/simulator/standIns');

/**
 * A provider as a person sets it up, with made-up secrets, and what it sends.
 *
 * @typedef {object} SetUp
 * @property {string} id
 * @property {string} credentialType
 * @property {Record<string, string>} credential also what its events are signed with
 * @property {Record<string, string>} [parameters] of the trigger
 * @property {string} eventType
 */

const text = () => randomBytes(16).toString('hex');

/**
 * Their secrets are the stand-in's, where it has some.
 *
 * @type {(Omit<SetUp, 'credential'> & Partial<SetUp>)[]}
 */
const FORMS = [
	{ id: 'bland', credentialType: 'blandApi', eventType: 'call.report' },
	{
		id: 'custom',
		credentialType: 'customWebhookApi',
		credential: { signingSecret: text() },
		parameters: { customHeader: 'X-Custom-Signature', customCallIdPath: 'call_id' },
		eventType: 'call.done',
	},
	{ id: 'elevenLabs', credentialType: 'elevenLabsApi', eventType: 'post_call_transcription' },
	{
		id: 'enableX',
		credentialType: 'enableXApi',
		credential: { baseUrl: 'https://api.enablex.io/voice/v1' },
		eventType: 'connected',
	},
	{ id: 'huskyVoice', credentialType: 'huskyVoiceWebhookApi', eventType: 'call.completed' },
	{
		id: 'miraiMinds',
		credentialType: 'miraiMindsApi',
		credential: { baseUrl: 'https://api.example.com' },
		eventType: 'call.completed',
	},
	{ id: 'miraiMindsV2', credentialType: 'miraiMindsV2Api', eventType: 'call.completed' },
	{ id: 'retell', credentialType: 'retellApi', eventType: 'call_analyzed' },
	{
		id: 'standardWebhooks',
		credentialType: 'standardWebhooksApi',
		credential: { signingSecret: `whsec_${Buffer.from(text()).toString('base64')}` },
		eventType: 'call.done',
	},
	{ id: 'telnyx', credentialType: 'telnyxApi', eventType: 'call.hangup' },
	{ id: 'ultravox', credentialType: 'ultravoxApi', eventType: 'call.ended' },
	{ id: 'vapi', credentialType: 'vapiApi', eventType: 'end-of-call-report' },
	{ id: 'voxifi', credentialType: 'voxifiWebhookApi', eventType: 'call.completed' },
];

/** @type {SetUp[]} */
const PROVIDERS = FORMS.map((form) => ({
	...form,
	credential: { ...standIns[form.id].madeUpCredentials?.(), ...form.credential },
}));

/** @param {SetUp} provider */
const deliveryOf = ({ id, eventType, credential }) => ({
	kind: 'ofProvider',
	provider: id,
	eventType,
	secrets: credential,
});

module.exports = { PROVIDERS, deliveryOf };
