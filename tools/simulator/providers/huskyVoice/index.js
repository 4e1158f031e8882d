'use strict';

const { createHuskyVoice } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	sign,
	progress: require('./progress'),
	createApi: createHuskyVoice,
	madeUpCredentials: () => ({
		apiKey: `sk_live_${randomHex(12)}`,
		inboundToken: randomHex(16),
		signingSecret: randomHex(24),
	}),
	newCallId: () => `call_${randomHex(6)}`,
	settings: {
		agents: null,
		indianNumbersOnly: false,
		bareAnswers: false,
		scopes: ['calls:create', 'calls:read', 'calls:cancel', 'calls:delete'],
	},
	urls: (url, { inboundToken }) => ({
		huskyVoice: `${url}/v1`,
		huskyVoiceInbound: `${url}/v1/hooks/${inboundToken}`,
	}),
	factsOf: ({ request }) => ({ agentId: request.agent_id }),
};
