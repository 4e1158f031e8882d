'use strict';

const { setTimeout: delay } = require('node:timers/promises');

/** @param {import('./client').Session} session */
function webhookMethods({ url, request }) {
	/**
	 * Address of a webhook in this n8n.
	 *
	 * @param {string} path as in the node: `<webhookId>/<path>`, or the path alone where it is full
	 * @param {'webhook' | 'webhook-test'} [kind]
	 */
	const webhookUrl = (path, kind = 'webhook') => `${url}/${kind}/${path}`;
	return {
		webhookUrl,

		/**
		 * Path of a node's webhook, as its type declares it.
		 *
		 * @param {import('./client').WorkflowNode} node
		 * @returns {Promise<string>}
		 */
		webhookPath: async ({ type, typeVersion, webhookId, parameters }) => {
			const nodeInfos = [{ name: type, version: typeVersion }];
			const [description] = await request('POST', '/node-types', { nodeInfos });
			const [{ path, isFullPath }] = description.webhooks;
			const own = path.startsWith('=') ? parameters.path : path;
			return isFullPath ? own || webhookId : `${webhookId}/${own}`;
		},
	};
}

/**
 * Waits until n8n listens at a webhook address. n8n publishes five workflows at a time, and one that cannot be
 * published keeps others waiting for as long as it is tried again. It asks as a browser's CORS preflight does: n8n
 * then names the methods it has registered, and no workflow starts.
 *
 * @param {string} address whole URL, also of another n8n process of the same installation
 * @param {{ method?: string, registered?: boolean, timeoutMs?: number }} [options] `registered:
 *   false` waits until n8n no longer listens
 */
async function waitForWebhook(address, options = {}) {
	const { method = 'POST', registered = true, timeoutMs = 90_000 } = options;
	const deadline = Date.now() + timeoutMs;
	while ((await isRegistered(address, method)) !== registered) {
		if (Date.now() > deadline) {
			throw new Error(
				`${address} is ${registered ? 'not' : 'still'} registered after ${timeoutMs / 1000} s`,
			);
		}
		await delay(50);
	}
}

/**
 * @param {string} address
 * @param {string} method
 */
async function isRegistered(address, method) {
	const response = await fetch(address, {
		method: 'OPTIONS',
		headers: { origin: new URL(address).origin, 'access-control-request-method': method },
	});
	await response.arrayBuffer();
	const methods = response.headers.get('access-control-allow-methods') ?? '';
	return response.ok && methods.split(/, */).includes(method);
}

module.exports = { waitForWebhook, webhookMethods };
