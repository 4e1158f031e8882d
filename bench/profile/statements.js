'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { installN8n } = require('../../tools/n8n-host');
const { environment } = require('../environment');
const { publishContenders } = require('../n8n/contenders');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { nodeVersion } = require('../nodeVersion');

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
	trigger: 'genuine',
	forgedByHeader: 'forged, header tells',
	forgedBySignature: 'forged signature',
};

/**
 * What n8n asks of its database for one delivery.
 *
 * @returns {Promise<import('../results').Result>}
 */
async function statements() {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const counts = await countStatements(Object.keys(KINDS));
	const rows = Object.entries(SUBJECTS).map(([subject, { label }]) => ({
		about: label,
		...Object.fromEntries(Object.entries(counts).map(([kind, found]) => [kind, found[subject]])),
	}));
	return resultOf(about, rows);
}

/**
 * @param {object} about
 * @param {Record<string, unknown>[]} rows
 */
function resultOf(about, rows) {
	return {
		part: 'statements',
		title: 'What n8n asks of its database for a delivery',
		method: `Counted from what n8n prints of its statements (DB_LOGGING_ENABLED), over ${AMOUNT} deliveries one after the other, after ${WARM_UP} that do not count. Lazy acquisition, SQLite, executions not saved, body of 1 KB; the owner of the workflow is the owner of n8n.`,
		environment: about,
		tables: [
			{
				id: 'statements',
				title: 'Statements for one delivery',
				columns: [
					{ key: 'about', label: 'About' },
					...Object.entries(KINDS).map(([key, label]) => ({ key, label })),
				],
				rows,
			},
		],
		aims: [],
	};
}

/**
 * How many statements n8n sends to its database for one delivery. Counted from what n8n prints, which
 * costs it so much that no rate can be measured in the same run.
 *
 * @param {string[]} ids of contenders
 * @returns {Promise<Record<string, Record<keyof SUBJECTS, number>>>} by contender
 */
async function countStatements(ids) {
	const env = { ...ENGINES.lazy.env, DB_LOGGING_ENABLED: 'true', DB_LOGGING_OPTIONS: 'query' };
	return await withHost(env, async ({ host, client, generator, gitHub }) => {
		const contenders = await publishContenders(client, gitHub, ids);
		const send = async ({ url, delivery }, amount) => {
			await generator.send({ url, delivery: { ...delivery, bytes: 1024 }, amount });
			await delay(REST_MS);
		};
		const counts = {};
		for (const contender of contenders) {
			await send(contender, WARM_UP);
			const before = host.logs.length;
			await send(contender, AMOUNT);
			counts[contender.id] = countIn(host.logs.slice(before));
		}
		return counts;
	});
}

/** @param {string} printed */
function countIn(printed) {
	const statements = printed
		.split('\n')
		// eslint-disable-next-line no-control-regex -- n8n prints in color
		.map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''))
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
