'use strict';

const parameters = require('./parameters.json');
const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'customWebhookApi',
	credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
	parameters: parameters.custom,
	eventType: 'call.done',
	otherType: 'call.missed',
	acknowledgement: { received: true },
	signatureHeader: 'X-Custom-Signature',
	withoutStatus: ['call.done', 'call.missed'],
};
