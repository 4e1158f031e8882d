'use strict';

/**
 * The webhooks of an account: several side by side, each with secrets of its own; one is made up where none is
 * given (https://docs.ultravox.ai/api-reference/webhooks/webhooks-post, and the provider's OpenAPI).
 */

const { randomUUID } = require('node:crypto');
const { randomHex } = require('../../randomHex');
const events = require('./events');

const LONGEST_URL = 200;
const LONGEST_SECRET = 120;

/**
 * @import { Handler, Problem } from '../../routing'
 *
 * @typedef {{ webhookId: string, url: string, events: string[], secrets: string[], [name: string]: any }} Webhook
 */

/** @param {unknown} value */
const isTexts = (value) => Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * What is wrong with what a webhook is to be.
 *
 * @param {Record<string, any>} wanted
 */
function complaint({ url, events: wanted, secrets = [], agentId = null }) {
	if (typeof url !== 'string' || !URL.canParse(url)) return 'url: Enter a valid URL.';
	if (url.length > LONGEST_URL) return `url: no more than ${LONGEST_URL} characters.`;
	if (!isTexts(wanted) || wanted.length === 0) return 'events: This field is required.';
	const unknown = wanted.find((type) => !Object.hasOwn(events, type));
	if (unknown !== undefined) return `events: "${unknown}" is not a valid choice.`;
	if (!isTexts(secrets)) return 'secrets: Expected a list of items.';
	if (secrets.some((secret) => secret === '' || secret.length > LONGEST_SECRET)) {
		return `secrets: between 1 and ${LONGEST_SECRET} characters.`;
	}
	return agentId === null || typeof agentId === 'string' ? undefined : 'agentId: Must be a UUID.';
}

/**
 * @param {object} context
 * @param {import('../../webhooks').Subscribe} context.subscribe
 * @param {(path: string, entries: object[], query: URLSearchParams) => ReturnType<Handler>} context.pageOf
 * @param {Problem} context.problem
 */
function createWebhooks({ subscribe, pageOf, problem }) {
	/** @type {Map<string, { webhook: Webhook, unsubscribe: () => void }>} */
	const kept = new Map();

	/** @param {Webhook} webhook */
	function keep(webhook) {
		kept.get(webhook.webhookId)?.unsubscribe();
		const { url, events: types, secrets } = webhook;
		const unsubscribe = subscribe('ultravox', url, types, { secrets });
		kept.set(webhook.webhookId, { webhook, unsubscribe });
		return webhook;
	}

	/** @type {Handler} */
	function create({ json }) {
		const wrong = complaint(json);
		if (wrong !== undefined) return problem(400, wrong);
		const { url, events: types, secrets = [], agentId = null } = json;
		const webhook = {
			webhookId: randomUUID(),
			agentId,
			created: new Date().toISOString(),
			url,
			secrets: secrets.length > 0 ? secrets : [randomHex(16)],
			events: types,
			status: 'normal',
			lastStatusChange: null,
			recentFailures: [],
		};
		return { status: 201, body: keep(webhook) };
	}

	/** @type {Handler} */
	function update({ params: [id], json }) {
		const known = kept.get(id);
		if (known === undefined) return problem(404, 'Not found.');
		const { url, events: types, secrets, agentId } = { ...known.webhook, ...json };
		const wrong = complaint({ url, events: types, secrets, agentId });
		if (wrong !== undefined) return problem(400, wrong);
		const webhook = { ...known.webhook, url, events: types, secrets, agentId };
		return { status: 200, body: keep(webhook) };
	}

	/** @type {Handler} */
	function remove({ params: [id] }) {
		const known = kept.get(id);
		if (known === undefined) return problem(404, 'Not found.');
		known.unsubscribe();
		kept.delete(id);
		return { status: 204, body: '' };
	}

	/** @type {Handler} */
	const list = ({ query }) =>
		pageOf(
			'/webhooks',
			[...kept.values()].map(({ webhook }) => webhook),
			query,
		);

	return { create, list, remove, update };
}

module.exports = { createWebhooks };
