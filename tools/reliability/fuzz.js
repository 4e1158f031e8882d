#!/usr/bin/env node
'use strict';

/**
 * Hostile requests at a real n8n while genuine events arrive.
 *
 *     node tools/reliability/fuzz.js [--count 100000] [--seed <text>]
 *
 * At a few hundred requests a second 100,000 take some ten minutes. Ends with status 1 when a
 * forged request was accepted, a genuine one was not, or memory does not come back.
 */
const { randomBytes } = require('node:crypto');
const { parseArgs } = require('node:util');
const { packPackage, reportFailure, startN8n } = require('../n8n-host');
const { INSPECTED } = require('./memory');
const { withstandAttack } = require('./scenarios/hostile');
const { markdownTable } = require('../markdownTable');

/** Growth of the heap that counts as a leak: less than half a kilobyte for each of 100,000 requests. */
const LEAK_MB = 48;

async function main() {
	const { values } = parseArgs({
		options: {
			count: { type: 'string', default: '100000' },
			seed: { type: 'string', default: randomBytes(4).toString('hex') },
		},
	});
	const count = Number(values.count);
	const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true', ...INSPECTED };
	const host = await startN8n({ tarball: await packPackage(), env });
	try {
		const client = await host.signIn();
		const startedAt = Date.now();
		/** @param {number} sent */
		const onProgress = (sent) => {
			if (sent % 1000 > 0) return;
			const seconds = Math.round((Date.now() - startedAt) / 1000);
			process.stderr.write(`${sent} hostile requests after ${seconds} s\n`);
		};
		const report = await withstandAttack(
			{ host, client },
			{ count, seed: values.seed, warmUp: Math.min(2000, count), onProgress },
		);
		print(report, values.seed);
		process.exitCode = holds(report) ? 0 : 1;
	} finally {
		await host.stop();
	}
}

/** @param {Awaited<ReturnType<typeof withstandAttack>>} report */
function holds({ forgedAccepted, genuine, replays, sameProcess, memoryBefore, memoryAfter }) {
	const failed = genuine.executions - (genuine.statuses.success ?? 0);
	return (
		forgedAccepted.length === 0 &&
		failed === 0 &&
		genuine.accepted === genuine.sent &&
		genuine.executions === genuine.sent &&
		replays.ignored === replays.sent &&
		sameProcess &&
		memoryAfter.heapMb - memoryBefore.heapMb < LEAK_MB
	);
}

/**
 * @param {Awaited<ReturnType<typeof withstandAttack>>} report
 * @param {string} seed
 */
function print({ answers, ...report }, seed) {
	const rows = Object.entries(answers)
		.sort()
		.map(([kind, counts]) => [
			kind,
			Object.entries(counts)
				.map(([status, count]) => `${count} × ${status}`)
				.join(', '),
		]);
	process.stdout.write(`${markdownTable(['kind', 'answers'], rows)}\n\n`);
	process.stdout.write(`${JSON.stringify({ seed, ...report }, null, '\t')}\n`);
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
