'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { publishContenders } = require('../n8n/contenders');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');

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

module.exports = { SUBJECTS, countStatements };
