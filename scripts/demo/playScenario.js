'use strict';

/**
 * Takes the steps one after the other and counts the executions that each starts.
 *
 * @param {import('./scenario').Step[]} steps
 * @param {object} context
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} context.client
 * @param {{ workflow: { id: string } }} context.example
 * @returns {Promise<Row[]>}
 *
 * @typedef {object} Row
 * @property {string} sent
 * @property {string} answer status and body
 * @property {string} started
 * @property {boolean} asExpected
 */
async function playScenario(steps, { client, example }) {
	const rows = [];
	for (const { what, act, expected } of steps) {
		const before = await client.countExecutions(example.workflow.id);
		const answer = await act();
		const after = await client.waitForExecutions(
			example.workflow.id,
			before + (answer.status === 200 ? expected.executions : 0),
		);
		const fresh = after.slice(0, after.length - before);
		rows.push({
			sent: what,
			answer: `${answer.status} ${answer.text}`,
			started: describeExecutions(fresh),
			asExpected:
				answer.status === expected.status &&
				answer.text === expected.text &&
				fresh.length === expected.executions &&
				fresh.every(({ status }) => status === 'success'),
		});
	}
	return rows;
}

/** @param {{ id: string, status: string }[]} executions */
function describeExecutions(executions) {
	if (executions.length === 0) return 'none';
	return executions.map(({ id, status }) => `#${id} ${status}`).join(', ');
}

module.exports = { playScenario };
