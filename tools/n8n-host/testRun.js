'use strict';

const { openPushChannel } = require('./pushChannel');

/**
 * What the editor does when a person runs a workflow by hand.
 *
 * @param {import('./client').Session} session
 */
function testRunMethods(session) {
	const { request } = session;

	/**
	 * Runs a saved workflow from one of its triggers.
	 *
	 * @param {import('./client').Workflow} workflow
	 * @param {string} triggerName
	 * @param {{ pushRef: string }} channel
	 */
	const run = (workflow, triggerName, channel) =>
		request(
			'POST',
			`/workflows/${workflow.id}/run`,
			// n8n 1.x wants the workflow itself, newer ones take the saved one.
			{ workflowData: workflow, triggerToStartFrom: { name: triggerName } },
			{ 'push-ref': channel.pushRef },
		);

	return {
		/**
		 * "Execute workflow" with a trigger that needs no event (Manual Trigger, for instance).
		 *
		 * @param {import('./client').Workflow} workflow
		 * @param {string} triggerName
		 * @param {{ timeoutMs?: number }} [options]
		 * @returns {Promise<import('./executions').Execution>} the finished one
		 */
		runManually: async (workflow, triggerName, { timeoutMs = 60_000 } = {}) => {
			const channel = await openPushChannel(session);
			try {
				await run(workflow, triggerName, channel);
				const { executionId } = await channel.waitFor('executionFinished', timeoutMs);
				return await readExecution(session, executionId);
			} finally {
				channel.close();
			}
		},

		/**
		 * "Listen for test event": n8n then takes one event at the `/webhook-test/` address.
		 *
		 * @param {import('./client').Workflow} workflow
		 * @param {string} triggerName
		 * @returns {Promise<TestListener>}
		 *
		 * @typedef {object} TestListener
		 * @property {import('./pushChannel').PushMessage[]} messages all that the push channel has said so far
		 * @property {(options?: { timeoutMs?: number }) => Promise<import('./executions').Execution>} finished the execution
		 *   that the event started
		 * @property {() => Promise<void>} close stops listening
		 */
		listenForTest: async (workflow, triggerName) => {
			const channel = await openPushChannel(session);
			try {
				const { waitingForWebhook } = await run(workflow, triggerName, channel);
				if (!waitingForWebhook) throw new Error(`n8n does not wait for an event of ${triggerName}`);
			} catch (error) {
				channel.close();
				throw error;
			}
			return {
				messages: channel.messages,
				finished: async ({ timeoutMs = 60_000 } = {}) => {
					const { executionId } = await channel.waitFor('executionFinished', timeoutMs);
					return await readExecution(session, executionId);
				},
				close: async () => {
					channel.close();
					await request('DELETE', `/test-webhook/${workflow.id}`);
				},
			};
		},
	};
}

/**
 * @param {import('./client').Session} session
 * @param {string} id
 */
async function readExecution(session, id) {
	const { executionMethods } = require('./executions');
	return await executionMethods(session).getExecution(id);
}

module.exports = { testRunMethods };
