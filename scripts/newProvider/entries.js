'use strict';

const { createHmac } = require('node:crypto');
const { same, text } = require('./scheme');

/**
 * The files that name every provider, with an entry for the new one.
 *
 * @param {Awaited<ReturnType<import('./answers').answer>>} answers
 * @param {(file: string) => string} read a file of the project
 * @returns {Record<string, string>}
 */
function entries(answers, read) {
	const changes = {
		'nodes/providers/index.ts': (source) => registry(source, answers, read),
		'nodes/VoiceCallTrigger/VoiceCallTrigger.node.ts': (source) => credentials(source, answers),
		'nodes/VoiceCallTrigger/VoiceCallTrigger.node.json': (source) => aliases(source, answers),
		'nodes/VoiceCall/VoiceCall.node.json': (source) => aliases(source, answers),
		'package.json': (source) => manifest(source, answers),
		'test/vectors/published.json': (source) => vector(source, answers),
		'test/providers/readEvent.test.ts': (source) => payloads(source, answers),
		'docs/matrix.md': (source) => matrix(source, answers),
		'docs/security.md': (source) => security(source, answers),
	};
	return Object.fromEntries(
		Object.entries(changes).map(([file, change]) => [file, change(read(file))]),
	);
}

/** The import in the order of the files, the entry in that of the names. */
function registry(source, { id, name }, read) {
	const lines = source.split('\n');
	const from = (line) => /^import .* from '\.\/(\w+)/.exec(line)?.[1];
	const after = lines.findIndex((line) => from(line)?.localeCompare(id) > 0);
	// Behind the last one, where none comes after it.
	const behind = lines.findLastIndex((line) => from(line) !== undefined) + 1;
	lines.splice(after < 0 ? behind : after, 0, `import { ${id} } from './${id}';`);
	const open = lines.findIndex((line) => line.endsWith('Provider[] = ['));
	const nameOf = (line) =>
		/^\tname: '(.+)',$/m.exec(read(`nodes/providers/${line.trim().slice(0, -1)}/index.ts`))[1];
	const place = lines.findIndex(
		(line, at) => at > open && (line === '];' || nameOf(line).localeCompare(name) > 0),
	);
	lines.splice(place, 0, `\t${id},`);
	return lines.join('\n');
}

function credentials(source, { id, credentialType }) {
	const entry = `{ name: ${text(credentialType)}, required: true, displayOptions: { show: { '/provider': [${text(id)}] } }, testedBy: ${text(credentialType)} },`;
	return source.replace(/(\n\t\tcredentials: \[\n)/, `$1${entry}\n`);
}

/** n8n shows both nodes as one entry, which is found by the words of either. */
function aliases(source, { name }) {
	const codex = JSON.parse(source);
	codex.alias.splice(codex.alias.indexOf('phone'), 0, name);
	return JSON.stringify(codex, null, '\t');
}

function manifest(source, { name, pascal }) {
	const parsed = JSON.parse(source);
	const { credentials: built } = parsed.n8n;
	built.push(`dist/credentials/${pascal}Api.credentials.js`);
	built.sort();
	parsed.keywords.push(name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'));
	return `${JSON.stringify(parsed, null, '\t')}\n`;
}

/** A delivery that is signed here by the answers alone; the provider's own sample is better. */
function vector(source, answers) {
	const { algorithm, encoding, key, isTimed, list, parts } = answers;
	const published = JSON.parse(source);
	const now = Date.parse('2026-01-01T00:00:00Z');
	const moment = { s: String(now / 1000), ms: String(now), iso8601: new Date(now).toISOString() };
	const secret =
		key === 'text' ? `${answers.id}-example-secret` : Buffer.alloc(32, 7).toString(key);
	const body = JSON.stringify({ example: `an event of ${answers.name}` });
	const values = { '{body}': body, '{timestamp}': moment[answers.unit] };
	const signed = parts.map((part) => values[part] ?? part).join('');
	const bytes = Buffer.from(secret, key === 'text' ? 'utf8' : key);
	const hash = algorithm.replace('hmac-', '');
	const sign = (own) => answers.prefix + createHmac(hash, own).update(signed).digest(encoding);
	const time = isTimed ? `${answers['timestamp-prefix']}${moment[answers.unit]}` : undefined;
	const isOneHeader = isTimed && same(answers.timestamp, answers.signature);
	// A list that holds one thing alone does not tell what separates it.
	const others = isOneHeader ? [time] : list === undefined ? [] : [sign('another secret')];
	const header = [...others, sign(bytes)].join(list);
	published.vectors.push({
		provider: answers.id,
		source: `the rule of ${answers.docs}, as it was given to new-provider, computed with Node`,
		headers: {
			[answers.signature.toLowerCase()]: header,
			...(isTimed && !isOneHeader ? { [answers.timestamp.toLowerCase()]: time } : {}),
		},
		body,
		key: secret,
		now,
	});
	return JSON.stringify(published, null, '\t');
}

/** Where the tests look for the name of an event. */
function payloads(source, { type }) {
	const line = type.split('.').reduceRight((held, name) => `{ ${name}: ${held} }`, 'name');
	const isThere = source.includes(line) || ['event_type', 'state', 'event.type'].includes(type);
	if (isThere) return source;
	return source.replace(/(\n\t\t\t\];\n\t\t\tconst events = payloads)/, `\n\t\t\t\t${line},$1`);
}

/** The one table there that is written by hand; `npm run docs` makes the others. */
function matrix(source, { name, page }) {
	return withRow(source, 'Where the URL goes, and where the secret is', name, [
		`[${name}](providers/${page})`,
		'its webhooks',
		'shown there',
		`${name} API`,
	]);
}

function security(source, { name, isTimed, tolerance, algorithm, parts, eventId }) {
	const what = parts
		.map((part) => ({ '{body}': 'body', '{timestamp}': 'timestamp' })[part])
		.filter((part) => part !== undefined)
		.join(' and ');
	return withRow(source, 'What each scheme proves', name, [
		name,
		'yes',
		'yes',
		isTimed ? `yes, ±${written(tolerance)} s` : 'no',
		`${algorithm.toUpperCase()} over ${what === 'body' ? 'the body' : what}`,
		eventId === undefined ? 'equal bytes' : 'event ID',
	]);
}

const written = (seconds) => seconds.toLocaleString('en-US');

/** The text with one row more in the first table after a heading, in the order of the names. */
function withRow(source, heading, name, cells) {
	const lines = source.split('\n');
	const start = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`));
	const open = lines.findIndex((line, at) => at > start && line.startsWith('|'));
	if (start < 0 || open < 0) throw new Error(`There is no table under "${heading}".`);
	const nameOf = (line) =>
		line
			.split('|')[1]
			.trim()
			.replace(/^\[(.+?)\].*/, '$1');
	const place = lines.findIndex(
		(line, at) => at > open + 1 && (!line.startsWith('|') || nameOf(line).localeCompare(name) > 0),
	);
	lines.splice(place, 0, `| ${cells.join(' | ')} |`);
	return lines.join('\n');
}

module.exports = { entries };
