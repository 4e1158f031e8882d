'use strict';

/**
 * Runs the Voice Call node as n8n runs it: n8n-core's own execution context, parameters,
 * expressions and HTTP client. Only what n8n reads from its database is stood in for: the
 * credentials, which go through the project's own credential classes.
 */

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { ExecuteContext, SupplyDataContext } = require('n8n-core');
const { Workflow, createRunExecutionData } = require('n8n-workflow');
const { VoiceCall } = require('../../nodes/VoiceCall/VoiceCall.node');

const TYPE = 'n8n-nodes-voice-call.voiceCall';
const nodeType = new VoiceCall();
const CREDENTIALS = path.join(__dirname, '..', '..', 'credentials');
const classes = Object.fromEntries(
	readdirSync(CREDENTIALS)
		.filter((file) => file.endsWith('.credentials.ts'))
		.flatMap((file) => Object.values(require(path.join(CREDENTIALS, file))))
		.map((Class) => new Class())
		.map((type) => [type.name, type]),
);
const nodeTypes = { getByNameAndVersion: () => nodeType, getByName: () => nodeType };

/** `={{$credentials.x}}` and texts around it, as n8n resolves them. */
const resolved = (template, data) =>
	template
		.replace(/^=/, '')
		.replace(/\{\{\s*\$credentials\.(\w+)\s*\}\}/g, (_, name) => data[name]);

/** What n8n's credentials helper does for a type that says how to sign in. */
async function authenticate(data, type, request) {
	const { authenticate: rule } = classes[type];
	if (typeof rule === 'function') return await rule(data, request);
	const signed = { ...request };
	for (const [part, members] of Object.entries(rule.properties)) {
		const values = Object.entries(members).map(([name, text]) => [name, resolved(text, data)]);
		signed[part] = { ...signed[part], ...Object.fromEntries(values) };
	}
	return signed;
}

const credentialsHelper = (credentials) => ({
	getCredentialsProperties: () => [],
	isCredentialUsableByNode: () => true,
	getParentTypes: () => [],
	preAuthentication: async () => undefined,
	getDecrypted: async (_, __, type) => ({ ...credentials[type] }),
	authenticate,
});

/**
 * One run of the node.
 *
 * @param {object} options
 * @param {object} options.parameters
 * @param {Record<string, object>} options.credentials data by credential type
 * @param {object[]} [options.items] JSON of the input items; default one
 * @param {object} [options.settings] of the node, e.g. `onError`
 * @param {string} [options.executionId] default: a new one for each run
 * @param {object} [options.execution] of an earlier run, to run the node again in it
 * @param {number} [options.runIndex]
 * @param {AbortSignal} [options.signal]
 * @param {boolean} [options.asTool] as an AI agent calls it
 * @param {string} [options.waitingUrl] where sleeping executions are woken
 * @returns {Promise<import('n8n-workflow').INodeExecutionData[]>} the output; throws what the node throws
 */
async function runNode(options) {
	const { parameters, credentials, items = [{}], settings = {}, execution } = options;
	const node = {
		id: 'node-1',
		name: 'Voice Call',
		type: TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: { resource: 'call', operation: 'create', ...parameters },
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
		),
		...settings,
	};
	const workflow = new Workflow({
		id: 'w1',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
	});
	const runExecutionData = execution ?? newExecution();
	const input = items.map((json, item) => ({ json, pairedItem: { item } }));
	const additionalData = {
		executionId: options.executionId ?? newExecutionId(),
		credentialsHelper: credentialsHelper(credentials),
		restApiUrl: 'http://127.0.0.1',
		instanceBaseUrl: 'http://127.0.0.1',
		webhookBaseUrl: 'http://127.0.0.1',
		formWaitingBaseUrl: 'http://127.0.0.1',
		webhookWaitingBaseUrl: options.waitingUrl ?? 'http://127.0.0.1/webhook-waiting',
		variables: {},
		currentNodeExecutionIndex: 0,
	};
	const known = workflow.getNode('Voice Call');
	const shared = [workflow, known, additionalData, 'trigger', runExecutionData];
	const executeData = { node: known, data: { main: [input] }, source: null };
	const runIndex = options.runIndex ?? 0;
	const context = options.asTool
		? new SupplyDataContext(
				...shared,
				runIndex,
				input,
				{ ai_tool: [input] },
				'ai_tool',
				executeData,
				[],
				options.signal,
			)
		: new ExecuteContext(
				...shared,
				runIndex,
				input,
				{ main: [input] },
				executeData,
				[],
				options.signal,
			);
	const [output] = await nodeType.execute.call(context);
	// What n8n does with the execution of a node that went to sleep.
	if (runExecutionData.waitTill) {
		runExecutionData.executionData.nodeExecutionStack = [executeData];
		runExecutionData.resultData.lastNodeExecuted = node.name;
	}
	return output;
}

let executions = 0;
const newExecutionId = () => String(++executions);

/** The data of an execution, for several runs of the node in it. */
const newExecution = () => createRunExecutionData({ executionData: { contextData: {} } });

module.exports = { credentialsHelper, nodeType, runNode, newExecution };
