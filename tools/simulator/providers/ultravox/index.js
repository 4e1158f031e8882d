'use strict';

const { randomUUID } = require('node:crypto');
const { createUltravox } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

const outgoingOf = ({ medium = {} }) => Object.values(medium)[0]?.outgoing ?? {};

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	live: require('./liveRequests'),
	sign,
	progress: require('./progress'),
	createApi: createUltravox,
	madeUpCredentials: () => ({
		apiKey: `${randomHex(4)}.${randomHex(16)}`,
		signingSecret: randomHex(16),
	}),
	newCallId: () => randomUUID(),
	urls: (url) => ({ ultravox: `${url}/ultravox/api` }),
	webhookOf: ({ callbacks }) => callbacks?.ended?.url,
	factsOf: ({ request, agentId }) => ({
		from: outgoingOf(request).from,
		to: outgoingOf(request).to,
		agentId,
		metadata: request.metadata,
	}),
};
