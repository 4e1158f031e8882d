'use strict';

const unknown = /Cannot find requested asset under given api key/;

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Retell AI',
		credentialType: 'retellApi',
		credential: ({ urls, credentials }) => ({ ...credentials.retell, baseUrl: urls.retell }),
		secrets: ({ credentials: { retell } }) => [retell.apiKey],
		create: (marker = 'm') => ({
			provider: 'retell',
			fromNumber: { __rl: true, mode: 'id', value: '+14155550100' },
			toNumber: '+14155550123',
			additionalFields: { dynamicVariables: JSON.stringify({ marker }) },
		}),
		markedByItem: {
			additionalFields: { dynamicVariables: '={{ JSON.stringify({ marker: $json.id }) }}' },
		},
		statusAfter: ['initiated', 'canceled'],
		canceled: /^ended$/,
		cancelRepeats: false,
		unknownCall: { cancel: [422, unknown], get: [422, unknown] },
		over: /The call is completed\./,
		accepted: /accepts the key\./,
	},
];
