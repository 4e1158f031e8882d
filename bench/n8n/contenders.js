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

/** Made-up secrets, new ones each time. */
const secrets = {
	signingSecret: randomBytes(24).toString('hex'),
	signatureSecret: randomBytes(16).toString('hex'),
};

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
	const { signingSecret, signatureSecret } = secrets;
	const own = { signingSecret };
	const genuine = { kind: 'genuine', secrets: own };
	const withoutGuard = { options: { ignoreDuplicates: false } };
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
			nodes: [sketches.leastTrigger(own)],
			delivery: genuine,
		},
		{
			id: 'trigger',
			label: 'Voice Call Trigger, genuine',
			nodes: [sketches.voiceCallTrigger(own)],
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
			nodes: [sketches.voiceCallTrigger(own, withoutGuard)],
			delivery: genuine,
		},
		...(against === undefined ? [] : earlierWays(against, own)),
		{
			id: 'code',
			label: 'Webhook + Code node with the documented check',
			nodes: [sketches.webhook(), sketches.documentedCheck(own)],
			proof: { node: 'Code', output: 0 },
			delivery: genuine,
		},
		{
			id: 'crypto',
			label: 'Webhook + Crypto node + If node',
			nodes: sketches.cryptoCheck(own),
			proof: { node: 'If', output: 0 },
			delivery: genuine,
		},
		{
			id: 'slack',
			label: 'Slack Trigger of n8n, genuine',
			nodes: [sketches.slackTrigger({ signatureSecret })],
			delivery: { kind: 'slack', secrets: { signatureSecret } },
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
function earlierWays(against, own) {
	return [
		{
			id: 'earlier',
			label: `Voice Call Trigger at ${against}, genuine`,
			nodes: [sketches.voiceCallTrigger(own, {}, 'CUSTOM')],
			delivery: { kind: 'genuine', secrets: own },
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
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {{ url: string, webhookSecret: Promise<string> }} gitHub see gitHubStandIn.js
 * @param {string[]} [ids] all unless given
 * @param {string} [against]
 * @returns {Promise<Contender[]>}
 */
async function publishContenders(client, gitHub, ids, against) {
	const wanted = ways(gitHub, against).filter(({ id }) => !ids || ids.includes(id));
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
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {import('../load/generator').Generator} generator
 */
async function proveChecks(client, generator) {
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

module.exports = { proveChecks, publishContenders, secrets };
