'use strict';

/**
 * The least that a trigger can do that reads a credential and answers: no check, nothing remembered, the
 * body as the item. What it costs n8n, any trigger that checks its events costs at least, unless it keeps what it
 * read. For benchmarks only.
 */
class LeastTrigger {
	constructor() {
		this.description = {
			displayName: 'Least Trigger',
			name: 'leastTrigger',
			group: ['trigger'],
			// From any version above 1 on, n8n evaluates no expression for a webhook that has none.
			version: 1.1,
			description: 'Reads a credential and answers',
			defaults: { name: 'Least Trigger' },
			inputs: [],
			outputs: ['main'],
			credentials: [{ name: 'huskyVoiceWebhookApi', required: true }],
			webhooks: [
				{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'least' },
			],
			properties: [],
		};
	}

	/** @this {import('n8n-workflow').IWebhookFunctions} */
	async webhook() {
		await this.getCredentials('huskyVoiceWebhookApi');
		return {
			webhookResponse: { received: true },
			workflowData: [[{ json: this.getBodyData() }]],
		};
	}
}

module.exports = { LeastTrigger };
