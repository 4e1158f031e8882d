#!/usr/bin/env node
'use strict';

/**
 * Create and Wait at length, in a real n8n with a stand-in for EnableX: one execution that loops over
 * many items and sleeps for each, and many executions that sleep while n8n is killed. Each call gets a forged
 * event, its result, and its result again.
 *
 *     node tools/reliability/waits.js [--loop 1000] [--asleep 1000]
 *
 * A part with 0 is left out. Takes some minutes. Ends with status 1 when a result was lost, counted twice, or forged.
 */
const { parseArgs } = require('node:util');
const { packPackage, reportFailure, startN8n } = require('../n8n-host');
const { INSPECTED, peakMb } = require('./memory');
const { loopOverItems, sleepThroughRestart } = require('./scenarios/waits');
const { markdownTable } = require('../markdownTable');

const HEADER = ['what', 'calls', 'lost', 'twice', 'forged accepted', 'seconds'];

/** Waits do not depend on how n8n evaluates expressions, but this engine builds no isolate for each. */
const FAST = { N8N_EXPRESSION_ENGINE: 'legacy' };

async function main() {
	const { values } = parseArgs({
		options: {
			loop: { type: 'string', default: '1000' },
			asleep: { type: 'string', default: '1000' },
		},
	});
	const [items, sleepers] = [Number(values.loop), Number(values.asleep)];
	/** @type {Waited[]} */
	const results = [];
	const rows = [];
	const more = [];
	if (items > 0) {
		const loop = await inN8n(items, loopOverItems);
		const [early, late] = [loop.gapsMs.slice(0, 100), loop.gapsMs.slice(-100)].map(median);
		results.push(loop);
		rows.push(rowOf(`a loop over ${items} items`, loop));
		more.push(
			`One item of the loop, median of the first and of the last hundred: ${early} ms, ${late} ms`,
			`The most that n8n held in memory meanwhile: ${loop.peak} MB`,
		);
	}
	if (sleepers > 0) {
		const asleep = await inN8n(sleepers, (host, options) =>
			sleepThroughRestart(host, { ...options, how: 'killed' }),
		);
		results.push(asleep);
		rows.push(rowOf(`n8n killed while ${sleepers} executions sleep`, asleep));
		more.push(
			...Object.entries(asleep.memory).map(
				([when, { heapMb, residentMb }]) =>
					`Memory of n8n, ${when}: heap ${heapMb} MB, resident ${residentMb} MB`,
			),
		);
	}
	process.stdout.write(`\n${markdownTable(HEADER, rows)}\n\n${more.join('\n')}\n`);
	process.stdout.write(verdictOn(results));
}

/**
 * Plays in an n8n of its own, and measures the time.
 *
 * @template T
 * @param {number} count
 * @param {(host: import('../n8n-host/start').Host, options: import('./scenarios/waits').Options) => Promise<T>} play
 */
async function inN8n(count, play) {
	const env = { ...FAST, ...INSPECTED };
	const host = await startN8n({ tarball: await packPackage(), env });
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	/** @param {string} text */
	const onProgress = (text) => {
		process.stderr.write(`${text} after ${seconds()} s\n`);
	};
	try {
		const result = await play(host, { count, onProgress });
		return { ...result, seconds: seconds(), peak: peakMb(host) };
	} finally {
		await host.stop();
	}
}

/** @typedef {import('./callEnd').Waited} Waited */

/**
 * @param {string} what
 * @param {Waited & { seconds: number }} waited
 */
const rowOf = (what, { calls, lost, twice, forgedAccepted, seconds }) => [
	what,
	calls,
	lost,
	twice,
	forgedAccepted,
	seconds,
];

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** @param {Waited[]} all */
function verdictOn(all) {
	/** @param {keyof Waited} name */
	const sum = (name) => all.reduce((total, each) => total + each[name], 0);
	const holds = sum('lost') + sum('twice') + sum('forgedAccepted') === 0;
	process.exitCode = holds ? 0 : 1;
	const counts = `${sum('lost')} lost, ${sum('twice')} twice, ${sum('forgedAccepted')} forged accepted`;
	return `${holds ? 'Passed' : 'FAILED'}: ${sum('calls')} calls, ${counts}\n`;
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
