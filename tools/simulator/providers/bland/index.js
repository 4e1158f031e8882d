'use strict';

const { randomUUID } = require('node:crypto');
const { createBland } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	sign,
	progress: require('./progress'),
	createApi: createBland,
	madeUpCredentials: () => ({ apiKey: randomHex(16), signingSecret: randomHex(16) }),
	newCallId: () => randomUUID(),
	urls: (url) => ({ bland: `${url}/bland` }),
	webhookOf: ({ webhook }) => webhook,
	factsOf: ({ request, status }) => ({
		to: request.phone_number,
		from: request.from,
		agentId: request.pathway_id,
		metadata: request.metadata,
		...(status === 'canceled' ? { status } : {}),
	}),
};
