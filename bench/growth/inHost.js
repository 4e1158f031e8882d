'use strict';

const { randomBytes } = require('node:crypto');
const { inTurn } = require('../inTurn');
const { credential, genuine, publishContenders } = require('../n8n/contenders');
const { untilAtRest } = require('../n8n/idle');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { voiceCallTrigger, webhook } = require('../n8n/sketches');
const { withHost } = require('../n8n/withHost');
const { publish, publishMany } = require('../n8n/workflow');
const { medianOf } = require('../statistics');
const { PROVIDERS, deliveryOf } = require('./providers');

/**
 * @import { Contender } from '../n8n/contenders'
 * @import { Bench } from '../n8n/withHost'
 */

/** n8n takes bodies of 16 MB at most. */
const SIZES = [1024, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_000_000];
const WORKFLOWS = [1, 10, 100, 1000];
/** Each in a credential of its own, over `SHARING` workflows, each of which has one of them. */
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
		const contenders = await publishContenders(bench, ['bare', 'trigger']);
		return {
			keys: await againstKeys(bench, quick),
			bytes: await againstSize(bench, contenders, quick),
			providers: await againstProviders(bench, contenders, quick),
			secrets: await againstSecrets(bench, contenders, quick),
			// Last: so many workflows stay.
			workflows: await againstWorkflows(bench, contenders, quick),
		};
	});
}

/** A new trigger, block of deliveries after block: its keys become more up to the bound, 200. */
async function againstKeys(bench, quick) {
	const { url } = await publish(bench.client, 'Growth of keys', [voiceCallTrigger(credential)]);
	const contender = { id: 'new', label: 'new trigger', url, status: 200, delivery: genuine };
	const rates = [];
	for (let block = 0; block < (quick ? 2 : BLOCKS); block += 1) {
		const { perSecond } = await loadRound(bench, contender, { bytes: 1024, amount: BLOCK });
		rates.push({ deliveriesBefore: block * BLOCK, perSecond });
	}
	return rates;
}

/** Bodies of some sizes. */
async function againstSize(bench, contenders, quick) {
	const rates = [];
	for (const bytes of SIZES) {
		const amount = bytes > 1_000_000 ? 8 : 40;
		rates.push({ bytes, ...(await compare(bench, contenders, quick, { bytes, amount })) });
	}
	return rates;
}

/**
 * A trigger for each provider, beside the Webhook node with events of the middle size.
 *
 * @param {Bench} bench
 * @param {Contender[]} contenders
 * @param {boolean} quick
 */
async function againstProviders(bench, [bare], quick) {
	const contenders = [bare];
	for (const provider of PROVIDERS) {
		const { id, credentialType: type, credential: data, parameters } = provider;
		const trigger = voiceCallTrigger({ type, data }, { provider: id, ...parameters });
		const { url } = await publish(bench.client, `Growth of providers: ${id}`, [trigger]);
		contenders.push({ id, label: id, url, status: 200, delivery: deliveryOf(provider) });
	}
	const rates = await compare(bench, contenders, quick, { bytes: 1024, amount: 40 });
	return PROVIDERS.map(({ id }) => ({ provider: id, trigger: rates[id], bare: rates.bare }));
}

/**
 * So many workflows, in turn, and among them so many secrets, each of which n8n has to read.
 *
 * @param {Bench} bench
 * @param {Contender[]} contenders
 * @param {boolean} quick
 */
async function againstSecrets(bench, [bare, trigger], quick) {
	const sharing = quick ? SECRETS[1] : SHARING;
	const shared = { ...bare, url: await publishWebhooks(bench.client, sharing) };
	const rates = [];
	for (const count of SECRETS.filter((each) => each <= sharing)) {
		const secretsInTurn = Array.from({ length: count }, () => ({
			signingSecret: randomBytes(24).toString('hex'),
		}));
		const credentials = [];
		for (const one of secretsInTurn) credentials.push(await keep(bench.client, one));
		const inOrder = Array.from({ length: sharing }, (_, at) => credentials[at % count]);
		const url = await publishTriggers(bench.client, inOrder);
		const each = [shared, { ...trigger, url, delivery: { kind: 'genuine', secretsInTurn } }];
		rates.push({ secrets: count, ...(await compareWarm(bench, each, quick, sharing)) });
	}
	return rates;
}

/**
 * So many workflows with the trigger, beside as many with the Webhook node.
 *
 * @param {Bench} bench
 * @param {Contender[]} contenders
 * @param {boolean} quick
 */
async function againstWorkflows(bench, [bare, trigger], quick) {
	const { client } = bench;
	const shared = await keep(client, credential.data);
	const rates = [];
	const urls = { bare: [], trigger: [] };
	for (const count of quick ? WORKFLOWS.slice(0, 2) : WORKFLOWS) {
		const more = count - urls.bare.length;
		urls.bare.push(...(await publishWebhooks(client, more)));
		urls.trigger.push(...(await publishTriggers(client, Array(more).fill(shared))));
		const each = [
			{ ...bare, url: spread(urls.bare) },
			{ ...trigger, url: spread(urls.trigger) },
		];
		const amount = Math.max(40, Math.min(count, 100));
		rates.push({ workflows: count, ...(await compareWarm(bench, each, quick, amount)) });
	}
	return rates;
}

/** Rates of what has dealt with an event at each of its addresses before: the first one costs n8n more. */
async function compareWarm(bench, contenders, quick, amount) {
	await untilAtRest(bench.host.pid);
	for (const contender of contenders) await loadRound(bench, contender, { bytes: 1024, amount });
	return await compare(bench, contenders, quick, { bytes: 1024, amount });
}

/**
 * Rates of contenders by id, in turn.
 *
 * @param {Bench} bench
 * @param {Contender[]} contenders
 * @param {boolean} quick
 * @param {{ bytes: number, amount: number }} load of each in a round
 * @returns {Promise<Record<string, number>>}
 */
async function compare(bench, contenders, quick, { bytes, amount }) {
	const load = { bytes, amount: quick ? 8 : amount };
	const measured = await inTurn(contenders, { rounds: quick ? 1 : 3 }, (contender) =>
		loadRound(bench, contender, load),
	);
	const rates = measured.map(({ id, samples }) => [id, medianOf(samples, 'perSecond')]);
	return Object.fromEntries(rates);
}

/**
 * @param {import('../../tools/n8n-host/client').Client} client
 * @param {{ signingSecret: string }} data
 */
const keep = (client, data) => client.createCredential({ ...credential, name: 'Growth', data });

const publishWebhooks = (client, count) =>
	publishMany(
		client,
		'Growth',
		Array.from({ length: count }, () => webhook()),
	);

/** One workflow for each of some credentials. */
const publishTriggers = (client, credentials) =>
	publishMany(
		client,
		'Growth',
		credentials.map((one) => voiceCallTrigger(one)),
	);

/** A hundred of them at most, from the first to the last. */
const spread = (urls) => urls.filter((_, at) => at % Math.ceil(urls.length / 100) === 0);

module.exports = { measureInHost };
