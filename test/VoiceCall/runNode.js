'use strict';

/**
 * Runs the Voice Call node as n8n runs it: n8n-core's own execution context, parameters,
 * expressions and HTTP client. Only what n8n reads from its database is stood in for: the
 * credentials, which go through the project's own credential classes.
 */

/** @import { IBinaryData, ICredentialsHelper, INode, IRunExecutionData, IWorkflowExecuteAdditionalData } from 'n8n-workflow' */

const { ExecuteContext, LoadOptionsContext, SupplyDataContext } = require('n8n-core');
const { Workflow, createRunExecutionData } = require('n8n-workflow');
const { VoiceCall } = require('../../nodes/VoiceCall/VoiceCall.node');
const { partOf } = require('../partOf');
const { authenticate } = require('./authenticate');

const TYPE = 'n8n-nodes-voice-call.voiceCall';
const nodeType = new VoiceCall();
/** @type {import('n8n-workflow').INodeTypes} */
const nodeTypes = {
	getByNameAndVersion: () => nodeType,
	getByName: () => nodeType,
	getKnownTypes: () => ({}),
};

/** @returns {ICredentialsHelper} */
const credentialsHelper = (credentials) =>
	partOf({
		getCredentialsProperties: () => [],
		isCredentialUsableByNode: () => true,
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		getDecrypted: async (_, __, type) => ({ ...credentials[type] }),
		authenticate,
	});

/** The node with these credentials, alone in a workflow. */
function nodeWith(parameters, credentials, settings = {}) {
	/** @type {INode} */
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
	return { node, workflow };
}

/** What the editor searches a list with, while the form says this. */
function searchContext(parameters, credentials) {
	const { node, workflow } = nodeWith(parameters, credentials);
	return new LoadOptionsContext(
		workflow,
		node,
		partOf({
			credentialsHelper: credentialsHelper(credentials),
			currentNodeParameters: node.parameters,
		}),
		'',
	);
}

/**
 * An item that the node gives out.
 *
 * @typedef {object} Output
 * @property {Record<string, any>} json
 * @property {{ item: number }} pairedItem
 * @property {Record<string, IBinaryData>} [binary]
 */

/**
 * One run of the node.
 *
 * @param {object} options
 * @param {object} options.parameters
 * @param {Record<string, object>} options.credentials data by credential type
 * @param {object[]} [options.items] JSON of the input items; default one
 * @param {object} [options.settings] of the node, e.g. `onError`, `name`
 * @param {string} [options.executionId] default: a new one for each run
 * @param {object} [options.execution] of an earlier run, to run the node again in it
 * @param {number} [options.runIndex]
 * @param {AbortSignal} [options.signal]
 * @param {'agent' | 'engine'} [options.asTool] as an AI agent calls it: agents up to version 2 run their tools
 *   themselves, n8n's engine runs those of later ones
 * @param {string} [options.waitingUrl] where sleeping executions are woken
 * @returns {Promise<Output[]>} the output; throws what the node throws
 */
async function runNode(options) {
	const { parameters, credentials, items = [{}], settings = {}, execution } = options;
	const { node, workflow } = nodeWith(parameters, credentials, settings);
	const runExecutionData = execution ?? newExecution();
	const input = items.map((json, item) => ({ json, pairedItem: { item } }));
	/** @type {IWorkflowExecuteAdditionalData} */
	const additionalData = partOf({
		executionId: options.executionId ?? newExecutionId(),
		credentialsHelper: credentialsHelper(credentials),
		restApiUrl: 'http://127.0.0.1',
		instanceBaseUrl: 'http://127.0.0.1',
		webhookBaseUrl: 'http://127.0.0.1',
		formWaitingBaseUrl: 'http://127.0.0.1',
		webhookWaitingBaseUrl: options.waitingUrl ?? 'http://127.0.0.1/webhook-waiting',
		variables: {},
		currentNodeExecutionIndex: 0,
	});
	const known = workflow.getNode(node.name);
	/** @type {[Workflow, INode, IWorkflowExecuteAdditionalData, 'trigger', IRunExecutionData]} */
	const shared = [workflow, known, additionalData, 'trigger', runExecutionData];
	const executeData = { node: known, data: { main: [input] }, source: null };
	const runIndex = options.runIndex ?? 0;
	if (options.asTool === 'engine') known.rewireOutputLogTo = 'ai_tool';
	const context =
		options.asTool === 'agent'
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
	return /** @type {Output[]} */ (output);
}

let executions = 0;
const newExecutionId = () => String(++executions);

/** The data of an execution, for several runs of the node in it. */
const newExecution = () => createRunExecutionData({ executionData: { contextData: {} } });

module.exports = { credentialsHelper, newExecution, nodeType, nodeTypes, runNode, searchContext };
