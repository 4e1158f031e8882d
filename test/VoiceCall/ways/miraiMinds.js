'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Mirai Minds',
		credentialType: 'miraiMindsApi',
		credential: ({ url, credentials }) => ({
			...credentials.miraiMinds,
			baseUrl: url,
			additionalKeyPairs: {},
		}),
		secrets: ({ credentials }) => [credentials.miraiMinds.privateKey],
		create: (marker = 'm') => ({
			provider: 'miraiMinds',
			assistantId: { __rl: true, mode: 'id', value: '65f0c0ffee' },
			phoneNumber: '+919876543210',
			additionalFields: { metadata: JSON.stringify({ marker }) },
		}),
		markedByItem: {
			additionalFields: { metadata: '={{ JSON.stringify({ marker: $json.id }) }}' },
		},
		statusAfter: ['initiated', 'canceled'],
		canceled: /^aborted$/,
		cancelRepeats: false,
		over: /its status is completed/,
		accepted: /accepts the key\./,
	},
];
