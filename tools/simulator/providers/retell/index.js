'use strict';

const { createRetell } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	live: require('./liveRequests'),
	sign,
	progress: require('./progress'),
	createApi: createRetell,
	madeUpCredentials: () => ({ apiKey: `key_${randomHex(14)}` }),
	newCallId: () => `call_${randomHex(14)}`,
	urls: (url) => ({ retell: `${url}/retell` }),
	webhookOf: ({ agent_override: override }) => override?.agent?.webhook_url,
	factsOf: ({ request, disconnectionReason }) => ({
		to: request.to_number,
		from: request.from_number,
		agentId: request.override_agent_id,
		metadata: request.metadata,
		...(disconnectionReason === undefined ? {} : { reason: disconnectionReason }),
	}),
};
