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
	settings: {
		abortReply: 'message',
		assistants: [
			{ _id: '65f0c0ffee0123456789abcd', name: 'Reception' },
			{ _id: '65f0c0ffee0123456789abce', name: 'Cart Recovery' },
		],
	},
	urls: (url) => ({ miraiMinds: url }),
	webhookOf: (request) => request.callbackUrl,
	factsOf: ({ request }) => ({ metadata: request.metadata ?? {} }),
};
