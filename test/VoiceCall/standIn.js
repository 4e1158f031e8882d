'use strict';

const { startSimulator } = require('../../tools/simulator/server');

/** Credentials that reach a stand-in, by credential type, as the forms hold them. */
const credentialsFor = ({ urls, url, credentials }) => ({
	huskyVoiceInboundUrlApi: { secretInboundUrl: urls.huskyVoiceInbound },
	huskyVoiceApi: { apiKey: credentials.huskyVoice.apiKey, baseUrl: urls.huskyVoice },
	enableXApi: { ...credentials.enableX, baseUrl: url },
	miraiMindsApi: { ...credentials.miraiMinds, baseUrl: url, additionalKeyPairs: {} },
});

/**
 * The fields of a call for each way to place one. `marker` tells a test's calls apart.
 *
 * @type {Record<string, (marker?: string) => object>}
 */
const calls = {
	'HuskyVoice by inbound URL': (marker = 'm') => ({
		provider: 'huskyVoice',
		authentication: 'inboundUrl',
		agentId: 'agent_123',
		contactNumber: '+919876543210',
		additionalFields: { additionalInfo: { pairs: [{ key: 'marker', value: marker }] } },
	}),
	'HuskyVoice by API key': (marker = 'm') => ({
		provider: 'huskyVoice',
		authentication: 'apiKey',
		agentId: 'agent_123',
		contactNumber: '+919876543210',
		additionalFields: { additionalInfo: { pairs: [{ key: 'marker', value: marker }] } },
	}),
	EnableX: (marker = 'm') => ({
		provider: 'enableX',
		from: '+14155550100',
		to: '+14155550123',
		additionalFields: { ownerRef: marker },
	}),
	'Mirai Minds': (marker = 'm') => ({
		provider: 'miraiMinds',
		assistantId: '65f0c0ffee',
		phoneNumber: '+919876543210',
		additionalFields: { metadata: JSON.stringify({ marker }) },
	}),
};

/** Which credential a set of parameters needs. */
const credentialTypeOf = ({ provider, authentication }) =>
	({ enableX: 'enableXApi', miraiMinds: 'miraiMindsApi' })[provider] ??
	{ inboundUrl: 'huskyVoiceInboundUrlApi', apiKey: 'huskyVoiceApi' }[authentication];

/** Every text that must be seen nowhere but in a request. */
const secretsOf = ({ credentials: { huskyVoice, enableX, miraiMinds } }) => [
	huskyVoice.inboundToken,
	huskyVoice.apiKey,
	enableX.appKey,
	enableX.appId,
	Buffer.from(`${enableX.appId}:${enableX.appKey}`).toString('base64'),
	miraiMinds.privateKey,
];

module.exports = { startSimulator, credentialsFor, calls, credentialTypeOf, secretsOf };
