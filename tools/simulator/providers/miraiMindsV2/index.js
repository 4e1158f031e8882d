'use strict';

const { createMiraiMindsV2 } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	sign,
	progress: require('./progress'),
	createApi: createMiraiMindsV2,
	madeUpCredentials: () => ({
		apiKey: `sk_live_${randomHex(16)}`,
		signingSecret: `whsec_${randomHex(16)}`,
	}),
	newCallId: () => `call_${randomHex(13)}`,
	urls: (url) => ({ miraiMindsV2: `${url}/miraiMindsV2` }),
	webhookOf: ({ webhook_url }) => webhook_url,
	factsOf: ({ request }) => ({
		to: request.to,
		agentId: request.agent_id,
		metadata: request.metadata,
	}),
};
