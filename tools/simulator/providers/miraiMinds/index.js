'use strict';

const { createMiraiMinds } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	sign,
	progress: require('./progress'),
	createApi: createMiraiMinds,
	madeUpCredentials: () => ({
		publicKey: `pk_${randomHex(16)}`,
		privateKey: `sk_${randomHex(32)}`,
		workspace: randomHex(12),
	}),
	newCallId: () => `c_${randomHex(6)}`,
	settings: { abortReply: 'message' },
	urls: (url) => ({ miraiMinds: url }),
	webhookField: 'callbackUrl',
	factsOf: ({ request }) => ({ metadata: request.metadata ?? {} }),
};
