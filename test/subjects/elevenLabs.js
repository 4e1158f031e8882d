'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'elevenLabsApi',
	credential: {
		signingSecret: randomText(),
		previousSigningSecret: randomText(),
		liveRequestSecret: randomText(),
	},
	eventType: 'post_call_transcription',
	otherType: 'call_initiation_failure',
	acknowledgement: { received: true },
	signatureHeader: 'ElevenLabs-Signature',
	signsTime: true,
	isList: true,
	tolerance: 1800,
};
