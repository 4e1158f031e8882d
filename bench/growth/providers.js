'use strict';

const { createPrivateKey, createPublicKey, randomBytes } = require('node:crypto');

/**
 * A provider as a person sets it up, with made-up secrets, and what it sends.
 *
 * @typedef {object} SetUp
 * @property {string} id
 * @property {string} credentialType
 * @property {Record<string, any>} credential
 * @property {Record<string, any>} [parameters] of the trigger
 * @property {Record<string, string>} [sender] what the provider signs with, where that is something else
 * @property {string} eventType
 */

const text = () => randomBytes(16).toString('hex');
const signing = () => ({ signingSecret: text() });
const ed25519 = keyPair();

/** @type {SetUp[]} */
const PROVIDERS = [
	{
		id: 'bland',
		credentialType: 'blandApi',
		credential: signing(),
		eventType: 'call.report',
	},
	{
		id: 'custom',
		credentialType: 'customWebhookApi',
		credential: signing(),
		parameters: { customHeader: 'X-Custom-Signature', customCallIdPath: 'call_id' },
		eventType: 'call.done',
	},
	{
		id: 'elevenLabs',
		credentialType: 'elevenLabsApi',
		credential: signing(),
		eventType: 'post_call_transcription',
	},
	{
		id: 'enableX',
		credentialType: 'enableXApi',
		credential: { appId: text(), appKey: text(), baseUrl: 'https://api.enablex.io/voice/v1' },
		eventType: 'connected',
	},
	{
		id: 'huskyVoice',
		credentialType: 'huskyVoiceWebhookApi',
		credential: signing(),
		eventType: 'call.completed',
	},
	{
		id: 'miraiMinds',
		credentialType: 'miraiMindsApi',
		credential: {
			publicKey: `pk_${text()}`,
			privateKey: `sk_${text()}`,
			baseUrl: 'https://api.example.com',
		},
		eventType: 'call.completed',
	},
	{
		id: 'miraiMindsV2',
		credentialType: 'miraiMindsV2Api',
		credential: signing(),
		eventType: 'call.completed',
	},
	{
		id: 'retell',
		credentialType: 'retellApi',
		credential: { apiKey: text() },
		eventType: 'call_analyzed',
	},
	{
		id: 'standardWebhooks',
		credentialType: 'standardWebhooksApi',
		credential: { signingSecret: `whsec_${Buffer.from(text()).toString('base64')}` },
		eventType: 'call.done',
	},
	{
		id: 'telnyx',
		credentialType: 'telnyxApi',
		credential: { publicKey: ed25519.publicKey },
		sender: { privateSeed: ed25519.seed },
		eventType: 'call.hangup',
	},
	{
		id: 'ultravox',
		credentialType: 'ultravoxApi',
		credential: signing(),
		eventType: 'call.ended',
	},
	{
		id: 'vapi',
		credentialType: 'vapiApi',
		credential: signing(),
		eventType: 'end-of-call-report',
	},
	{
		id: 'voxifi',
		credentialType: 'voxifiWebhookApi',
		credential: signing(),
		eventType: 'call.completed',
	},
];

/** @returns {{ seed: string, publicKey: string }} a seed in hexadecimal, and the public key in base64 */
function keyPair() {
	const seed = randomBytes(32).toString('hex');
	const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
	const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
	const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
	return { seed, publicKey };
}

/** @param {SetUp} provider */
const deliveryOf = ({ id, eventType, credential, sender = credential }) => ({
	kind: 'ofProvider',
	provider: id,
	eventType,
	secrets: sender,
});

module.exports = { PROVIDERS, deliveryOf };
