'use strict';

const { createElevenLabs } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	live: require('./liveRequests'),
	sign,
	progress: require('./progress'),
	createApi: createElevenLabs,
	madeUpCredentials: () => ({
		apiKey: `sk_${randomHex(24)}`,
		signingSecret: `wsec_${randomHex(32)}`,
	}),
	newCallId: () => `conv_${randomHex(14)}`,
	urls: (url) => ({ elevenLabs: `${url}/elevenLabs` }),
	factsOf: ({ request }) => ({
		to: request.to_number,
		agentId: request.agent_id,
		metadata: request.conversation_initiation_client_data?.dynamic_variables,
	}),
};
