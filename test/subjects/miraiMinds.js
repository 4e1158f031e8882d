'use strict';

const { randomPair } = require('./random');

const own = randomPair();

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'miraiMindsApi',
	credential: {
		...own,
		baseUrl: 'https://api.example.com',
		additionalKeyPairs: { pairs: [randomPair()] },
	},
	eventType: 'call.completed',
	otherType: 'call.failed',
	acknowledgement: { received: true },
	signatureHeader: 'x-signature',
	withoutStatus: ['action'],
	unusable: [
		{},
		{ publicKey: 'pk_alone', privateKey: '' },
		{ publicKey: '', privateKey: 'sk_alone' },
		{ additionalKeyPairs: { pairs: [{}] } },
	],
	// The public key is the right one.
	foreign: () => ({ ...randomPair(), publicKey: own.publicKey }),
};
