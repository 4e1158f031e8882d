'use strict';

/**
 * The stand-ins there are: one for each folder in `providers/`, named by the provider's id. Adding
 * one is adding its folder. Only `events` has to be there; the rest is needed by those who sign its
 * deliveries (`sign`) or play its calls (all that follows).
 *
 * @typedef {object} Context what a stand-in's API gets of the simulator
 * @property {import('./settings').CompleteSettings} settings
 * @property {import('./ledger').Ledger} ledger its `place` also lets the call go on
 * @property {() => string} baseUrl
 * @property {() => number} mostPerPage how many entries a list gives at once, at most
 * @property {(call: import('./ledger').Call, type: string, facts?: import('./events').Facts) => void} report
 *   sends an event of a call
 * @property {import('./webhooks').Subscribe} subscribe registers an endpoint for events
 *
 * @typedef {object} StandIn
 * @property {Record<string, import('./events').EventOf>} events a sample of every documented event, by
 *   type
 * @property {import('./sign').Sign} [sign]
 * @property {Record<string, import('./live').LiveStandIn>} [live] what it asks while somebody is on the line, by name
 * @property {import('./step').Progress} [progress]
 * @property {(context: Context) => import('./routing').Api} [createApi] its HTTP API, where it has one
 * @property {() => import('./sign').Secrets} [madeUpCredentials] in the provider's form, new each time
 * @property {() => string} [newCallId]
 * @property {object} [settings] the defaults of its own settings (settings.js)
 * @property {(url: string, credentials: import('./sign').Secrets) => Record<string, string>} [urls] its base addresses
 * @property {(request: Record<string, any>, type?: string) => string|undefined} [webhookOf] where the events
 *   of a new call go (those of a type, where that makes a difference), if it names an address; else they go
 *   to the endpoints that a person registers in the provider's console
 * @property {(request: Record<string, any>, type?: string) => import('./sign').Secrets|undefined} [secretsOf]
 *   what they are signed with, if the call says that as well; else the credentials
 * @property {(facts: { from: string, to: string, url?: string }) =>
 *   { event: string, call: Pick<import('./ledger').Call, 'status'|'request'> }} [incoming] a call that
 *   comes in to a number of the account, and the event that tells of it
 * @property {number} [retries] how often it documents to try a delivery again; default not at all
 * @property {(call: import('./ledger').Call) => import('./events').Facts} [factsOf]
 * @property {(settings: import('./settings').CompleteSettings) => import('./sign').SignOptions | false}
 *   [signingOptions] of `sign`, in place of the time; `false` for a plain event
 */

const { readdirSync } = require('node:fs');
const path = require('node:path');

const FOLDER = path.join(__dirname, 'providers');

/** @type {Record<string, StandIn>} by the provider's id, in alphabetical order */
const standIns = Object.fromEntries(
	readdirSync(FOLDER)
		.sort()
		.map((id) => [id, require(path.join(FOLDER, id))]),
);

module.exports = { standIns };
