'use strict';

const { setTimeout: delay } = require('node:timers/promises');

/** States in which an execution is still under way. */
const UNFINISHED = new Set(['new', 'running', 'waiting', 'unknown']);

/**
 * @typedef {object} ExecutionSummary
 * @property {string} id
 * @property {string} status `success`, `error`, `waiting` ...
 * @property {string} mode how it was started, e.g. `webhook`
 * @property {string} workflowId
 *
 * @typedef {object} NodeRun one run of one node
 * @property {{ main?: ({ json: Record<string, any>, binary?: Record<string, any>, pairedItem?: { item: number } }[] | null)[] }} [data]
 * @property {Record<string, any>} [error]
 *
 * @typedef {object} ExecutionData
 * @property {{
 *   runData: Record<string, NodeRun[]>,
 *   lastNodeExecuted?: string,
 *   error?: Record<string, any>,
 * }} resultData
 *
 * @typedef {ExecutionSummary & { data: ExecutionData }} Execution
 */

/** @param {import('./client').Session} session */
function executionMethods({ request }) {
	/**
	 * Newest first, without their data.
	 *
	 * @param {string} workflowId
	 * @param {{ limit?: number, status?: string[] }} [options]
	 * @returns {Promise<ExecutionSummary[]>}
	 */
	const listExecutions = async (workflowId, { limit = 100, status } = {}) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		/** @type {ExecutionSummary[]} */
		const results = [];
		for (let after = ''; results.length < limit;) {
			/** @type {{ results: ExecutionSummary[], nextCursor?: string | null }} */
			const { results: page, nextCursor } = await request(
				'GET',
				`/executions?filter=${filter}&limit=${Math.min(limit, 100)}${after}`,
			);
			results.push(...page);
			if (page.length < Math.min(limit, 100) || nextCursor === null) break;
			// Since 2.41 n8n says itself where the next page begins.
			after = nextCursor ? `&cursor=${nextCursor}` : `&lastId=${results.at(-1)?.id}`;
		}
		return results.slice(0, limit);
	};

	/**
	 * One execution with its data unpacked: `execution.data.resultData.runData`.
	 *
	 * @param {string} id
	 * @returns {Promise<Execution>}
	 */
	const getExecution = async (id) => {
		const { parse } = require('flatted');
		const execution = await request('GET', `/executions/${id}`);
		return { ...execution, data: parse(execution.data) };
	};

	return {
		listExecutions,
		getExecution,

		/**
		 * What "Retry" in the list of executions does.
		 *
		 * @param {string} id
		 * @param {{ loadWorkflow?: boolean }} [options] loadWorkflow: with the workflow as it is saved now
		 */
		retryExecution: async (id, { loadWorkflow = false } = {}) =>
			await request('POST', `/executions/${id}/retry`, { loadWorkflow }),

		/**
		 * What "Stop" in the list of executions does.
		 *
		 * @param {string} id
		 */
		stopExecution: async (id) => await request('POST', `/executions/${id}/stop`, {}),

		/**
		 * How many executions of a workflow n8n has on record, whatever their state.
		 *
		 * @param {string} workflowId
		 */
		countExecutions: async (workflowId) =>
			(await listExecutions(workflowId, { limit: Number.MAX_SAFE_INTEGER })).length,

		/**
		 * Waits until a workflow has at least so many finished executions and none under way.
		 *
		 * @param {string} workflowId
		 * @param {number} count
		 * @param {{ timeoutMs?: number }} [options]
		 * @returns {Promise<ExecutionSummary[]>} all of them, newest first
		 */
		waitForExecutions: async (workflowId, count, { timeoutMs = 60_000 } = {}) => {
			const deadline = Date.now() + timeoutMs;
			for (;;) {
				const all = await listExecutions(workflowId, { limit: Number.MAX_SAFE_INTEGER });
				const unfinished = all.filter(({ status }) => UNFINISHED.has(status)).length;
				if (all.length >= count && unfinished === 0) return all;
				if (Date.now() > deadline) {
					throw new Error(
						`Waited ${timeoutMs / 1000} s for ${count} executions, found ${all.length}, ${unfinished} of them unfinished`,
					);
				}
				await delay(150);
			}
		},

		/**
		 * Waits until one execution is finished. The list that `waitForExecutions` reads can lack, for a moment,
		 * one that wakes: n8n reads those under way and those at rest one after the other.
		 *
		 * @param {string} id
		 * @param {{ timeoutMs?: number }} [options]
		 * @returns {Promise<Execution>}
		 */
		waitForExecution: async (id, { timeoutMs = 60_000 } = {}) => {
			for (const deadline = Date.now() + timeoutMs; ; await delay(150)) {
				const execution = await getExecution(id);
				if (!UNFINISHED.has(execution.status)) return execution;
				if (Date.now() > deadline) {
					const waited = `Waited ${timeoutMs / 1000} s for execution ${id}`;
					throw new Error(`${waited}, which is still ${execution.status}`);
				}
			}
		},
	};
}

/**
 * What a node of a finished execution gave out, as plain JSON objects.
 *
 * @param {Execution} execution
 * @param {string} nodeName
 * @param {number} [output]
 * @returns {Record<string, any>[]}
 */
function itemsOf(execution, nodeName, output = 0) {
	const runs = execution.data.resultData.runData[nodeName] ?? [];
	return runs.flatMap((run) => run.data?.main?.[output] ?? []).map((item) => item.json);
}

module.exports = { executionMethods, itemsOf };
