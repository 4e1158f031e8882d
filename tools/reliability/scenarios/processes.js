'use strict';

const { randomUUID } = require('node:crypto');
const { publishEndpoints, workflowIds } = require('../endpoints');
const { executionsByMark } = require('../records');
const { underLoad } = require('../underLoad');

/**
 * What a scenario in queue mode needs.
 *
 * @typedef {object} Stage
 * @property {import('../queueMode').QueueMode} cluster
 * @property {import('../../n8n-host/client').Client} client of the main process
 * @property {import('../records').Storage} storage
 * @property {{ url: string }[]} receivers where senders send to: the gate, or the processes themselves
 */

/**
 * A process that receives webhooks is killed under load and comes back.
 *
 * @param {Stage} stage
 * @param {import('../underLoad').Load} load
 * @returns {Promise<import('../reckoning').Reckoning>}
 */
async function killWebhookProcess({ cluster, client, storage, receivers }, load) {
	const endpoints = await publishEndpoints(client, { receivers });
	const victim = cluster.webhooks[cluster.webhooks.length - 1];
	return await underLoad(storage, endpoints, load, {
		fault: () => victim.kill(),
		mend: () => victim.restart(),
	});
}

/**
 * A worker is killed while it holds executions, each of which takes two seconds.
 *
 * @param {Stage} stage
 * @param {import('../underLoad').Load} load
 * @param {{ comesBack?: boolean }} [options]
 * @returns {Promise<import('../reckoning').Reckoning & { held: number }>} `held`: how many executions
 *   the worker had begun and not finished when it was killed
 */
async function killWorker({ cluster, client, storage, receivers }, load, options = {}) {
	const { comesBack = true } = options;
	const work = {
		id: randomUUID(),
		name: 'Two seconds of work',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		position: [220, 0],
		webhookId: randomUUID(),
		parameters: { amount: 2, unit: 'seconds' },
	};
	const endpoints = await publishEndpoints(client, { receivers, next: [work] });
	const victim = cluster.workers[cluster.workers.length - 1];
	const ids = workflowIds(endpoints);
	let held = 0;
	/** @type {Awaited<ReturnType<typeof executionsByMark>> | undefined} */
	let earlier;
	const reckoning = await underLoad(storage, endpoints, load, {
		fault: async () => {
			held = executionsHeldBy(victim).length;
			await victim.kill();
			earlier = await executionsByMark(storage, ids);
		},
		mend: async () => {
			if (comesBack) await victim.restart();
		},
		earlier: () => earlier,
	});
	return { ...reckoning, held };
}

/**
 * Executions that a worker's log says it has begun and not finished.
 *
 * @param {{ logs: string }} worker
 * @returns {string[]}
 */
function executionsHeldBy({ logs }) {
	/** @param {RegExp} pattern */
	const ids = (pattern) => [...logs.matchAll(pattern)].map(([, id]) => id);
	const finished = new Set(ids(/Worker finished execution (\d+)/g));
	return ids(/Worker started execution (\d+)/g).filter((id) => !finished.has(id));
}

/**
 * @param {{ logs: string }} worker
 * @returns {number} executions that it has begun
 */
const executionsOf = ({ logs }) => [...logs.matchAll(/Worker started execution \d+/g)].length;

module.exports = { executionsOf, killWebhookProcess, killWorker };
