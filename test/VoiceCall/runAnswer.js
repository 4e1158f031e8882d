'use strict';

/**
 * Runs Answer as n8n runs it after a Voice Call Trigger: n8n-core's own execution context, with the
 * trigger's items as an earlier node of the same execution.
 */

/** @import { INode, INodeType, INodeTypes, IWorkflowExecuteAdditionalData } from 'n8n-workflow' */

const { ExecuteContext } = require('n8n-core');
const { Workflow, createRunExecutionData } = require('n8n-workflow');
const { VoiceCall } = require('../../nodes/VoiceCall/VoiceCall.node');
const { partOf } = require('../partOf');

const TRIGGER = 'Voice Call Trigger';
const nodeType = new VoiceCall();
/** @type {INodeType} */
const trigger = partOf({
	description: partOf({ properties: [], inputs: [], outputs: ['main'] }),
});
/** @type {INodeTypes} */
const nodeTypes = {
	getByName: () => nodeType,
	getByNameAndVersion: (type) => (type.endsWith('Trigger') ? trigger : nodeType),
	getKnownTypes: () => ({}),
};

/** The data of an execution that the trigger began with these items. */
function startedWith(items) {
	const data = { main: [items.map((json, item) => ({ json, pairedItem: { item } }))] };
	return createRunExecutionData({
		executionData: { contextData: {} },
		resultData: {
			runData: {
				[TRIGGER]: [{ startTime: 0, executionTime: 0, executionIndex: 0, source: [], data }],
			},
		},
	});
}

/**
 * @param {object} options
 * @param {object} options.parameters of Answer
 * @param {object[]} options.asked JSON of the trigger's items; none for an execution without it
 * @param {object[]} [options.items] JSON of the input; default the trigger's
 * @param {number[]} [options.cameOf] which item of the trigger each input item came of; default in order
 * @param {object} [options.execution] of an earlier node, to go on with
 * @param {object} [options.settings] of the node
 * @param {import('n8n-workflow').WorkflowExecuteMode} [options.mode]
 * @returns {Promise<{ output: object[], sent: object[], execution: object }>}
 */
async function runAnswer(options) {
	const { parameters, asked, items = asked, settings = {}, mode = 'webhook' } = options;
	/** @type {INode} */
	const answer = {
		id: 'node-2',
		name: 'Answer',
		type: 'n8n-nodes-voice-call.voiceCall',
		typeVersion: 1,
		position: [0, 0],
		parameters: { provider: 'vapi', resource: 'request', operation: 'answer', ...parameters },
		...settings,
	};
	/** @type {INode} */
	const start = {
		id: 'node-1',
		name: TRIGGER,
		type: 'n8n-nodes-voice-call.voiceCallTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: {},
	};
	const isReached = asked.length > 0;
	const workflow = new Workflow({
		id: 'w1',
		nodes: isReached ? [start, answer] : [answer],
		connections: isReached
			? { [TRIGGER]: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] } }
			: {},
		active: false,
		nodeTypes,
	});
	const execution = options.execution ?? startedWith(asked);
	const sent = [];
	/** @type {IWorkflowExecuteAdditionalData} */
	const additionalData = partOf({
		executionId: '1',
		restApiUrl: 'http://127.0.0.1',
		instanceBaseUrl: 'http://127.0.0.1',
		webhookBaseUrl: 'http://127.0.0.1',
		formWaitingBaseUrl: 'http://127.0.0.1',
		webhookWaitingBaseUrl: 'http://127.0.0.1',
		variables: {},
		currentNodeExecutionIndex: 0,
		hooks: partOf({ runHook: async (_, [response]) => void sent.push(response) }),
	});
	const { cameOf = items.map((_, item) => item) } = options;
	const input = items.map((json, at) => ({ json, pairedItem: { item: cameOf[at] } }));
	const context = new ExecuteContext(
		workflow,
		workflow.getNode('Answer'),
		additionalData,
		mode,
		execution,
		0,
		input,
		{ main: [input] },
		{
			node: workflow.getNode('Answer'),
			data: { main: [input] },
			source: { main: [{ previousNode: TRIGGER }] },
		},
		[],
	);
	const [output] = await nodeType.execute.call(context);
	return { output, sent, execution };
}

module.exports = { runAnswer };
