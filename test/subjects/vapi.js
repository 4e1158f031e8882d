'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'vapiApi',
	credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
	eventType: 'end-of-call-report',
	otherType: 'status-update',
	acknowledgement: {},
	signatureHeader: 'x-signature',
	signsTime: true,
	withoutStatus: ['session.created', 'session.deleted', 'session.updated'],
};
