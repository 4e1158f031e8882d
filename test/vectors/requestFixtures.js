'use strict';

/** Requests as the providers' pages show them, and what the operations make of the same fields. */

const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { withCustomFields } = require('../../nodes/VoiceCall/withCustomFields');
const { partOf } = require('../partOf');

const FOLDER = path.join(__dirname, 'requests');
const CREDENTIALS = path.join(__dirname, '..', '..', 'credentials');

/**
 * @typedef {object} SentRequest a request as the provider gets it, with the headers that sign in
 * @property {string} method
 * @property {string} url all of it, with the default address of the credential
 * @property {Record<string, string>} [headers] in any letter case
 * @property {unknown} [body] JSON
 */

/**
 * @typedef {object} RequestFixture
 * @property {string} [connection] its ID; the provider's first where nothing is said
 * @property {string} [resource] `call` where nothing is said
 * @property {string} operation
 * @property {string} source the address of the provider's page, or of a file of its own code
 * @property {string} [unconfirmed] what of it the page does not show, where something was concluded
 * @property {object} fields parameters of the node; what the form starts with where nothing is said
 * @property {number} [limit] for an operation with pages: how many entries are wanted; default 50
 * @property {string} [after] for the request of a later page: what the page before gave as `next`
 * @property {object} [inquiryAnswer] where the request goes to an address of the call's own: the answer
 *   that names it
 * @property {SentRequest} request
 */

/**
 * @typedef {object} RequestFixtures what the file of a provider holds
 * @property {Record<string, object>} credentials what a person enters, by the ID of the connection
 * @property {RequestFixture[]} requests
 */

/**
 * The files of all providers that have one, by the provider's id.
 *
 * @returns {Map<string, RequestFixtures>}
 */
function readFixtures() {
	const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
	return new Map(
		files.map((file) => [
			path.basename(file, '.json'),
			JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')),
		]),
	);
}

const credentialTypes = new Map(
	readdirSync(CREDENTIALS)
		.filter((file) => file.endsWith('.credentials.ts'))
		.flatMap((file) => Object.values(require(path.join(CREDENTIALS, file))))
		.map((Type) => new Type())
		.map((type) => [type.name, type]),
);

/**
 * What goes out for these fields: the request of the operation, signed in as n8n does it.
 *
 * @param {import('../../nodes/providers/common/action').Connection} connection
 * @param {import('../../nodes/providers/common/action').Operation} operation
 * @param {RequestFixture} fixture
 * @param {object} entered the credential
 * @returns {Promise<SentRequest>}
 */
async function requestFor(connection, operation, fixture, entered) {
	const { fields, limit = 50, after, inquiryAnswer } = fixture;
	const type = credentialTypes.get(connection.credentialType);
	const defaults = type.properties.map(({ name, default: value }) => [name, value]);
	const credential = { ...Object.fromEntries(defaults), ...entered };
	const read = reader(operation, fields);
	const { method, headers, body, ...made } =
		operation.paging?.request(read, limit, after) ??
		withCustomFields(operation.request(read), partOf({ operation, waits: false }));
	const json = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
	if (operation.control !== undefined) {
		return { method, url: operation.control.address(inquiryAnswer), headers: {}, body: json };
	}
	const url = `${connection.access(credential).address}${made.path}`;
	const signed = await signIn(type, credential, { method, url, headers });
	return {
		method,
		url: signed.url,
		headers: signed.headers,
		body: json,
	};
}

/** Reads parameters as n8n does: what was entered, else the value that the form starts with. */
function reader(operation, fields) {
	const defaults = operation.fields.map(({ name, default: value }) => [name, value]);
	const parameters = { ...Object.fromEntries(defaults), ...fields };
	return (name) => {
		const held = name.split('.').reduce((value, part) => value?.[part], parameters);
		return (held?.__rl === true ? held.value : held) ?? '';
	};
}

async function signIn({ authenticate }, credential, request) {
	if (authenticate === undefined) return request;
	if (typeof authenticate === 'function') return await authenticate(credential, request);
	const filled = (templates = {}) =>
		Object.fromEntries(
			Object.entries(templates).map(([name, template]) => [
				name,
				template
					.replace(/^=/, '')
					.replace(/\{\{\s*\$credentials\.(\w+)\s*\}\}/g, (_, member) => credential[member]),
			]),
		);
	const { headers, auth } = authenticate.properties;
	const { username, password } = filled(auth);
	const basic = Buffer.from(`${username}:${password}`).toString('base64');
	return {
		...request,
		headers: {
			...request.headers,
			...filled(headers),
			...(auth === undefined ? {} : { Authorization: `Basic ${basic}` }),
		},
	};
}

module.exports = { reader, readFixtures, requestFor };
