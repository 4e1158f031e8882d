'use strict';

const { randomBytes, randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');
const { publishContenders, secrets } = require('../n8n/contenders');
const { untilAtRest } = require('../n8n/idle');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { voiceCallTrigger, webhook } = require('../n8n/sketches');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { median } = require('../statistics');
const { PROVIDERS, deliveryOf } = require('./providers');

/** n8n takes bodies of 16 MB at most. */
const SIZES = [1024, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_000_000];
const WORKFLOWS = [1, 10, 100, 1000];
/** Each in a credential of its own, over `SHARING` workflows. */
const SECRETS = [1, 10, 100];
const SHARING = 100;
const BLOCK = 60;
const BLOCKS = 8;

/**
 * Rates in n8n (lazy acquisition of isolates) against what may grow.
 *
 * @param {{ quick: boolean }} options
 */
async function measureInHost({ quick }) {
	return await withHost(ENGINES.lazy.env, async (bench) => {
		const contenders = await publishContenders(bench.client, bench.gitHub, ['bare', 'trigger']);
		return {
			keys: await againstKeys(bench, quick),
			bytes: await againstSize(bench, contenders, quick),
			providers: await againstProviders(bench, contenders[0], quick),
			secrets: await againstSecrets(bench, contenders, quick),
			// Last: so many workflows stay.
			workflows: await againstWorkflows(bench, contenders, quick),
		};
	});
}

/** A new trigger, block of deliveries after block: its keys become more up to the bound, 200. */
async function againstKeys(bench, quick) {
	const { url } = await publish(bench.client, 'Growth of keys', [
		voiceCallTrigger({ signingSecret: secrets.signingSecret }),
	]);
	const contender = { id: 'new', label: 'new trigger', url, status: 200, delivery: genuine() };
	const rates = [];
	for (let block = 0; block < (quick ? 2 : BLOCKS); block += 1) {
		const { perSecond } = await loadRound(bench, contender, { bytes: 1024, amount: BLOCK });
		rates.push({ deliveriesBefore: block * BLOCK, perSecond });
	}
	return rates;
}

const genuine = () => ({
	kind: 'genuine',
	secrets: { signingSecret: secrets.signingSecret },
});

async function againstSize(bench, contenders, quick) {
	const rates = [];
	for (const bytes of SIZES)
		rates.push({ bytes, ...(await compare(bench, contenders, bytes, quick)) });
	return rates;
}

/**
 * Rates of contenders by id, alternating.
 *
 * @param {import('../n8n/withHost').Bench} bench
 * @param {import('../n8n/contenders').Contender[]} contenders
 * @param {number} bytes
 * @param {boolean} quick
 * @param {number} [amount] of deliveries to each in a round
 */
async function compare(bench, contenders, bytes, quick, amount = bytes > 1_000_000 ? 8 : 40) {
	/** @type {Record<string, number[]>} */
	const rates = Object.fromEntries(contenders.map(({ id }) => [id, []]));
	for (let round = 0; round < (quick ? 1 : 3); round += 1) {
		for (const contender of contenders) {
			const load = { bytes, amount: quick ? 8 : amount };
			const { perSecond } = await loadRound(bench, contender, load);
			rates[contender.id].push(perSecond);
		}
	}
	return Object.fromEntries(Object.entries(rates).map(([id, values]) => [id, median(values)]));
}

/** A trigger for each provider, beside the Webhook node with events of the middle size. */
async function againstProviders(bench, bare, quick) {
	const contenders = [{ ...bare, id: 'bare' }];
	for (const provider of PROVIDERS) {
		const { id, credentialType, credential, parameters } = provider;
		const trigger = {
			...voiceCallTrigger({}, { provider: id, ...parameters }),
			credential: { type: credentialType, data: credential },
		};
		const { url } = await publish(bench.client, `Growth of providers: ${id}`, [trigger]);
		contenders.push({ id, label: id, url, status: 200, delivery: deliveryOf(provider) });
	}
	const rates = await compare(bench, contenders, 1024, quick);
	return PROVIDERS.map(({ id }) => ({ provider: id, trigger: rates[id], bare: rates.bare }));
}

/** So many workflows, in turn, and among them so many secrets, each of which n8n has to read. */
async function againstSecrets(bench, contenders, quick) {
	const [bare, trigger] = contenders;
	const { client } = bench;
	const sharing = quick ? SECRETS[1] : SHARING;
	const rates = [];
	const bareUrls = await publishMany(sharing, async () => await another(client, webhook()));
	for (const wanted of SECRETS.filter((count) => count <= sharing)) {
		const held = Array.from({ length: wanted }, () => ({
			signingSecret: randomBytes(24).toString('hex'),
		}));
		const credentials = [];
		for (const [at, data] of held.entries())
			credentials.push(await credentialFor(client, at, data));
		const url = await publishMany(
			sharing,
			async (at) => await another(client, voiceCallTrigger({}), credentials[at % wanted]),
		);
		const secretsInTurn = url.map((_, at) => held[at % wanted]);
		const delivery = { kind: 'genuine', secretsInTurn };
		const each = [
			{ ...bare, url: bareUrls },
			{ ...trigger, url, delivery },
		];
		rates.push({ secrets: wanted, ...(await compareWarm(bench, each, quick, sharing)) });
	}
	return rates;
}

/** So many workflows with the trigger, beside as many with the Webhook node. */
async function againstWorkflows(bench, contenders, quick) {
	const [bare, trigger] = contenders;
	const { client } = bench;
	const rates = [];
	const credential = await credentialFor(client, 'workflows', {
		signingSecret: secrets.signingSecret,
	});
	const urls = { bare: [], trigger: [] };
	for (const wanted of quick ? WORKFLOWS.slice(0, 2) : WORKFLOWS) {
		const more = wanted - urls.bare.length;
		urls.bare.push(...(await publishMany(more, async () => await another(client, webhook()))));
		urls.trigger.push(
			...(await publishMany(
				more,
				async () => await another(client, voiceCallTrigger({}), credential),
			)),
		);
		const each = [bare, trigger].map((one) => ({ ...one, url: spread(urls[one.id], 100) }));
		const amount = Math.max(40, Math.min(wanted, 100));
		rates.push({ workflows: wanted, ...(await compareWarm(bench, each, quick, amount)) });
	}
	return rates;
}

/** Rates of what has dealt with an event at each of its addresses before: the first one costs n8n more. */
async function compareWarm(bench, contenders, quick, amount) {
	await untilAtRest(bench.host.pid);
	for (const contender of contenders) await loadRound(bench, contender, { bytes: 1024, amount });
	return await compare(bench, contenders, 1024, quick, amount);
}

/**
 * @param {number} count
 * @param {(at: number) => Promise<string>} publishOne
 * @returns {Promise<string[]>} where they listen
 */
async function publishMany(count, publishOne) {
	const urls = [];
	for (let at = 0; at < count; at += 1) urls.push(await publishOne(at));
	for (const url of urls) await waitForWebhook(url);
	return urls;
}

/**
 * So many of a list, from its beginning to its end.
 *
 * @template T
 * @param {T[]} list
 * @param {number} most
 */
function spread(list, most) {
	const step = Math.max(1, list.length / most);
	return Array.from(
		{ length: Math.min(most, list.length) },
		(_, at) => list[Math.floor(at * step)],
	);
}

/**
 * @param {import('../../tools/n8n-host/client').Client} client
 * @param {string | number} what
 * @param {{ signingSecret: string }} data
 */
const credentialFor = (client, what, data) =>
	client.createCredential({ name: `Growth of ${what}`, type: 'huskyVoiceWebhookApi', data });

/**
 * What stands behind the ID in the path of each trigger; to ask n8n takes longer than to publish.
 *
 * @type {string | undefined}
 */
let path;

/**
 * One more active workflow of one node.
 *
 * @param {import('../../tools/n8n-host/client').Client} client
 * @param {import('../n8n/sketches').NodeSketch} sketch
 * @param {{ id: string, name: string }} [credential]
 * @returns {Promise<string>} where it listens
 */
async function another(client, { credential: _, ...sketch }, credential) {
	const webhookId = randomUUID();
	const credentials =
		credential === undefined
			? {}
			: { huskyVoiceWebhookApi: { id: credential.id, name: credential.name } };
	const position = [0, 0];
	const node = { parameters: {}, ...sketch, id: randomUUID(), position, webhookId, credentials };
	const name = `Growth of workflows ${webhookId}`;
	const workflow = await client.createWorkflow({ name, nodes: [node], connections: {} });
	await client.activate(workflow.id);
	if (credential === undefined) return client.webhookUrl(node.parameters.path);
	path ??= (await client.webhookPath(node)).replace(webhookId, '');
	return client.webhookUrl(webhookId + path);
}

module.exports = { measureInHost };
