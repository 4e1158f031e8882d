'use strict';

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { startSimulator } = require('../../tools/simulator/server');

/**
 * One way to place calls: a provider, over one of its connections. A file in `ways/` holds those of one
 * provider; the tests of what holds for all go over all of them.
 *
 * @typedef {object} Way
 * @property {string} name as the tests call it
 * @property {string} credentialType
 * @property {(simulator: import('../../tools/simulator/server').Simulator) => object} credential as the
 *   form holds it
 * @property {(simulator: import('../../tools/simulator/server').Simulator) => string[]} secrets every text
 *   that must be seen nowhere but in a request
 * @property {(marker?: string) => object} create the parameters of a new call; the marker tells a test's
 *   calls apart, and may be an expression
 * @property {object} [markedByItem] in place of the marker, where that stands inside of a JSON text: the
 *   parameters that take it from the item's `id`
 * @property {(request: object) => unknown} [keyOf] the idempotency key of a request, where the provider
 *   documents one
 * @property {[created: string, canceled: string | null]} statusAfter in our words; `null` where a call
 *   cannot be canceled
 * @property {RegExp} [canceled] the stand-in's own word for a call that was canceled
 * @property {string} [cancelableFrom] the stand-in's status that a call must have reached to be canceled, where
 *   that is not so from the start
 * @property {boolean} [cancelRepeats] whether a second cancel is documented to be harmless
 * @property {string} [cancelRoute] the stand-in's route that cancels, where more than one is asked
 * @property {Record<string, [httpStatus: number, message: RegExp]>} [unknownCall] by operation: what comes
 *   back for a call that nobody knows, where that is no plain 404
 * @property {RegExp} [over] what the error says when a call that is over is canceled, where the provider
 *   documents it
 * @property {RegExp} [unauthorized] the provider's sentence for a credential that it does not know
 * @property {string} [afterCompletion] what reading a call says after it was completed, where the provider
 *   does not say how a call ended
 * @property {(call: import('../../tools/simulator/ledger').Call) => boolean} [isListed] which calls the list
 *   has; all of them where nothing is said
 * @property {RegExp} [accepted] what the credential's test says; offline only without it
 */

const FOLDER = path.join(__dirname, 'ways');

/** @type {Way[]} */
const all = readdirSync(FOLDER)
	.sort()
	.flatMap((file) => require(path.join(FOLDER, file)));

/** @type {Record<string, Way>} */
const ways = Object.fromEntries(all.map((way) => [way.name, way]));

/** Credentials that reach a stand-in, by credential type, as the forms hold them. */
const credentialsFor = (simulator) =>
	Object.fromEntries(all.map((way) => [way.credentialType, way.credential(simulator)]));

/**
 * The fields of a call for each way to place one. `marker` tells a test's calls apart.
 *
 * @type {Record<string, (marker?: string) => object>}
 */
const calls = Object.fromEntries(all.map(({ name, create }) => [name, create]));

/** The fields of a call whose marker is the `id` of the item. */
const markedByItem = (name) => {
	const { create, markedByItem: parameters } = ways[name];
	return parameters === undefined ? create('={{ $json.id }}') : { ...create(), ...parameters };
};

/** What an operation says of a call that nobody knows. */
const unknownCall = (way, operation) => way.unknownCall?.[operation] ?? [404, /knows no such call/];

/** A resource locator as the form holds it, filled in by hand. */
const byId = (value) => ({ __rl: true, mode: 'id', value });

/** Which credential a set of parameters needs. */
const credentialTypeOf = ({ provider, authentication }) =>
	all.find(({ create }) => {
		const own = create();
		return own.provider === provider && own.authentication === authentication;
	})?.credentialType;

/** Every text that must be seen nowhere but in a request. */
const secretsOf = (simulator) => all.flatMap(({ secrets }) => secrets(simulator));

module.exports = {
	byId,
	startSimulator,
	credentialsFor,
	calls,
	ways,
	markedByItem,
	credentialTypeOf,
	secretsOf,
	unknownCall,
};
