'use strict';

const { randomUUID } = require('node:crypto');
const { createEnableX } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	live: require('./liveRequests'),
	sign,
	progress: require('./progress'),
	createApi: createEnableX,
	madeUpCredentials: () => ({ appId: randomHex(12), appKey: randomHex(18) }),
	newCallId: () => randomUUID(),
	settings: {
		numbers: null,
		errorShape: 'mixed',
		encryption: {},
		liveAnswers: 'samples',
		liveMethods: ['PUT', 'POST'],
	},
	urls: (url) => ({ enableX: `${url}/voice/v1` }),
	webhookOf: (request) => request.event_url,
	incoming: ({ from, to, url }) => ({
		event: 'incomingcall',
		call: { status: 'incomingcall', request: { from, to, event_url: url } },
	}),
	factsOf: ({ request }) => ({
		from: request.from,
		to: request.to,
		broadcastId: request.broadcast_id,
		metadata: { owner_ref: request.owner_ref, custom_data: request.custom_data },
	}),
	signingOptions: ({ enableX }) => enableX.encryption,
};
