'use strict';

/**
 * What the tests of the trigger send, here and against a real n8n: for each provider a credential,
 * genuine deliveries, and deliveries that have to be refused, each with the reason.
 */

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { signedDelivery } = require('../../tools/simulator/sign');
const { randomPair, randomText } = require('../subjects/random');

const FOLDER = path.join(__dirname, '..', 'subjects');

/**
 * @typedef {object} Subject a file in test/subjects, named by the provider's id
 * @property {string} id
 * @property {string} credentialType
 * @property {object} credential what a person enters; its secrets are new for each test run
 * @property {object} [parameters] of the node, besides the provider
 * @property {object} [sender] what the provider signs with, where that is something else
 * @property {string} eventType the type of `genuine()`
 * @property {string} otherType a type that the provider has as well
 * @property {object} acknowledgement the body of a 200 answer
 * @property {object} [otherAcknowledgement] the body of a 200 answer to an event that starts nothing
 * @property {string} [signatureHeader] in the provider's case
 * @property {string} [scheme] its label; `hmac-sha256` where nothing is said
 * @property {boolean} [signsTime] whether a timestamp is signed
 * @property {boolean} [isList] whether the header of the signature holds other things as well
 * @property {number} [tolerance] of the timestamp, in seconds; 300 where nothing is said
 * @property {string[]} [withoutStatus] events that say nothing about where their call stands
 * @property {object[]} [unusable] credentials that nothing can be verified with
 * @property {() => object} [foreign] what a stranger signs with
 */

/** @type {Subject[]} in the order of their ids */
const subjects = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.js') && file !== 'random.js')
	.sort()
	.map((file) => ({
		unusable: [{}, { signingSecret: '' }, { signingSecret: ' \n' }, { signingSecret: 17 }],
		...require(path.join(FOLDER, file)),
		id: path.basename(file, '.js'),
	}));

/** @param {string} id */
function subjectOf(id) {
	const subject = subjects.find((each) => each.id === id);
	if (subject === undefined) throw new Error(`No subject ${id}`);
	return subject;
}

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
	signedDelivery(subject.id, event, subject.sender ?? subject.credential, options);

/** A delivery whose sender has other secrets. */
function foreign(subject, event = newEvent(subject)) {
	const secrets = subject.foreign?.() ?? { signingSecret: randomText() };
	return signedDelivery(subject.id, event, secrets);
}

/**
 * Every text of a subject that nobody else may see: the secrets, and the signatures of a delivery.
 *
 * @param {Subject} subject
 * @param {Array<{ headers: object }>} deliveries
 */
function confidential({ credential, sender }, deliveries = []) {
	const pairs = credential.additionalKeyPairs?.pairs ?? [];
	const names = [
		'signingSecret',
		'previousSigningSecret',
		'liveRequestSecret',
		'apiKey',
		'previousApiKey',
		'appId',
		'appKey',
		'privateKey',
		'privateSeed',
	];
	const secrets = [credential, ...pairs, sender ?? {}].flatMap((fields) =>
		names.map((name) => fields[name]),
	);
	const signatures = deliveries.flatMap(({ headers }) =>
		Object.entries(headers)
			.filter(([name]) => /signature(?:-ed25519)?$/i.test(name))
			.flatMap(([, value]) => value),
	);
	return [...secrets, ...signatures]
		.filter((text) => text !== undefined && text.length >= 32)
		.map((text) => text.replace(/^(?:sha256=|.*,(?:d|v0|v1)=)/, ''));
}

module.exports = {
	confidential,
	foreign,
	genuine,
	newEvent,
	randomPair,
	randomText,
	subjectOf,
	subjects,
};
