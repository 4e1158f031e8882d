'use strict';

/**
 * An execution that Create and Wait has put to sleep, and the part of n8n that wakes it: a real HTTP server and
 * n8n-core's own webhook context, with the execution as the node left it.
 */

const { randomInt, randomUUID } = require('node:crypto');
const { createServer } = require('node:http');
const express = require('express');
const { WebhookContext } = require('n8n-core');
const { Workflow, createRunExecutionData } = require('n8n-workflow');
const { close, listen } = require('../loopback');
const { partOf } = require('../partOf');
const { send } = require('../../tools/simulator/sender');
const { bodyReader, parseBody } = require('../VoiceCallTrigger/requestBody');
const { credentialsHelper, nodeType, nodeTypes, runNode } = require('./runNode');

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
	const executionId = options.executionId ?? String(randomInt(1, 1e9));
	const output = await runNode({ ...options, parameters, settings, execution, executionId });
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
			partOf({
				credentialsHelper: credentialsHelper({ ...options.credentials, ...options.later }),
				httpRequest: request,
				httpResponse: response,
				executionId,
				webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
				formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
				variables: {},
			}),
			options.mode ?? 'webhook',
			partOf({ webhookDescription: nodeType.description.webhooks[0] }),
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
	const server = createServer(app);
	const url = await listen(server);

	return {
		execution,
		output,
		/** What n8n passes on when the time is up. */
		left: entry.data.main,
		lines,
		/** The items that the execution goes on with; `undefined` while it sleeps. */
		woken: () => woken,
		post: async (delivery) => await send(`${url}/?signature=${execution.resumeToken}`, delivery),
		close: async () => await close(server),
	};
}

module.exports = { sleeper };
