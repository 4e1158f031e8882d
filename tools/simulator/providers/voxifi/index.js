'use strict';

const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/**
 * Calls begin in its console: no API is documented.
 *
 * @type {import('../../standIns').StandIn}
 */
module.exports = {
	events: require('./events'),
	sign,
	progress: require('./progress'),
	madeUpCredentials: () => ({ signingSecret: randomHex(24) }),
	newCallId: () => `call_${randomHex(6)}`,
	retries: 5,
	factsOf: ({ request }) => ({ agentId: request.agentId, to: request.to }),
};
