'use strict';

const create =
	(authentication) =>
	(marker = 'm') => ({
		provider: 'huskyVoice',
		authentication,
		agentId: 'agent_123',
		contactNumber: '+919876543210',
		additionalFields: { additionalInfo: { pairs: [{ key: 'marker', value: marker }] } },
	});

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'HuskyVoice by inbound URL',
		credentialType: 'huskyVoiceInboundUrlApi',
		credential: ({ urls }) => ({ secretInboundUrl: urls.huskyVoiceInbound }),
		secrets: ({ credentials }) => [credentials.huskyVoice.inboundToken],
		create: create('inboundUrl'),
		statusAfter: ['queued', 'canceled'],
		canceled: /^cancelled$/,
		cancelRepeats: true,
		over: /its status is completed/,
	},
	{
		name: 'HuskyVoice by API key',
		credentialType: 'huskyVoiceApi',
		credential: ({ urls, credentials }) => ({
			apiKey: credentials.huskyVoice.apiKey,
			baseUrl: urls.huskyVoice,
		}),
		secrets: ({ credentials }) => [credentials.huskyVoice.apiKey],
		create: create('apiKey'),
		keyOf: ({ headers }) => headers['idempotency-key'],
		statusAfter: ['queued', 'canceled'],
		canceled: /^cancelled$/,
		cancelRepeats: true,
		over: /The call is completed\./,
		accepted: /accepts the key\. Whether it may place and cancel calls/,
	},
];
