'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Vapi',
		credentialType: 'vapiApi',
		credential: ({ urls, credentials }) => ({ ...credentials.vapi, baseUrl: urls.vapi }),
		secrets: ({ credentials: { vapi } }) => [vapi.apiKey, vapi.signingSecret],
		create: (marker = 'm') => ({
			provider: 'vapi',
			assistantId: { __rl: true, mode: 'id', value: 'assistant-1' },
			phoneNumberId: { __rl: true, mode: 'id', value: 'number-1' },
			customerNumber: '+14155550123',
			additionalFields: { name: marker, serverCredentialId: 'credential-1' },
		}),
		statusAfter: ['queued', 'canceled'],
		canceled: /^ended$/,
		cancelRepeats: false,
		cancelRoute: 'vapi.control',
		accepted: /accepts the key\./,
	},
];
