'use strict';

const { randomBytes } = require('node:crypto');

const random = () => randomBytes(20).toString('hex');

const PROVIDERS = ['enableX', 'huskyVoice', 'miraiMinds', 'voxifi'];

/** @type {Record<string, string>} */
const CREDENTIAL_TYPES = {
	enableX: 'enableXApi',
	huskyVoice: 'huskyVoiceWebhookApi',
	miraiMinds: 'miraiMindsApi',
	voxifi: 'voxifiWebhookApi',
};

/**
 * Made-up secrets of a provider, as its credential form takes them and as the signer wants them.
 *
 * @param {string} provider
 * @returns {import('../simulator/sign').Secrets}
 */
function newSecrets(provider) {
	if (provider === 'enableX') return { appId: random(), appKey: random() };
	if (provider === 'miraiMinds') return { publicKey: `pk_${random()}`, privateKey: random() };
	return { signingSecret: random() };
}

module.exports = { CREDENTIAL_TYPES, PROVIDERS, newSecrets };
