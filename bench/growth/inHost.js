'use strict';

const { randomUUID } = require('node:crypto');
const { waitForWebhook } = require('../../tools/n8n-host');
const { publishContenders, secrets } = require('../n8n/contenders');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { voiceCallTrigger } = require('../n8n/sketches');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { median } = require('../statistics');

/** n8n takes bodies of 16 MB at most. */
const SIZES = [1024, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_000_000];
const WORKFLOWS = [1, 10, 100, 1000];
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
			workflows: await againstWorkflows(bench, contenders, quick),
		};
	});
}

/** A new trigger, block of deliveries after block: its keys become more up to the bound, 200. */
async function againstKeys(bench, quick) {
	const { url } = await publish(bench.client, 'Growth of keys', [
		voiceCallTrigger({ signingSecret: secrets.signingSecret }),
	]);
	const contender = { label: 'new trigger', url, status: 200, delivery: genuine() };
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

/** Rates of both contenders by id, alternating. */
async function compare(bench, contenders, bytes, quick) {
	const rates = Object.fromEntries(contenders.map(({ id }) => [id, []]));
	for (let round = 0; round < (quick ? 1 : 3); round += 1) {
		for (const contender of contenders) {
			const amount = quick || bytes > 1_000_000 ? 8 : 40;
			const { perSecond } = await loadRound(bench, contender, { bytes, amount });
			rates[contender.id].push(perSecond);
		}
	}
	return Object.fromEntries(Object.entries(rates).map(([id, values]) => [id, median(values)]));
}

async function againstWorkflows(bench, contenders, quick) {
	const { client } = bench;
	const rates = [];
	let active = 1;
	const credential = await client.createCredential({
		name: 'Growth of workflows',
		type: 'huskyVoiceWebhookApi',
		data: { signingSecret: secrets.signingSecret },
	});
	const urls = [contenders.find(({ id }) => id === 'trigger').url];
	for (const wanted of quick ? WORKFLOWS.slice(0, 2) : WORKFLOWS) {
		for (; active < wanted; active += 1) urls.push(await another(client, credential, active));
		await waitForWebhook(urls.at(-1));
		const ours = contenders.map((one) => (one.id === 'trigger' ? { ...one, url: urls } : one));
		rates.push({ workflows: wanted, ...(await compare(bench, ours, 1024, quick)) });
	}
	return rates;
}

/** One more active workflow with our trigger; returns its address. */
async function another(client, { id, name }, number) {
	const node = {
		...voiceCallTrigger({}),
		id: randomUUID(),
		position: [0, 0],
		webhookId: randomUUID(),
		credentials: { huskyVoiceWebhookApi: { id, name } },
	};
	delete node.credential;
	const workflow = await client.createWorkflow({
		name: `Growth of workflows ${number}`,
		nodes: [node],
		connections: {},
	});
	await client.activate(workflow.id);
	return client.webhookUrl(await client.webhookPath(node));
}

module.exports = { measureInHost };
