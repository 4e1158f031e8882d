import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The trigger on its own, handed what n8n would hand it: for the cost of our own code, to the
 * microsecond.
 *
 * @param {string} dist folder of the compiled code
 * @param {object} options
 * @param {object} options.credential
 * @param {string} [options.credentialType]
 * @param {object} [options.parameters]
 */
export function triggerAlone(
	dist,
	{ credential, credentialType = 'huskyVoiceWebhookApi', parameters = {} },
) {
	const { VoiceCallTrigger } = require(
		path.join(dist, 'nodes/VoiceCallTrigger/VoiceCallTrigger.node.js'),
	);
	const { webhook } = new VoiceCallTrigger();
	const staticData = {};
	const values = { provider: 'huskyVoice', events: ['*'], output: 'simplified', ...parameters };
	const credentials = { [credentialType]: { id: 'credential', name: 'Credential' } };
	const node = { id: 'node', name: 'Voice Call Trigger', typeVersion: 1.1, credentials };
	const additionalData = { credentialsHelper: { getDecrypted: async () => credential } };
	const workflow = { id: 'workflow' };

	/**
	 * Receives one delivery to the end: n8n's part is to ask for the answer and to send it.
	 *
	 * @param {{ rawHeaders: string[], body: Buffer }} delivery
	 * @returns {Promise<boolean>} whether the workflow would start
	 */
	const receive = async ({ rawHeaders, body }) => {
		const response = {
			statusCode: 200,
			status(code) {
				this.statusCode = code;
				return this;
			},
			json: () => response,
			once: () => response,
			end: () => response,
		};
		const result = await webhook.call({
			getNodeParameter: (name, fallback) => values[name] ?? fallback,
			getRequestObject: () => ({ rawHeaders, rawBody: body, ip: '127.0.0.1' }),
			getResponseObject: () => response,
			getCredentials: async () => credential,
			getWorkflowStaticData: () => staticData,
			getNode: () => node,
			getWorkflow: () => workflow,
			getMode: () => 'webhook',
			getWebhookName: () => 'default',
			additionalData,
			logger: { warn: () => {}, error: () => {} },
		});
		const starts = result.workflowData !== undefined && result.webhookResponse !== undefined;
		if (starts) response.end();
		return starts;
	};
	return { receive };
}
