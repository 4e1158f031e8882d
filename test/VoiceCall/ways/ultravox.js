'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Ultravox',
		credentialType: 'ultravoxApi',
		credential: ({ urls, credentials }) => ({ ...credentials.ultravox, baseUrl: urls.ultravox }),
		secrets: ({ credentials: { ultravox } }) => [ultravox.apiKey, ultravox.signingSecret],
		create: (marker = 'm') => ({
			provider: 'ultravox',
			agentId: { __rl: true, mode: 'id', value: 'agent-1' },
			medium: 'twilio',
			from: '+14155550100',
			to: '+14155550123',
			additionalFields: { metadata: JSON.stringify({ marker }) },
		}),
		markedByItem: {
			additionalFields: { metadata: '={{ JSON.stringify({ marker: $json.id }) }}' },
		},
		statusAfter: ['initiated', 'completed'],
		canceled: /^ended$/,
		cancelableFrom: 'joined',
		cancelRepeats: false,
		over: /The call is completed\./,
		accepted: /accepts the key\./,
	},
];
