'use strict';

/**
 * An execution that Create and Wait has put to sleep, and the part of n8n that wakes it: a real HTTP server and
 * n8n-core's own webhook context, with the execution as the node left it.
 */

const { randomUUID } = require('node:crypto');
const { once } = require('node:events');
const express = require('express');
const { WebhookContext } = require('n8n-core');
const { Workflow, createRunExecutionData } = require('n8n-workflow');
const { send } = require('../../tools/simulator/sender');
const { bodyReader, parseBody } = require('../VoiceCallTrigger/requestBody');
const { credentialsHelper, nodeType, runNode } = require('./runNode');

const nodeTypes = { getByNameAndVersion: () => nodeType, getByName: () => nodeType };

/**
 * Places a call and falls asleep.
 *
 * @param {object} options of {@link runNode}, and `later`: other credentials, once it sleeps
 */
async function sleeper(options) {
	const execution = createRunExecutionData({
		executionData: { contextData: {} },
		resumeToken: randomUUID(),
	});
	const parameters = { ...options.parameters, operation: 'createAndWait' };
	const settings = { id: randomUUID(), ...options.settings };
	const output = await runNode({ ...options, parameters, settings, execution });
	const [entry] = execution.executionData.nodeExecutionStack;
	const lines = [];
	let woken;

	/** n8n's WaitingWebhooks, as far as it goes for this node. */
	async function wake(request, response) {
		if (!(await parseBody(request))) return response.status(422).json({ code: 0 });
		if (woken !== undefined) return response.status(409).json({ code: 409 });
		const node = { ...entry.node, disabled: true };
		const workflow = new Workflow({
			id: 'w1',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes,
		});
		const context = new WebhookContext(
			workflow,
			workflow.getNode(node.name),
			{
				credentialsHelper: credentialsHelper({ ...options.credentials, ...options.later }),
				httpRequest: request,
				httpResponse: response,
				executionId: '7',
				webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
				formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
				variables: {},
			},
			options.mode ?? 'webhook',
			{ webhookDescription: nodeType.description.webhooks[0] },
			[],
			execution,
		);
		const logger = Object.fromEntries(
			['debug', 'info', 'warn', 'error'].map((level) => [
				level,
				(message, fields) => lines.push({ level, message, fields }),
			]),
		);
		Object.defineProperty(context, 'logger', { value: logger });
		const result = await nodeType.webhook.call(context);
		if (result.noWebhookResponse) return undefined;
		if (result.workflowData !== undefined) woken = result.workflowData;
		return response.status(200).json(result.webhookResponse);
	}

	const app = express();
	app.use(bodyReader);
	app.post('/', (request, response, next) => wake(request, response).catch(next));
	app.use((error, _request, response, _next) => {
		lines.push({ level: 'thrown', message: error.message });
		response.status(500).json({ code: 0, message: error.message });
	});
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');

	return {
		execution,
		output,
		/** What n8n passes on when the time is up. */
		left: entry.data.main,
		lines,
		/** The items that the execution goes on with; `undefined` while it sleeps. */
		woken: () => woken,
		post: async (delivery) => await send(`http://127.0.0.1:${server.address().port}`, delivery),
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

module.exports = { sleeper };
