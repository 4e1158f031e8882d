'use strict';

/**
 * The part of n8n that a webhook delivery passes, around the Voice Call Trigger: a real HTTP server,
 * n8n-core's own contexts and n8n-workflow's Workflow. In place of n8n's database stand a helper
 * that hands out the credential, a list of executions, and a text that holds the static data.
 */

const { randomUUID } = require('node:crypto');
const { createServer } = require('node:http');
const express = require('express');
const { HookContext, WebhookContext } = require('n8n-core');
const { Workflow } = require('n8n-workflow');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const { close, listen } = require('../loopback');
const { partOf } = require('../partOf');
const { send } = require('../../tools/simulator/sender');
const { authenticate } = require('../VoiceCall/authenticate');
const { bodyReader, parseBody } = require('./requestBody');

const nodeType = new VoiceCallTrigger();
const nodeTypes = {
	getByName: () => nodeType,
	getByNameAndVersion: () => nodeType,
	getKnownTypes: () => ({}),
};

/**
 * @param {import('./subjects').Subject} subject
 * @param {object} [parameters] of the node, besides the provider
 */
async function openEndpoint(subject, parameters = {}) {
	/** @type {import('n8n-workflow').INode} */
	const node = {
		id: randomUUID(),
		name: 'Voice Call Trigger',
		type: 'n8n-nodes-voice-call.voiceCallTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters: { provider: subject.id, events: ['*'], ...subject.parameters, ...parameters },
		credentials: { [subject.credentialType]: { id: '1', name: 'Credential' } },
	};
	const endpoint = {
		node,
		workflowId: randomUUID(),
		/** What the credential's form holds; a function is called for each fetch. */
		credential: subject.credential,
		credentialFetches: 0,
		/** The form as it was saved, where that is not what n8n hands out: with expressions. */
		savedCredential: undefined,
		savedCredentialFetches: 0,
		/** The JSON of the item of each execution that was created. */
		executions: [],
		/** The same items whole, with their files. */
		items: [],
		/** The error of each execution that failed before it began. */
		failures: [],
		/** What was thrown outside of the node: broken bodies, for instance. */
		faults: [],
		/** `{ level, message, fields }` of each line. */
		lines: [],
		/** The static data as the database holds it, and how often it was written. */
		staticData: '{}',
		staticDataWrites: 0,
		/** Where n8n says that production URLs begin. */
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		/** Creates an execution; replaced where n8n is to be slow or to fail. */
		createExecution: async () => {},
		/**
		 * Runs the workflow that a live request starts; gives what an Answer sends, or nothing.
		 *
		 * @type {(items: object[]) => Promise<{ statusCode: number, body: unknown, headers: object } | undefined>}
		 */
		run: async () => undefined,
	};

	let handedOut;
	/** @type {import('n8n-workflow').ICredentialsHelper} */
	const credentialsHelper = partOf({
		getDecrypted: async (_additionalData, _details, _type, _mode, _executeData, raw) => {
			if (raw) {
				endpoint.savedCredentialFetches += 1;
				return endpoint.savedCredential ?? handedOut;
			}
			endpoint.credentialFetches += 1;
			const { credential } = endpoint;
			handedOut = typeof credential === 'function' ? await credential() : credential;
			return handedOut;
		},
		getCredentialsProperties: () => [],
		isCredentialUsableByNode: () => true,
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		authenticate,
	});
	const logger = Object.fromEntries(
		['debug', 'info', 'warn', 'error'].map((level) => [
			level,
			(message, fields) => endpoint.lines.push({ level, message, fields }),
		]),
	);
	const workflowOf = (staticData) =>
		new Workflow({
			id: endpoint.workflowId,
			name: 'Workflow',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes,
			staticData: JSON.parse(staticData),
		});
	const listening = (context) => Object.defineProperty(context, 'logger', { value: logger });

	/** n8n's executeWebhook, as far as it goes for this node. */
	async function receive(request, response, mode) {
		if (!(await parseBody(request))) return response.status(422).json({ code: 0 });
		const workflow = workflowOf(mode === 'manual' ? '{}' : endpoint.staticData);
		const context = new WebhookContext(
			workflow,
			node,
			partOf({ credentialsHelper, httpRequest: request, httpResponse: response }),
			mode,
			partOf({ webhookDescription: nodeType.description.webhooks[0] }),
			[],
			null,
		);
		let result;
		try {
			result = await nodeType.webhook.call(listening(context));
		} catch (error) {
			endpoint.failures.push(error);
			return response.status(500).json({ code: 0, message: 'Workflow could not be started!' });
		}
		if (result.noWebhookResponse) return undefined;
		if (result.workflowData) {
			try {
				await endpoint.createExecution();
			} catch {
				return response.status(500).json({ code: 0, message: 'There was a problem' });
			}
			endpoint.items.push(result.workflowData[0][0]);
			endpoint.executions.push(result.workflowData[0][0].json);
			// n8n 2.40 makes another Workflow of the same static data here and so forgets the change.
			workflow.staticData.__dataChanged = false;
		}
		const answer = result.webhookResponse;
		if (mode !== 'manual' && workflow.staticData.__dataChanged) {
			endpoint.staticData = JSON.stringify(workflow.staticData);
			endpoint.staticDataWrites += 1;
		}
		return response.status(200).json(answer);
	}

	/** n8n's executeWebhook where a node of the workflow answers, or nobody does. */
	async function receiveLive(request, response, mode) {
		if (!(await parseBody(request))) return response.status(422).json({ code: 0 });
		const workflow = workflowOf(endpoint.staticData);
		const context = new WebhookContext(
			workflow,
			node,
			partOf({ credentialsHelper, httpRequest: request, httpResponse: response }),
			mode,
			partOf({ webhookDescription: nodeType.description.webhooks[1] }),
			[],
			null,
		);
		let result;
		try {
			result = await nodeType.webhook.call(listening(context));
		} catch (error) {
			endpoint.failures.push(error);
			return response.status(500).json({ code: 0, message: 'Workflow could not be started!' });
		}
		if (result.noWebhookResponse) return undefined;
		if (result.workflowData === undefined) {
			return response.status(200).json(result.webhookResponse);
		}
		try {
			await endpoint.createExecution();
		} catch {
			return response.status(500).json({ code: 0, message: 'There was a problem' });
		}
		const [items] = result.workflowData;
		endpoint.executions.push(items.map((item) => item.json));
		let sent;
		try {
			sent = await endpoint.run(items.map((item) => item.json));
		} catch {
			return response.status(500).json({ message: 'Error in workflow' });
		}
		if (sent === undefined) return response.status(200).json(undefined);
		// n8n may end the response before it has sent it.
		response.end();
		response.status(sent.statusCode);
		response.setHeaders(new Map(Object.entries(sent.headers)));
		response.setHeader('Content-Security-Policy', 'sandbox');
		if (typeof sent.body === 'string') response.send(sent.body);
		else response.json(sent.body);
		process.nextTick(() => response.end());
		return undefined;
	}

	const app = express();
	app.use(bodyReader);
	const handle =
		(mode, how = receive) =>
		(request, response, next) =>
			how(request, response, mode).catch(next);
	app.post('/webhook', handle('webhook'));
	app.post('/webhook-test', handle('manual'));
	app.post('/webhook/answer', handle('webhook', receiveLive));
	app.post('/webhook-test/answer', handle('manual', receiveLive));
	app.use((error, _request, response, _next) => {
		endpoint.faults.push(error);
		response.status(500).json({ code: 0 });
	});
	const server = createServer(app);
	const url = `${await listen(server)}/webhook`;

	/** Calls one of the node's webhook methods, as activating and deactivating does. */
	const hook = async (method, activation, workflow = workflowOf(endpoint.staticData)) => {
		const mode = activation === 'manual' ? 'manual' : 'internal';
		const additionalData = partOf({ credentialsHelper, webhookBaseUrl: endpoint.webhookBaseUrl });
		const context = new HookContext(workflow, node, additionalData, mode, activation);
		try {
			return await nodeType.webhookMethods.default[method].call(listening(context));
		} finally {
			if (mode !== 'manual' && workflow.staticData.__dataChanged) {
				endpoint.staticData = JSON.stringify(workflow.staticData);
				endpoint.staticDataWrites += 1;
			}
		}
	};

	return Object.assign(endpoint, {
		app,
		server,
		url,
		testUrl: `${url}-test`,
		liveUrl: `${url}/answer`,
		liveTestUrl: `${url}-test/answer`,
		send: async (delivery, options) => await send(url, delivery, options),
		sendTest: async (delivery, options) => await send(`${url}-test`, delivery, options),
		activate: async (activation = 'activate') => await hook('create', activation),
		deactivate: async () => await hook('delete', 'update'),
		/** Listening for a test event and ending it; the static data of both is one and not saved. */
		listenForTest: async () => {
			const workflow = workflowOf('{}');
			await hook('create', 'manual', workflow);
			return { end: async () => await hook('delete', 'update', workflow) };
		},
		close: async () => await close(server),
	});
}

module.exports = { openEndpoint };
