'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'EnableX',
		credentialType: 'enableXApi',
		credential: ({ url, credentials }) => ({ ...credentials.enableX, baseUrl: url }),
		secrets: ({ credentials: { enableX } }) => [
			enableX.appKey,
			enableX.appId,
			Buffer.from(`${enableX.appId}:${enableX.appKey}`).toString('base64'),
		],
		create: (marker = 'm') => ({
			provider: 'enableX',
			from: '+14155550100',
			to: '+14155550123',
			additionalFields: { ownerRef: marker },
		}),
		statusAfter: ['initiated', 'completed'],
		canceled: /^disconnected$/,
		cancelRepeats: false,
		over: /its state is disconnected/,
	},
];
