'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'Telnyx',
		credentialType: 'telnyxApi',
		credential: ({ urls, credentials: { telnyx } }) => ({
			apiKey: telnyx.apiKey,
			publicKey: telnyx.publicKey,
			baseUrl: urls.telnyx,
		}),
		secrets: ({ credentials: { telnyx } }) => [telnyx.apiKey, telnyx.privateSeed],
		create: (marker = 'm') => ({
			provider: 'telnyx',
			connectionId: { __rl: true, mode: 'id', value: '1293384261075731490' },
			from: { __rl: true, mode: 'id', value: '+14155550100' },
			to: '+14155550123',
			additionalFields: { fromDisplayName: marker, record: 'wav' },
		}),
		keyOf: ({ body }) => JSON.parse(body).command_id,
		statusAfter: ['initiated', 'canceled'],
		canceled: /^hangup$/,
		cancelRepeats: true,
		unknownCall: {
			cancel: [422, /did not cancel the call: The provided call_control_id was not valid/],
			getRecording: [
				200,
				/did not give the recording of the call: There is no recording of this call/,
			],
			get: [422, /The provided call_control_id was not valid/],
		},
		over: /This call is no longer active/,
		unauthorized: /authentication headers were either invalid or not included/,
		afterCompletion: 'unknown',
		isListed: ({ status }) => status !== 'hangup',
		accepted: /accepts the key\./,
	},
];
