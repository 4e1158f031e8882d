'use strict';

/** @type {import('../standIn').Way[]} */
module.exports = [
	{
		name: 'ElevenLabs Agents',
		credentialType: 'elevenLabsApi',
		credential: ({ urls, credentials }) => ({
			...credentials.elevenLabs,
			baseUrl: urls.elevenLabs,
		}),
		secrets: ({ credentials: { elevenLabs } }) => [elevenLabs.apiKey, elevenLabs.signingSecret],
		create: (marker = 'm') => ({
			provider: 'elevenLabs',
			telephony: 'twilio',
			agentId: { __rl: true, mode: 'id', value: 'agent_1' },
			agentPhoneNumberId: { __rl: true, mode: 'id', value: 'phnum_1' },
			toNumber: '+14155550123',
			additionalFields: { dynamicVariables: JSON.stringify({ marker }) },
		}),
		markedByItem: {
			additionalFields: { dynamicVariables: '={{ JSON.stringify({ marker: $json.id }) }}' },
		},
		statusAfter: ['queued', null],
		accepted: /accepts the key\./,
	},
];
