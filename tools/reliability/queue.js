#!/usr/bin/env node
'use strict';

/**
 * Queue mode at length: a main process, two that receive webhooks, two workers, PostgreSQL and
 * Redis. Counts what becomes of events, and of copies of one event that reach both receivers.
 *
 *     node tools/reliability/queue.js [--events 1000] [--pairs 100]
 *
 * Uses the PostgreSQL and Redis of this machine, or those that the environment names (see
 * services.js), with a database and a key prefix of its own; where there are none, new ones.
 */
const { randomUUID } = require('node:crypto');
const { parseArgs } = require('node:util');
const { reportFailure } = require('../n8n-host');
const { openServices } = require('./checkServices');
const { publishEndpoints, workflowIds } = require('./endpoints');
const { passedBy, publishExactOnce } = require('./exactOnce');
const { startQueueMode } = require('./queueMode');
const { executionsByMark, untilSettled } = require('./records');
const { reckon } = require('./reckoning');
const { deliverTwice } = require('./scenarios/copies');
const { executionsOf } = require('./scenarios/processes');
const { markdownTable } = require('../markdownTable');
const { sendMany, startTraffic } = require('./traffic');

const removeDuplicates = () => ({
	id: randomUUID(),
	name: 'Remove Duplicates',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	position: [220, 0],
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.delivery.key }}',
		options: {},
	},
});

async function main() {
	const { values } = parseArgs({
		options: {
			events: { type: 'string', default: '1000' },
			pairs: { type: 'string', default: '100' },
		},
	});
	const services = await openServices();
	/** @type {import('./queueMode').QueueMode | undefined} */
	let cluster;
	try {
		cluster = await startQueueMode(services);
		const client = await cluster.main.signIn();
		const stage = { cluster, client, services, storage: { postgres: services.postgres } };
		await everyEvent(stage, Number(values.events));
		await copies(stage, Number(values.pairs));
	} finally {
		await cluster?.stop();
		await services.remove();
	}
}

/**
 * @import { Copies } from './scenarios/copies'
 * @import { Stage } from './scenarios/processes'
 *
 * @param {Omit<Stage, 'receivers'>} stage
 * @param {number} count of events
 */
async function everyEvent({ cluster, client, storage }, count) {
	const endpoints = await publishEndpoints(client, { receivers: cluster.webhooks });
	const startedAt = Date.now();
	const sent = await sendMany(endpoints, { count, concurrency: 8 });
	const perSecond = Math.round((count * 1000) / (Date.now() - startedAt));
	const ids = workflowIds(endpoints);
	await untilSettled(storage, ids, { timeoutMs: 600_000 });
	const reckoning = reckon(sent, await executionsByMark(storage, ids));
	const byWorker = cluster.workers.map(executionsOf);
	process.stdout.write(`${JSON.stringify({ ...reckoning, perSecond, byWorker })}\n\n`);
}

/**
 * @param {Omit<Stage, 'receivers'> & { services: import('./services').Services }} stage
 * @param {number} pairs
 */
async function copies(stage, pairs) {
	const { cluster, client, services, storage } = stage;
	const receivers = cluster.webhooks;
	const endpoints = await publishEndpoints(client, { receivers });
	/** @type {(name: string, copies: Copies, passed: string) => (string | number)[]} */
	const row = (name, { once, twice, never }, passed) => [name, pairs, never, once, twice, passed];
	const rows = [];

	const later = await deliverTwice({ storage, endpoints, pairs, gapMs: 1000, atOnce: 4 });
	rows.push(row('one second apart', later, '-'));

	const others = await publishEndpoints(client, { receivers });
	const traffic = startTraffic(others, { perSecond: 8 });
	const busy = await deliverTwice({ storage, endpoints, pairs, gapMs: 1000, atOnce: 16 });
	await traffic.stop();
	rows.push(row('one second apart, sixteen pairs at a time, other traffic', busy, '-'));

	const together = await deliverTwice({ storage, endpoints, pairs, gapMs: 0 });
	rows.push(row('at the same moment', together, '-'));

	const [removing] = await publishEndpoints(client, {
		receivers,
		providers: ['huskyVoice'],
		next: [removeDuplicates()],
	});
	const removed = await deliverTwice({ storage, endpoints: [removing], pairs, gapMs: 0 });
	const through = await passedBy(client, removing.workflowId, 'Remove Duplicates');
	rows.push(row('at the same moment, Remove Duplicates', removed, tally(removed, through)));

	const { redis } = services;
	const counting = await publishExactOnce(client, { receivers, redis });
	const counted = await deliverTwice({ storage, endpoints: [counting], pairs, gapMs: 0 });
	const handled = await passedBy(client, counting.workflowId, 'Handle the event');
	rows.push(row('at the same moment, exact-once.json', counted, tally(counted, handled)));

	const header = [
		'copies',
		'events',
		'no run',
		'one run',
		'two runs',
		'handled once, twice, never',
	];
	process.stdout.write(`${markdownTable(header, rows)}\n`);
}

/**
 * How many events got through to the last node once, twice, never.
 *
 * @param {Copies} copies
 * @param {Awaited<ReturnType<typeof passedBy>>} through
 */
function tally({ marks }, { passed }) {
	const times = marks.map((mark) => passed.get(mark) ?? 0);
	return [1, 2, 0].map((wanted) => times.filter((count) => count === wanted).length).join(', ');
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
