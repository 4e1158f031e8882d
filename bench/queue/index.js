'use strict';

const { HostFailure, installN8n, waitForWebhook } = require('../../tools/n8n-host');
const { startQueueMode, urlAt } = require('../../tools/reliability/queueMode');
const { addressedServices, unreachable } = require('../../tools/reliability/services');
const { environment } = require('../environment');
const { startGenerator } = require('../load/generator');
const { secrets } = require('../n8n/contenders');
const { untilIdle } = require('../n8n/idle');
const { LEAN } = require('../n8n/settings');
const { voiceCallTrigger } = require('../n8n/sketches');
const { publish } = require('../n8n/workflow');
const { nodeVersion } = require('../nodeVersion');
const { median, percentile } = require('../statistics');

const BYTES = 1024;
const CONNECTIONS = 16;

/**
 * Part 6: queue mode, with PostgreSQL and Redis.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function queue({ quick }) {
	const services = addressedServices();
	const problem = await unreachable(services);
	if (problem) {
		throw new HostFailure(
			`${problem}, and the benchmark of queue mode needs both. Start them, name others with VOICE_CALL_PG_HOST and VOICE_CALL_REDIS_HOST, or name the other parts: npm run bench -- verify in-n8n flood profile growth calls.`,
		);
	}
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const rows = [];
	// A start of its own for each number of workers: one too many would take jobs from the queue.
	for (const workers of [1, 2]) rows.push(...(await withWorkers(services, workers, quick)));
	return {
		part: 'queue',
		title: 'Queue mode',
		method: `Genuine deliveries to our trigger with PostgreSQL and Redis, lazy acquisition of isolates, ${CONNECTIONS} senders, addresses in turn, executions not saved; medians of 3 rounds. All processes, both services and the sender share one machine, so more processes than cores cannot add up.`,
		environment: about,
		tables: [
			{
				id: 'queue',
				title: 'Deliveries per second',
				columns: [
					{ key: 'setup', label: 'Processes' },
					{ key: 'answered', label: 'Answered per second' },
					{ key: 'finished', label: 'Finished per second' },
					{ key: 'p50', label: 'p50, ms' },
					{ key: 'p99', label: 'p99, ms' },
				],
				rows,
			},
		],
		aims: [],
	};
}

async function withWorkers(services, workers, quick) {
	process.stderr.write(`Queue mode with ${workers} worker${workers > 1 ? 's' : ''}\n`);
	const mode = await startQueueMode(services, { webhooks: 2, workers, env: LEAN });
	const generator = startGenerator();
	try {
		const client = await mode.main.signIn();
		const { url } = await publish(client, 'Queue mode', [
			voiceCallTrigger({ signingSecret: secrets.signingSecret }),
		]);
		const urls = mode.webhooks.map((host) => urlAt(url, host));
		for (const each of urls) await waitForWebhook(each);
		const setups = [1, 2].map((webhooks) => ({ webhooks, urls: urls.slice(0, webhooks) }));
		const samples = new Map(setups.map(({ webhooks }) => [webhooks, []]));
		for (let round = -1; round < (quick ? 1 : 3); round += 1) {
			for (const { webhooks, urls: targets } of setups) {
				const amount = quick || round < 0 ? 32 : 240;
				const sample = await load({ client, generator }, targets, amount);
				// The first round only warms up.
				if (round >= 0) samples.get(webhooks).push(sample);
			}
		}
		return setups.map(({ webhooks }) => row(webhooks, workers, samples.get(webhooks)));
	} finally {
		generator.stop();
		await mode.stop();
	}
}

async function load({ client, generator }, url, amount) {
	const started = performance.now();
	const [{ latencies, statuses, seconds }] = await generator.send({
		url,
		delivery: {
			kind: 'genuine',
			bytes: BYTES,
			secrets: { signingSecret: secrets.signingSecret },
		},
		connections: CONNECTIONS,
		amount,
	});
	await untilIdle(client);
	if (statuses[200] !== amount) throw new Error(`Not all were taken: ${JSON.stringify(statuses)}`);
	const total = (performance.now() - started) / 1000;
	return { latencies, answered: amount / seconds, finished: amount / total };
}

function row(webhooks, workers, samples) {
	const latencies = samples.flatMap((sample) => sample.latencies);
	return {
		setup: `${webhooks} webhook ${webhooks > 1 ? 'processes' : 'process'}, ${workers} ${workers > 1 ? 'workers' : 'worker'}`,
		answered: median(samples.map(({ answered }) => answered)),
		finished: median(samples.map(({ finished }) => finished)),
		p50: percentile(latencies, 0.5),
		p99: percentile(latencies, 0.99),
	};
}

module.exports = { queue };
