'use strict';

const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');
const { stripVTControlCharacters } = require('node:util');
const { INSPECTED, openInspector } = require('../../tools/n8n-host/inspector');
const { SHORT_LABELS, publishContenders } = require('../n8n/contenders');
const { untilAtRest } = require('../n8n/idle');
const { ENGINES } = require('../n8n/settings');
const { inEachEngine } = require('../n8n/withHost');
const { cellsOf, columnsOf } = require('../tables');

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

const KIND_COLUMNS = columnsOf(SHORT_LABELS);

/**
 * Makes n8n print its statements, which costs it so much that no rate can be measured in the same run, and count
 * the isolates that it builds.
 */
const COUNTING = {
	DB_LOGGING_ENABLED: 'true',
	DB_LOGGING_OPTIONS: 'query',
	NODE_OPTIONS: `${INSPECTED.NODE_OPTIONS} --require=${JSON.stringify(path.join(__dirname, 'isolateCounter.js'))}`,
};

/**
 * What n8n does for one delivery, counted: statements to its database, and isolates for expressions.
 *
 * @returns {Promise<import('../results').Found>}
 */
async function statements() {
	const found = await inEachEngine('Statements and isolates', countIn, { env: COUNTING });
	const of = (engine, kind) => found.find((one) => one.engine === engine && one.kind === kind);
	return {
		title: 'What n8n does for a delivery, counted',
		method: `Over ${AMOUNT} deliveries one after the other, after ${WARM_UP} that do not count. SQLite, executions not saved, body of 1 KB; the owner of the workflow is the owner of n8n. Statements: from what n8n prints of them (DB_LOGGING_ENABLED), with lazy acquisition. Isolates: counted in n8n's main process where they are built, until it is at rest; n8n builds some for the next request, so a count need not be whole.`,
		tables: [
			{
				id: 'statements',
				title: 'Statements for one delivery',
				columns: [{ key: 'about', label: 'About' }, ...KIND_COLUMNS],
				rows: Object.entries(SUBJECTS).map(([subject, { label }]) => ({
					about: label,
					...cellsOf(KIND_COLUMNS, (kind) => of('lazy', kind).statements[subject]),
				})),
			},
			{
				id: 'isolates',
				title: 'Isolates built for one delivery',
				columns: [{ key: 'setting', label: 'n8n' }, ...KIND_COLUMNS],
				rows: Object.entries(ENGINES).map(([engine, { label }]) => ({
					setting: label,
					...cellsOf(KIND_COLUMNS, (kind) => of(engine, kind).isolates),
				})),
			},
		],
		aims: [],
	};
}

/**
 * Statements and isolates for one delivery.
 *
 * @param {import('../n8n/withHost').Bench} bench
 * @returns {Promise<{ kind: string, statements: Counts, isolates: number }[]>} of each contender
 */
async function countIn(bench) {
	const { host, generator } = bench;
	const contenders = await publishContenders(bench, Object.keys(SHORT_LABELS));
	const inspector = await openInspector(host);
	const send = async ({ url, delivery }, amount) => {
		await generator.send({ url, delivery: { ...delivery, bytes: 1024 }, amount });
		await delay(REST_MS);
		await untilAtRest(host.pid);
		// The task runners build no isolates.
		const built = await inspector.evaluate('globalThis.isolatesBuilt');
		return { printed: host.logs.length, built };
	};
	const found = [];
	try {
		for (const contender of contenders) {
			const before = await send(contender, WARM_UP);
			const after = await send(contender, AMOUNT);
			found.push({
				kind: contender.id,
				statements: statementsIn(host.logs.slice(before.printed, after.printed)),
				isolates: (after.built - before.built) / AMOUNT,
			});
		}
	} finally {
		inspector.close();
	}
	return found;
}

/**
 * @typedef {Record<string, number>} Counts by subject, for one delivery
 *
 * @param {string} printed
 * @returns {Counts}
 */
function statementsIn(printed) {
	// n8n prints in color.
	const lines = stripVTControlCharacters(printed)
		.split('\n')
		.filter((line) => line.startsWith('query: ') && line !== 'query: SELECT 1')
		.map((line) => line.slice('query: '.length));
	const counts = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, 0]));
	for (const line of lines) {
		const [name] = Object.entries(SUBJECTS).find(([, { about }]) => about.test(line));
		counts[name] += 1 / AMOUNT;
	}
	return { ...counts, all: lines.length / AMOUNT };
}

module.exports = { statements };
