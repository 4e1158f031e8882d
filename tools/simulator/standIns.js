'use strict';

/**
 * The stand-ins there are: one for each folder in `providers/`, named by the provider's id. Adding
 * one is adding its folder. Only `events` has to be there; the rest is needed by those who sign its
 * deliveries (`sign`) or play its calls (all that follows).
 *
 * @typedef {object} StandIn
 * @property {Record<string, (facts: import('./events').Facts) => object>} events a sample of every
 *   documented event, by type
 * @property {(body: Buffer, secrets: any, options?: any) =>
 *   { headers: Record<string, string>, body: Buffer }} [sign] see `sign` in sign.js
 * @property {Record<string, import('./live').LiveStandIn>} [live] what it asks while somebody is on the line, by name
 * @property {Record<string, import('./step').Step[]>} [progress] how a call goes on, by outcome
 * @property {(context: any) => import('./routing').Api} [createApi] its HTTP API, where it has one
 * @property {() => Record<string, string>} [madeUpCredentials] in the provider's form, new each time
 * @property {() => string} [newCallId]
 * @property {object} [settings] the defaults of its own settings (settings.js)
 * @property {(url: string, credentials: any) => Record<string, string>} [urls] its base addresses
 * @property {(request: any) => string|undefined} [webhookOf] where the events of a new call go, if it
 *   names an address; else they go to the endpoints that a person registers in the provider's console
 * @property {number} [retries] how often it documents to try a delivery again; default not at all
 * @property {(call: import('./ledger').Call) => import('./events').Facts} [factsOf]
 * @property {(settings: any) => object | false} [signingOptions] of `sign`, in place of the time;
 *   `false` for a plain event
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
