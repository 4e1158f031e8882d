'use strict';

const { randomText } = require('./random');

const secret = () => `whsec_${Buffer.from(randomText()).toString('base64')}`;

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'standardWebhooksApi',
	credential: { signingSecret: secret(), previousSigningSecret: secret() },
	eventType: 'call.done',
	otherType: 'realtime.call.incoming',
	acknowledgement: { received: true },
	signatureHeader: 'webhook-signature',
	signsTime: true,
	isList: true,
	withoutStatus: ['call.done', 'realtime.call.incoming'],
	foreign: () => ({ signingSecret: secret() }),
};
