'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'miraiMindsV2Api',
	credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
	eventType: 'call.completed',
	otherType: 'call.started',
	acknowledgement: { received: true },
	signatureHeader: 'X-Mirai-Signature',
	signsTime: true,
	isList: true,
	withoutStatus: [
		'campaign.started',
		'campaign.paused',
		'campaign.resumed',
		'campaign.completed',
		'campaign.stopped',
	],
};
