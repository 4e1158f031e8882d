'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Bland AI',
		credentialType: 'blandApi',
		credential: ({ urls, credentials }) => ({ ...credentials.bland, baseUrl: urls.bland }),
		secrets: ({ credentials: { bland } }) => [bland.apiKey, bland.signingSecret],
		create: (marker = 'm') => ({
			provider: 'bland',
			phoneNumber: '+14155550123',
			callUsing: 'task',
			task: marker,
			additionalFields: {},
		}),
		statusAfter: ['queued', 'canceled'],
		canceled: /^canceled$/,
		cancelRepeats: false,
		unknownCall: { cancel: [200, /did not cancel the call: SID not found for the given c_id/] },
		over: /The call is completed\./,
		accepted: /accepts the key\./,
	},
];
