'use strict';

const { randomUUID } = require('node:crypto');
const { createUltravox } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/**
 * A call may bring an address for three of its events, each with secrets of its own.
 *
 * @param {Record<string, any> | undefined} callbacks
 * @param {string} [type]
 * @returns {{ url: string, secrets: string[] } | undefined}
 */
const callbackFor = (callbacks, type = 'call.ended') => callbacks?.[type.replace('call.', '')];
/** @param {Record<string, any>} request */
const outgoingOf = ({ medium = {} }) =>
	/** @type {{ outgoing?: { from?: string, to?: string } }[]} */ (Object.values(medium))[0]
		?.outgoing ?? {};

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
	webhookOf: ({ callbacks }, type) => callbackFor(callbacks, type)?.url,
	secretsOf: ({ callbacks }, type) => {
		const callback = callbackFor(callbacks, type);
		return callback && { signingSecret: callback.secrets[0] };
	},
	factsOf: ({ request, agentId }) => ({
		from: outgoingOf(request).from,
		to: outgoingOf(request).to,
		agentId,
		metadata: request.metadata,
		callbacks: request.callbacks,
		recordingEnabled: request.recordingEnabled,
	}),
};
