'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Mirai Minds v2',
		credentialType: 'miraiMindsV2Api',
		credential: ({ urls, credentials }) => ({
			...credentials.miraiMindsV2,
			baseUrl: urls.miraiMindsV2,
		}),
		secrets: ({ credentials: { miraiMindsV2 } }) => [
			miraiMindsV2.apiKey,
			miraiMindsV2.signingSecret,
		],
		create: (marker = 'm') => ({
			provider: 'miraiMindsV2',
			agentId: { __rl: true, mode: 'id', value: 'agt_01A' },
			to: '+919876543210',
			additionalFields: { metadata: JSON.stringify({ marker }) },
		}),
		markedByItem: {
			additionalFields: { metadata: '={{ JSON.stringify({ marker: $json.id }) }}' },
		},
		keyOf: ({ headers }) => headers['idempotency-key'],
		statusAfter: ['queued', 'canceled'],
		canceled: /^aborted$/,
		cancelRepeats: false,
		over: /The call is completed\./,
		accepted: /accepts the key\./,
	},
];
