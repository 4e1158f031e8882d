'use strict';

const workflows = require('../../tools/workflows/callWorkflow');
const { credentialsFor, credentialTypeOf } = require('../VoiceCall/standIn');

/**
 * A published workflow that hands the items it is sent to the Voice Call node.
 *
 * @param {import('../../tools/n8n-host/client').Client} client
 * @typedef {import('../../tools/workflows/callWorkflow').CallWorkflowOptions} ToolOptions
 *
 * @typedef {object} StandIn
 * @property {object} simulator where calls are placed
 * @property {object} [credentialData] in place of what the stand-in accepts
 *
 * @param {Omit<ToolOptions, 'credentialType' | 'credentialData'> & StandIn} options
 */
async function publishCallWorkflow(client, { simulator, ...options }) {
	const credentialType = credentialTypeOf(options.parameters);
	const credentialData = credentialsFor(simulator)[credentialType];
	return await workflows.publishCallWorkflow(client, {
		credentialType,
		credentialData,
		...options,
	});
}

/** The error that an execution ended with. */
const errorOf = (execution) => execution.data.resultData.error;

module.exports = { ...workflows, errorOf, publishCallWorkflow };
