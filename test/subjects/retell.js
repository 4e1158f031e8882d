'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'retellApi',
	credential: { apiKey: randomText(), previousApiKey: randomText() },
	unusable: [{}, { apiKey: '' }, { apiKey: ' \n' }, { apiKey: 17 }],
	foreign: () => ({ apiKey: randomText() }),
	eventType: 'call_analyzed',
	otherType: 'call_started',
	acknowledgement: { received: true },
	signatureHeader: 'X-Retell-Signature',
	signsTime: true,
	isList: true,
};
