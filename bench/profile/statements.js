'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { stripVTControlCharacters } = require('node:util');
const { installN8n } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { publishContenders } = require('../n8n/contenders');
const { untilAtRest } = require('../n8n/idle');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { nodeVersion } = require('../nodeVersion');
const { COUNTING, watchIsolates } = require('./isolates');

const WARM_UP = 5;
const AMOUNT = 20;
/** Answered is not finished: n8n goes on for a moment. */
const REST_MS = 1500;

/** What a statement is about; the first that fits. */
const SUBJECTS = {
	execution: { label: 'the execution', about: /"execution_(?:entity|data|metadata)"/ },
	secrets: { label: 'the credential, its secrets', about: /"CredentialsEntity"."data"/ },
	permission: { label: 'the credential, who may use it', about: /"credentials_entity"/ },
	remembered: { label: 'the remembered keys', about: /SET "staticData" = / },
	transaction: { label: 'begin and end of transactions', about: /^(?:BEGIN|COMMIT)/ },
	other: { label: 'the workflow, its owner, statistics', about: /(?:)/ },
	all: { label: 'all', about: /(?:)/ },
};

const KINDS = {
	bare: 'Webhook node, no check',
	code: 'Webhook + Code node',
	least: 'least trigger',
	trigger: 'genuine',
	forgedByHeader: 'forged, header tells',
	forgedBySignature: 'forged signature',
};

/**
 * What n8n does for one delivery, counted: statements to its database, and isolates for expressions.
 *
 * @returns {Promise<import('../results').Result>}
 */
async function statements() {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const found = {};
	for (const engine of Object.keys(ENGINES)) found[engine] = await countIn(engine);
	const of = (engine, count) =>
		Object.fromEntries(Object.entries(found[engine]).map(([kind, each]) => [kind, count(each)]));
	const rows = Object.entries(SUBJECTS).map(([subject, { label }]) => ({
		about: label,
		...of('lazy', (counts) => counts.statements[subject]),
	}));
	const isolates = Object.entries(ENGINES).map(([engine, { label }]) => ({
		setting: label,
		...of(engine, (counts) => counts.isolates),
	}));
	return resultOf(about, rows, isolates);
}

/**
 * @param {object} about
 * @param {Record<string, unknown>[]} rows
 * @param {Record<string, unknown>[]} isolates
 */
function resultOf(about, rows, isolates) {
	const kinds = Object.entries(KINDS).map(([key, label]) => ({ key, label }));
	return {
		part: 'statements',
		title: 'What n8n does for a delivery, counted',
		method: `Over ${AMOUNT} deliveries one after the other, after ${WARM_UP} that do not count. SQLite, executions not saved, body of 1 KB; the owner of the workflow is the owner of n8n. Statements: from what n8n prints of them (DB_LOGGING_ENABLED), with lazy acquisition. Isolates: counted in n8n's main process where they are built, until it is at rest; n8n builds some for the next request, so a count need not be whole.`,
		environment: about,
		tables: [
			{
				id: 'statements',
				title: 'Statements for one delivery',
				columns: [{ key: 'about', label: 'About' }, ...kinds],
				rows,
			},
			{
				id: 'isolates',
				title: 'Isolates built for one delivery',
				columns: [{ key: 'setting', label: 'n8n' }, ...kinds],
				rows: isolates,
			},
		],
		aims: [],
	};
}

/**
 * Statements and isolates for one delivery. The statements are counted from what n8n prints, which costs it so
 * much that no rate can be measured in the same run.
 *
 * @param {string} engine see ENGINES
 * @returns {Promise<Record<string, { statements: Counts, isolates: number }>>} by contender
 */
async function countIn(engine) {
	const logging = { DB_LOGGING_ENABLED: 'true', DB_LOGGING_OPTIONS: 'query' };
	const env = { ...ENGINES[engine].env, ...logging, ...COUNTING };
	return await withHost(env, async ({ host, client, generator, gitHub }) => {
		const contenders = await publishContenders(client, gitHub, Object.keys(KINDS));
		const isolates = await watchIsolates(host);
		const send = async ({ url, delivery }, amount) => {
			await generator.send({ url, delivery: { ...delivery, bytes: 1024 }, amount });
			await delay(REST_MS);
			await untilAtRest(host.pid);
			return { printed: host.logs.length, built: await isolates.built() };
		};
		try {
			/** @type {Record<string, { statements: Counts, isolates: number }>} */
			const found = {};
			for (const contender of contenders) {
				const before = await send(contender, WARM_UP);
				const after = await send(contender, AMOUNT);
				found[contender.id] = {
					statements: statementsIn(host.logs.slice(before.printed, after.printed)),
					isolates: (after.built - before.built) / AMOUNT,
				};
			}
			return found;
		} finally {
			isolates.close();
		}
	});
}

/**
 * @typedef {Record<string, number>} Counts by subject, for one delivery
 *
 * @param {string} printed
 * @returns {Counts}
 */
function statementsIn(printed) {
	// n8n prints in color.
	const statements = stripVTControlCharacters(printed)
		.split('\n')
		.filter((line) => line.startsWith('query: ') && line !== 'query: SELECT 1')
		.map((line) => line.slice('query: '.length));
	const counts = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, 0]));
	for (const statement of statements) {
		const [name] = Object.entries(SUBJECTS).find(([, { about }]) => about.test(statement));
		counts[name] += 1 / AMOUNT;
	}
	return { ...counts, all: statements.length / AMOUNT };
}

module.exports = { statements };
