'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { webhookOf } = require('../../tools/simulator/webhookOf');

/**
 * Waits until so many executions of a workflow sleep.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {string} workflowId
 * @param {number} count
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<import('../../tools/n8n-host/executions').ExecutionSummary[]>} newest first
 */
async function asleep(client, workflowId, count, { timeoutMs = 60_000 } = {}) {
	for (const deadline = Date.now() + timeoutMs; ; await delay(100)) {
		const all = await client.listExecutions(workflowId, { limit: Number.MAX_SAFE_INTEGER });
		const sleeping = all.filter(({ status }) => status === 'waiting');
		if (sleeping.length >= count) return sleeping;
		if (Date.now() > deadline) {
			const states = all.map(({ status }) => status).join(', ');
			throw new Error(`Waited for ${count} executions to sleep, found ${states}`);
		}
	}
}

/**
 * The finished execution of a workflow that ran once.
 *
 * @param {Parameters<typeof asleep>[0]} client
 * @param {{ workflow: { id: string } }} published
 * @param {{ timeoutMs?: number }} [options]
 */
async function resultOf(client, { workflow }, { timeoutMs } = {}) {
	const [{ id }] = await client.waitForExecutions(workflow.id, 1, { timeoutMs });
	return await client.getExecution(id);
}

module.exports = { asleep, resultOf, webhookOf };
