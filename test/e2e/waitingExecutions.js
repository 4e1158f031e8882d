'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { standIns } = require('../../tools/simulator/standIns');

/**
 * Waits until so many executions of a workflow sleep.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @returns {Promise<object[]>} newest first
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

/** The finished execution of a workflow that ran once. */
async function resultOf(client, { workflow }, { timeoutMs } = {}) {
	const [{ id }] = await client.waitForExecutions(workflow.id, 1, { timeoutMs });
	return await client.getExecution(id);
}

/** The address that a placed call reports to. */
function webhookOf({ provider, request }) {
	return standIns[provider].webhookOf(request);
}

module.exports = { asleep, resultOf, webhookOf };
