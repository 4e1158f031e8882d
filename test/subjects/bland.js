'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'blandApi',
	credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
	eventType: 'call.report',
	otherType: 'in_call.tool',
	acknowledgement: { received: true },
	signatureHeader: 'X-Webhook-Signature',
	withoutStatus: [
		'in_call.citations',
		'in_call.dynamic_data',
		'in_call.latency',
		'in_call.queue',
		'in_call.tool',
		'in_call.webhook',
	],
};
