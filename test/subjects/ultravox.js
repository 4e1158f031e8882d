'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'ultravoxApi',
	credential: {
		signingSecret: randomText(),
		previousSigningSecret: randomText(),
		liveRequestSecret: randomText(),
	},
	eventType: 'call.ended',
	otherType: 'call.joined',
	acknowledgement: { received: true },
	signatureHeader: 'X-Ultravox-Webhook-Signature',
	signsTime: true,
};
