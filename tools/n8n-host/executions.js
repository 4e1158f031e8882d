'use strict';

const { setTimeout: delay } = require('node:timers/promises');

/** States in which an execution is still under way. */
const UNFINISHED = new Set(['new', 'running', 'waiting', 'unknown']);

/** @param {import('./client').Session} session */
function executionMethods({ request }) {
	/**
	 * Newest first, without their data.
	 *
	 * @param {string} workflowId
	 * @param {{ limit?: number, status?: string[] }} [options]
	 */
	const listExecutions = async (workflowId, { limit = 100, status } = {}) => {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		const page = (lastId) => {
			const before = lastId ? `&lastId=${lastId}` : '';
			return request('GET', `/executions?filter=${filter}&limit=${Math.min(limit, 100)}${before}`);
		};
		const results = [];
		for (let lastId; results.length < limit; lastId = results.at(-1).id) {
			const answer = await page(lastId);
			results.push(...answer.results);
			if (answer.results.length < Math.min(limit, 100)) break;
		}
		return results.slice(0, limit);
	};

	/** One execution with its data unpacked: `execution.data.resultData.runData`. */
	const getExecution = async (id) => {
		const { parse } = require('flatted');
		const execution = await request('GET', `/executions/${id}`);
		return { ...execution, data: parse(execution.data) };
	};

	return {
		listExecutions,
		getExecution,

		/** How many executions of a workflow n8n has on record, whatever their state. */
		countExecutions: async (workflowId) =>
			(await listExecutions(workflowId, { limit: Number.MAX_SAFE_INTEGER })).length,

		/**
		 * Waits until a workflow has at least so many finished executions and none under way.
		 *
		 * @param {string} workflowId
		 * @param {number} count
		 * @param {{ timeoutMs?: number }} [options]
		 * @returns {Promise<object[]>} all of them, newest first
		 */
		waitForExecutions: async (workflowId, count, { timeoutMs = 30_000 } = {}) => {
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
	};
}

/**
 * What a node of a finished execution gave out, as plain JSON objects.
 *
 * @param {object} execution see getExecution
 * @param {string} nodeName
 * @param {number} [output]
 * @returns {object[]}
 */
function itemsOf(execution, nodeName, output = 0) {
	const runs = execution.data.resultData.runData[nodeName] ?? [];
	return runs.flatMap((run) => run.data?.main?.[output] ?? []).map((item) => item.json);
}

module.exports = { executionMethods, itemsOf };
