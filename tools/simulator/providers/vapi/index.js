'use strict';

const { randomUUID } = require('node:crypto');
const { createVapi } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	live: require('./liveRequests'),
	sign,
	progress: require('./progress'),
	createApi: createVapi,
	madeUpCredentials: () => ({ apiKey: randomHex(16), signingSecret: randomHex(16) }),
	newCallId: () => randomUUID(),
	urls: (url) => ({ vapi: `${url}/vapi` }),
	webhookOf: ({ assistantOverrides }) => assistantOverrides?.server?.url,
	factsOf: ({ request }) => ({
		to: request.customer.number,
		agentId: request.assistantId,
		metadata: request.assistantOverrides?.metadata,
	}),
};
