'use strict';

/**
 * What the tests of the trigger send, here and against a real n8n: for each provider a credential,
 * genuine deliveries, and deliveries that have to be refused, each with the reason.
 */

const { randomBytes } = require('node:crypto');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { signedDelivery } = require('../../tools/simulator/sign');

const randomText = () => randomBytes(16).toString('hex');
const randomPair = () => ({
	publicKey: `pk_${randomText()}`,
	privateKey: `sk_${randomText()}${randomText()}`,
});

/**
 * @typedef {object} Subject
 * @property {string} id the provider's id
 * @property {string} credentialType
 * @property {object} credential what a person enters; its secrets are new for each test run
 * @property {string} eventType the type of `genuine()`
 * @property {string} otherType a type that the provider has as well
 * @property {object} acknowledgement the body of a 200 answer
 * @property {object} [otherAcknowledgement] the body of a 200 answer to an event that starts nothing
 */

/** @type {Subject[]} */
const subjects = [
	{
		id: 'enableX',
		credentialType: 'enableXApi',
		credential: {
			appId: randomText(),
			appKey: randomText(),
			baseUrl: 'https://api.enablex.io/voice/v1',
		},
		eventType: 'connected',
		otherType: 'disconnected',
		acknowledgement: {},
		// What EnableX reads in an answer can be an action, so it always gets the same.
		otherAcknowledgement: {},
	},
	{
		id: 'huskyVoice',
		credentialType: 'huskyVoiceWebhookApi',
		credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
		eventType: 'call.completed',
		otherType: 'call.failed',
		acknowledgement: { received: true },
	},
	{
		id: 'miraiMinds',
		credentialType: 'miraiMindsApi',
		credential: {
			...randomPair(),
			workspace: 'workspace-1',
			baseUrl: 'https://api.example.com',
			additionalKeyPairs: { pairs: [randomPair()] },
		},
		eventType: 'call.completed',
		otherType: 'call.failed',
		acknowledgement: { received: true },
	},
	{
		id: 'voxifi',
		credentialType: 'voxifiWebhookApi',
		credential: { signingSecret: randomText(), previousSigningSecret: randomText() },
		eventType: 'call.completed',
		otherType: 'call.failed',
		acknowledgement: { received: true },
	},
];

/** A new event of the subject's type, about a call of its own. */
const newEvent = ({ id, eventType }) => sampleEvent(id, eventType, uniqueFacts());

/**
 * A delivery that the provider might send.
 *
 * @param {Subject} subject
 * @param {object | string | Buffer} [event] a new one by default
 * @param {object} [options] of `sign`
 */
const genuine = (subject, event = newEvent(subject), options) =>
	signedDelivery(subject.id, event, subject.credential, options);

/** A delivery whose sender has other secrets; Mirai Minds' public key is the right one. */
function foreign(subject, event = newEvent(subject)) {
	const { publicKey } = subject.credential;
	const secrets = { ...randomPair(), signingSecret: randomText(), appId: randomText() };
	return signedDelivery(subject.id, event, publicKey ? { ...secrets, publicKey } : secrets);
}

/**
 * Every text of a subject that nobody else may see: the secrets, and the signatures of a delivery.
 *
 * @param {Subject} subject
 * @param {Array<{ headers: object }>} deliveries
 */
function confidential({ credential }, deliveries = []) {
	const pairs = credential.additionalKeyPairs?.pairs ?? [];
	const names = ['signingSecret', 'previousSigningSecret', 'appId', 'appKey', 'privateKey'];
	const secrets = [credential, ...pairs].flatMap((fields) => names.map((name) => fields[name]));
	const signatures = deliveries.flatMap(({ headers }) =>
		Object.entries(headers)
			.filter(([name]) => /signature$/i.test(name))
			.flatMap(([, value]) => value),
	);
	return [...secrets, ...signatures]
		.filter((text) => text !== undefined && text.length >= 32)
		.map((text) => text.replace('sha256=', ''));
}

module.exports = { confidential, foreign, genuine, newEvent, randomPair, randomText, subjects };
