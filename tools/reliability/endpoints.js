'use strict';

const { publishTriggerWorkflow } = require('../workflows/triggerWorkflow');
const { urlAt } = require('./queueMode');
const { CREDENTIAL_TYPES, PROVIDERS, newSecrets } = require('./secrets');

/**
 * A published workflow for each provider.
 *
 * @typedef {object} PublishedEndpoint
 * @property {Awaited<ReturnType<typeof publishTriggerWorkflow>>} published
 * @property {string} workflowId
 *
 * @param {import('../n8n-host/client').Client} client of the main process
 * @param {object} [options]
 * @param {string[]} [options.providers] default all four
 * @param {{ url: string }[]} [options.receivers] n8n processes that take the traffic; default the
 *   one of the client
 * @param {object} [options.parameters] of the trigger
 * @param {{ name: string }[]} [options.next] nodes after the trigger
 * @returns {Promise<(import('./traffic').Endpoint & PublishedEndpoint)[]>}
 */
async function publishEndpoints(client, options = {}) {
	const { providers = PROVIDERS, receivers = [client], parameters, next } = options;
	const endpoints = [];
	for (const provider of providers) {
		const secrets = newSecrets(provider);
		const published = await publishTriggerWorkflow(client, {
			provider,
			credentialType: CREDENTIAL_TYPES[provider],
			credentialData: secrets,
			parameters,
			next,
		});
		endpoints.push({
			provider,
			secrets,
			published,
			workflowId: published.workflow.id,
			targets: receivers.map((host) => urlAt(published.url, host)),
		});
	}
	return endpoints;
}

/**
 * @param {{ workflowId: string }[]} endpoints
 * @returns {string[]}
 */
const workflowIds = (endpoints) => endpoints.map(({ workflowId }) => workflowId);

module.exports = { publishEndpoints, workflowIds };
