'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'retellApi',
	credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
	eventType: 'call_analyzed',
	otherType: 'call_started',
	acknowledgement: { received: true },
	signatureHeader: 'X-Retell-Signature',
	signsTime: true,
	isList: true,
};
