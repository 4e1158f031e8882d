'use strict';

const { randomBytes } = require('node:crypto');
const { setTimeout: delay } = require('node:timers/promises');
const sketches = require('./sketches');
const { publish } = require('./workflow');

/**
 * A way of receiving events in n8n, published and ready for load.
 *
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} label
 * @property {string | string[]} url
 * @property {import('../load/deliveries').Wanted} delivery what to send
 * @property {number} status that n8n has to answer with
 */

/** Made up, and new each time. */
const secrets = { signingSecret: randomBytes(24).toString('hex') };
const slackSecrets = { signatureSecret: randomBytes(16).toString('hex') };

const credential = { type: 'huskyVoiceWebhookApi', data: secrets };

/** @type {Wanted} */
const genuine = { kind: 'genuine', secrets };

/**
 * Each way as a row of nodes, and what is sent to it.
 *
 * @typedef {import('../load/deliveries').Wanted} Wanted
 *
 * @typedef {object} Way
 * @property {string} id
 * @property {string} label
 * @property {import('./workflow').NodeSketch[]} [nodes]
 * @property {string} [sharedWith] the way whose nodes it uses
 * @property {Wanted | (() => Promise<Wanted>)} delivery
 * @property {number} [status]
 * @property {{ node: string, output: number }} [proof] where a delivery is that was found genuine
 *
 * @param {object} gitHub see gitHubStandIn.js
 * @param {string} [against] the earlier state of this package that n8n has as well, see earlier.js
 * @returns {Way[]}
 */
function ways(gitHub, against) {
	return [
		{
			id: 'bare',
			label: 'Webhook node, no check at all',
			nodes: [sketches.webhook()],
			delivery: genuine,
		},
		{
			id: 'least',
			label: 'Least trigger: reads a credential and answers, no check',
			nodes: [sketches.leastTrigger(credential)],
			delivery: genuine,
		},
		{
			id: 'trigger',
			label: 'Voice Call Trigger, genuine',
			nodes: [sketches.voiceCallTrigger(credential)],
			delivery: genuine,
		},
		{
			id: 'forgedByHeader',
			label: 'Voice Call Trigger, forged, header tells',
			sharedWith: 'trigger',
			delivery: { kind: 'forgedByHeader' },
			status: 401,
		},
		{
			id: 'forgedBySignature',
			label: 'Voice Call Trigger, forged signature',
			sharedWith: 'trigger',
			delivery: { kind: 'forgedBySignature' },
			status: 401,
		},
		{
			id: 'withoutGuard',
			label: 'Voice Call Trigger, genuine, duplicates not ignored',
			nodes: [sketches.voiceCallTrigger(credential, { options: { ignoreDuplicates: false } })],
			delivery: genuine,
		},
		...(against === undefined ? [] : earlierWays(against)),
		{
			id: 'code',
			label: 'Webhook + Code node with the documented check',
			nodes: [sketches.webhook(), sketches.documentedCheck(secrets)],
			proof: { node: 'Code', output: 0 },
			delivery: genuine,
		},
		{
			id: 'crypto',
			label: 'Webhook + Crypto node + If node',
			nodes: sketches.cryptoCheck(secrets),
			proof: { node: 'If', output: 0 },
			delivery: genuine,
		},
		{
			id: 'slack',
			label: 'Slack Trigger of n8n, genuine',
			nodes: [sketches.slackTrigger(slackSecrets)],
			delivery: { kind: 'slack', secrets: slackSecrets },
		},
		{
			id: 'gitHub',
			label: 'Github Trigger of n8n, genuine',
			nodes: [sketches.gitHubTrigger(gitHub.url)],
			delivery: async () => ({
				kind: 'gitHub',
				secrets: { webhookSecret: await gitHub.webhookSecret },
			}),
		},
	];
}

/** The same trigger as it was. */
function earlierWays(against) {
	return [
		{
			id: 'earlier',
			label: `Voice Call Trigger at ${against}, genuine`,
			nodes: [sketches.voiceCallTrigger(credential, {}, 'CUSTOM')],
			delivery: genuine,
		},
		{
			id: 'earlierForgedBySignature',
			label: `Voice Call Trigger at ${against}, forged signature`,
			sharedWith: 'earlier',
			delivery: { kind: 'forgedBySignature' },
			status: 401,
		},
	];
}

/**
 * @param {import('./withHost').Bench} bench
 * @param {string[]} [ids] all unless given; one whose nodes another uses stands before that
 * @param {string} [against]
 * @returns {Promise<Contender[]>}
 */
async function publishContenders({ client, gitHub }, ids, against) {
	const all = ways(gitHub, against);
	const wanted = ids ? ids.map((wantedId) => all.find(({ id }) => id === wantedId)) : all;
	/** @type {Contender[]} */
	const published = [];
	for (const { id, label, nodes, sharedWith, delivery, status = 200 } of wanted) {
		const { url } = sharedWith
			? published.find((other) => other.id === sharedWith)
			: await publish(client, label, nodes);
		const sent = typeof delivery === 'function' ? await delivery() : delivery;
		published.push({ id, label, url, delivery: sent, status });
	}
	return published;
}

/**
 * What gives the wrong verdict is not worth measuring: sends one genuine delivery to each way that
 * checks after the answer, with executions kept, and looks where it went.
 *
 * @param {import('./withHost').Bench} bench
 */
async function proveChecks({ client, generator }) {
	for (const { label, nodes, proof, delivery } of ways({})) {
		if (!proof || typeof delivery === 'function') continue;
		const { id, url } = await publish(client, `${label}, proof`, nodes, {
			saveDataSuccessExecution: 'all',
			saveDataErrorExecution: 'all',
		});
		await generator.send({ url, delivery: { ...delivery, bytes: 1024 }, amount: 1 });
		await delay(100);
		const [{ id: executionId }] = await client.waitForExecutions(id, 1);
		const { data } = await client.getExecution(executionId);
		const taken = data.resultData.runData[proof.node]?.[0].data?.main[proof.output];
		if (!taken?.length) throw new Error(`${label} does not accept a genuine delivery`);
		await client.deleteWorkflow(id);
	}
}

/** What they are called where there is little room. */
const SHORT_LABELS = {
	bare: 'Webhook node, no check',
	code: 'Webhook + Code node',
	least: 'least trigger',
	trigger: 'genuine',
	forgedByHeader: 'forged, header tells',
	forgedBySignature: 'forged signature',
};

module.exports = { SHORT_LABELS, credential, genuine, proveChecks, publishContenders };
