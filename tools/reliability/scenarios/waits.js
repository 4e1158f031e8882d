'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { itemsOf } = require('../../n8n-host');
const { startSimulator } = require('../../simulator/server');
const { NODE, publishCallWorkflow } = require('../../workflows/callWorkflow');
const { endCall, reckonWaits } = require('../callEnd');
const { eachOf } = require('../eachOf');
const { memoryOf } = require('../memory');
const { statusesOf, storageOf, untilSettled } = require('../records');

/**
 * @import { Host } from '../../n8n-host/start'
 * @import { Waited } from '../callEnd'
 *
 * @typedef {object} Options
 * @property {number} count
 * @property {(text: string) => void} [onProgress]
 *
 * @typedef {Awaited<ReturnType<typeof memoryOf>>} Memory
 */

const PATIENCE_MS = 60_000;

/**
 * One execution that loops over so many items: it sleeps for one call after the other, at the same address, so
 * the second copy of each result comes to where the next one is awaited.
 *
 * @param {Host} host
 * @param {Options} options
 * @returns {Promise<Waited & { gapsMs: number[] }>} `gapsMs`: from one call to the next
 */
async function loopOverItems(host, { count, onProgress = () => {} }) {
	const stage = await openStage(host, { loop: true });
	const { simulator, published } = stage;
	try {
		const marks = marksOf('row', count);
		await published.start(marks.map((id) => ({ id })));
		for (let at = 0; at < count; at += 1) {
			const call = await placedAt(stage, at);
			if (call === undefined) break;
			await stage.end(call);
			if ((at + 1) % 100 === 0) onProgress(`${at + 1} of ${count} calls of the loop ended`);
		}
		const times = simulator.calls.map(({ placedAt: time }) => time);
		return {
			...(await stage.reckon(marks)),
			gapsMs: times.slice(1).map((time, at) => time - times[at]),
		};
	} finally {
		await simulator.stop();
	}
}

/**
 * So many executions that sleep, each for a call of its own, while n8n is stopped or killed, and started again. Then
 * their calls end.
 *
 * @param {Host} host that runs with INSPECTED
 * @param {Options & { how: 'stopped' | 'killed' }} options
 * @returns {Promise<Waited & { memory: Record<'before' | 'asleep' | 'restarted', Memory> }>}
 */
async function sleepThroughRestart(host, { count, how, onProgress = () => {} }) {
	const stage = await openStage(host, { loop: false });
	const { simulator, published } = stage;
	try {
		const before = await memoryOf(host);
		const marks = marksOf('asleep', count);
		let started = 0;
		await eachOf(marks, async (id) => {
			await published.start([{ id }]);
			started += 1;
			if (started % 100 === 0) onProgress(`${started} of ${count} executions started`);
		});
		await untilAsleep(stage, count);
		const asleep = await memoryOf(host);

		onProgress(`all sleep, n8n is ${how}`);
		if (how === 'killed') await host.kill();
		await host.restart();
		const restarted = await memoryOf(host);
		onProgress('n8n is back');

		let ended = 0;
		await eachOf(simulator.calls, async (call) => {
			await stage.end(call);
			ended += 1;
			if (ended % 100 === 0) onProgress(`${ended} of ${count} calls ended`);
		});
		return { ...(await stage.reckon(marks)), memory: { before, asleep, restarted } };
	} finally {
		await simulator.stop();
	}
}

/**
 * A stand-in, and a published workflow that places its calls there and waits for their results.
 *
 * @param {Host} host
 * @param {{ loop: boolean }} options
 */
async function openStage(host, { loop }) {
	const client = await host.signIn();
	const storage = storageOf(host);
	const simulator = await startSimulator({ limit: null });
	const { url, credentials, calls } = simulator;
	const published = await publishCallWorkflow(client, {
		loop,
		credentialType: 'enableXApi',
		credentialData: { ...credentials.enableX, baseUrl: url },
		parameters: {
			operation: 'createAndWait',
			provider: 'enableX',
			from: '+14155550100',
			to: '+14155550123',
			additionalFields: { ownerRef: '={{ $json.id }}' },
		},
	});
	const workflowId = published.workflow.id;
	/** @type {Set<string>} */
	const accepted = new Set();
	return {
		simulator,
		published,
		statuses: async () => await statusesOf(storage, [workflowId]),
		/** @param {import('../../simulator/ledger').Call} call */
		end: async (call) => {
			const { forgedAccepted } = await endCall(call, credentials.enableX);
			if (forgedAccepted) accepted.add(String(call.marker));
		},
		/** @param {string[]} marks */
		reckon: async (marks) => {
			await untilSettled(storage, [workflowId], { timeoutMs: PATIENCE_MS });
			const session = await host.signIn();
			const listed = await session.listExecutions(workflowId, { limit: Number.MAX_SAFE_INTEGER });
			/** @type {Record<string, any>[]} */
			const items = [];
			await eachOf(listed, async ({ id }) => {
				items.push(...itemsOf(await session.getExecution(id), NODE));
			});
			return reckonWaits(marks, { calls, items, accepted });
		},
	};
}

/**
 * @param {string} word
 * @param {number} count
 */
const marksOf = (word, count) => Array.from({ length: count }, (_, at) => `${word}-${at}`);

/**
 * The call that was placed as the so-manieth, once it is; nothing where the loop has come to its end without it.
 *
 * @param {Awaited<ReturnType<typeof openStage>>} stage
 * @param {number} at
 */
async function placedAt({ simulator, statuses }, at) {
	for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(20)) {
		if (simulator.calls.length > at) return simulator.calls[at];
	}
	process.stderr.write(`Call ${at + 1} was not placed: ${JSON.stringify(await statuses())}\n`);
	return undefined;
}

/**
 * @param {Awaited<ReturnType<typeof openStage>>} stage
 * @param {number} count
 */
async function untilAsleep({ statuses }, count) {
	for (const deadline = Date.now() + PATIENCE_MS; ; await delay(250)) {
		const found = await statuses();
		if (found.waiting === count) return;
		if (Date.now() > deadline) {
			throw new Error(`Waited for ${count} executions to sleep, found ${JSON.stringify(found)}`);
		}
	}
}

module.exports = { loopOverItems, sleepThroughRestart };
