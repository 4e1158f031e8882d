'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'voxifiWebhookApi',
	credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
	eventType: 'call.completed',
	otherType: 'call.failed',
	acknowledgement: { received: true },
	signatureHeader: 'X-Webhook-Signature',
	signsTime: true,
};
