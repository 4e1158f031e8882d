#!/usr/bin/env node
'use strict';

/**
 * What n8n and the trigger lose when things break, with a sender that retries as Voxifi does: 1, 2,
 * 4, 8 and 16 seconds after a broken connection, a 5xx or a 429.
 *
 *     node tools/reliability/faults.js [--seconds 10] [--per-second 6] [--only <part of a name>]
 *
 * Runs for about a quarter of an hour. PostgreSQL and Redis are its own, on free ports.
 */
const { parseArgs } = require('node:util');
const { packPackage, reportFailure, startN8n } = require('../n8n-host');
const { startGate } = require('./gate');
const { startOwnServices } = require('./ownServices');
const { startQueueMode } = require('./queueMode');
const busy = require('./scenarios/busy');
const processes = require('./scenarios/processes');
const services = require('./scenarios/services');
const single = require('./scenarios/single');
const { markdownTable } = require('../markdownTable');
const { RECKONING_HEADER, reckoningRow } = require('./table');

/**
 * @import { Load } from './underLoad'
 * @typedef {(stage: any, load: Load) => Promise<import('./reckoning').Reckoning>} Scenario
 */

/**
 * Each with a name, the stage it plays on, and whether senders go through a proxy with health checks.
 *
 * @type {[name: string, stage: string, play: Scenario, way?: 'direct'][]}
 */
const FAULTS = [
	['one n8n: secrets rotated', 'single', single.rotateSecrets],
	['one n8n: credentials deleted, restored', 'single', single.deleteCredentials],
	['one n8n: database locked by another program', 'single', single.lockDatabase],
	['one n8n: database immutable (chattr +i)', 'single', single.freezeDatabase],
	['one n8n: SIGKILL, restart', 'single', single.killSingle],
	['one n8n: SIGKILL, restart, no health check', 'single', single.killSingle, 'direct'],
	['one n8n, one execution at a time: one takes 75 s', 'limited', busy.holdOnlyPlace],
	['queue: webhook process SIGKILL, restart', 'queue', processes.killWebhookProcess],
	[
		'queue: webhook process SIGKILL, restart, no health check',
		'queue',
		processes.killWebhookProcess,
		'direct',
	],
	['queue: worker SIGKILL in mid-execution, restart', 'queue', processes.killWorker],
	['queue: Redis stopped, started', 'queue', services.stopRedis],
	['queue: PostgreSQL stopped, started', 'queue', services.stopPostgres],
];

const STAGES = {
	single: async () => await openSingle(),
	limited: async () => await openSingle({ N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' }),
	queue: async () => {
		const own = await startOwnServices();
		const cluster = await startQueueMode(own);
		const gate = await startGate(cluster.webhooks);
		const client = await cluster.main.signIn();
		const stop = async () => {
			await gate.stop();
			await cluster.stop();
			await own.remove();
		};
		const stage = { cluster, client, services: own, storage: { postgres: own.postgres } };
		return { stage, gated: [gate], direct: cluster.webhooks, stop };
	},
};

/** @param {Record<string, string>} [settings] of n8n */
async function openSingle(settings = {}) {
	const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true', ...settings };
	const host = await startN8n({ tarball: await packPackage(), env });
	const gate = await startGate([host]);
	const client = await host.signIn();
	const stop = async () => {
		await gate.stop();
		await host.stop();
	};
	return { stage: { host, client }, gated: [gate], direct: [host], stop };
}

async function main() {
	const { values } = parseArgs({
		options: {
			seconds: { type: 'string', default: '10' },
			'per-second': { type: 'string', default: '6' },
			only: { type: 'string', default: '' },
		},
	});
	const load = { perSecond: Number(values['per-second']), seconds: Number(values.seconds) };
	const rows = [];
	for (const [stageName, open] of Object.entries(STAGES)) {
		const chosen = FAULTS.filter(([name, on]) => on === stageName && name.includes(values.only));
		if (chosen.length === 0) continue;
		const { stage, gated, direct, stop } = await open();
		try {
			for (const [name, , play, way] of chosen) {
				const receivers = way === 'direct' ? direct : gated;
				const reckoning = await play({ ...stage, receivers }, load);
				process.stdout.write(`${name}: ${JSON.stringify(reckoning)}\n`);
				rows.push(reckoningRow(name, reckoning));
			}
		} finally {
			await stop();
		}
	}
	process.stdout.write(`\n${markdownTable(RECKONING_HEADER, rows)}\n`);
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
