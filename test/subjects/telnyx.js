'use strict';

const { createPrivateKey, createPublicKey } = require('node:crypto');
const { randomText } = require('./random');

const own = randomText() + randomText();

/** @param {string} seed 32 bytes in hexadecimal */
function publicKeyOf(seed) {
	const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
	const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
	return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'telnyxApi',
	credential: { publicKey: publicKeyOf(own), previousPublicKey: '' },
	// What Telnyx has, and nobody else.
	sender: { privateSeed: own },
	eventType: 'call.hangup',
	otherType: 'call.answered',
	acknowledgement: { received: true },
	signatureHeader: 'telnyx-signature-ed25519',
	scheme: 'ed25519',
	signsTime: true,
	withoutStatus: [
		'call.cost',
		'call.conversation_insights.generated',
		'call.recording.saved',
		'call.recording.transcription.saved',
	],
	unusable: [{}, { publicKey: '' }, { publicKey: ' \n' }, { apiKey: 'KEY' + randomText() }],
	foreign: () => ({ privateSeed: randomText() + randomText() }),
};
