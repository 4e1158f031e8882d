'use strict';

/** How n8n puts a credential into a request, by the project's own credential classes. */

const { readdirSync } = require('node:fs');
const path = require('node:path');

const CREDENTIALS = path.join(__dirname, '..', '..', 'credentials');
const classes = Object.fromEntries(
	readdirSync(CREDENTIALS)
		.filter((file) => file.endsWith('.credentials.ts'))
		.flatMap((file) => Object.values(require(path.join(CREDENTIALS, file))))
		.map((Class) => new Class())
		.map((type) => [type.name, type]),
);

/** `={{$credentials.x}}` and texts around it, as n8n resolves them. */
const resolved = (template, data) =>
	template
		.replace(/^=/, '')
		.replace(/\{\{\s*\$credentials\.(\w+)\s*\}\}/g, (_, name) => data[name]);

/** What n8n's credentials helper does for a type that says how to sign in. */
async function authenticate(data, type, request) {
	const { authenticate: rule } = classes[type];
	if (typeof rule === 'function') return await rule(data, request);
	const signed = { ...request };
	for (const [part, members] of Object.entries(rule.properties)) {
		const values = Object.entries(members).map(([name, text]) => [name, resolved(text, data)]);
		signed[part] = { ...signed[part], ...Object.fromEntries(values) };
	}
	return signed;
}

module.exports = { authenticate };
