'use strict';

const { createPublicKey, createPrivateKey, randomBytes } = require('node:crypto');
const { createTelnyx } = require('./api');
const { sign } = require('./sign');
const { randomHex } = require('../../randomHex');

/** A seed of 32 bytes, and the public key that belongs to it, as Telnyx' portal shows it. */
function keyPair() {
	const privateSeed = randomHex(32);
	const der = Buffer.from(`302e020100300506032b657004220420${privateSeed}`, 'hex');
	const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
	const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
	return { privateSeed, publicKey };
}

/**
 * What the caller of the API gave along.
 *
 * @param {Record<string, any>} request
 */
const metadataIn = ({ client_state: state }) =>
	state === undefined ? undefined : JSON.parse(Buffer.from(state, 'base64').toString());

/** @type {import('../../standIns').StandIn} */
module.exports = {
	events: require('./events'),
	sign,
	progress: require('./progress'),
	createApi: createTelnyx,
	madeUpCredentials: () => ({ apiKey: `KEY${randomHex(16).toUpperCase()}`, ...keyPair() }),
	newCallId: () => `v3:${randomBytes(24).toString('base64url')}`,
	settings: { repeats: 'answered' },
	urls: (url) => ({ telnyx: `${url}/telnyx/v2` }),
	webhookOf: ({ webhook_url: url }) => url,
	incoming: ({ from, to, url }) => ({
		event: 'call.initiated',
		call: { status: 'ringing', request: { from, to, webhook_url: url } },
	}),
	factsOf: ({ request }) => ({
		from: request.from,
		to: request.to,
		agentId: request.assistant?.id,
		metadata: metadataIn(request),
	}),
};
