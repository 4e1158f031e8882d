'use strict';

const { HostFailure, waitForWebhook } = require('../../tools/n8n-host');
const { startQueueMode, urlAt } = require('../../tools/reliability/queueMode');
const { addressedServices, unreachable } = require('../../tools/reliability/services');
const { inTurn } = require('../inTurn');
const { startGenerator } = require('../load/generator');
const { credential, genuine } = require('../n8n/contenders');
const { loadRound } = require('../n8n/round');
const { LEAN } = require('../n8n/settings');
const { voiceCallTrigger } = require('../n8n/sketches');
const { publish } = require('../n8n/workflow');
const { latencyOf, medianOf } = require('../statistics');
const { plainTable } = require('../tables');

const CONNECTIONS = 16;

/**
 * Part 6: queue mode, with PostgreSQL and Redis.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function queue({ quick }) {
	const services = addressedServices();
	const problem = await unreachable(services);
	if (problem) {
		throw new HostFailure(
			`${problem}, and the benchmark of queue mode needs both. Start them, name others with VOICE_CALL_PG_HOST and VOICE_CALL_REDIS_HOST, or name the other parts: npm run bench -- verify in-n8n flood profile growth calls.`,
		);
	}
	const rows = [];
	// A start of its own for each number of workers: one too many would take jobs from the queue.
	for (const workers of [1, 2]) rows.push(...(await withWorkers(services, workers, quick)));
	return {
		title: 'Queue mode',
		method: `Genuine deliveries to our trigger with PostgreSQL and Redis, lazy acquisition of isolates, ${CONNECTIONS} senders, addresses in turn, executions not saved; medians of 3 rounds. All processes, both services and the sender share one machine, so more processes than cores cannot add up.`,
		tables: [
			plainTable(
				'queue',
				'Deliveries per second',
				{
					setup: 'Processes',
					answered: 'Answered per second',
					finished: 'Finished per second',
					p50: 'p50, ms',
					p99: 'p99, ms',
				},
				rows,
			),
		],
		aims: [],
	};
}

async function withWorkers(services, workers, quick) {
	const runners = workers > 1 ? `${workers} workers` : '1 worker';
	process.stderr.write(`Queue mode with ${runners}\n`);
	const mode = await startQueueMode(services, { webhooks: 2, workers, env: LEAN });
	const generator = startGenerator();
	try {
		const client = await mode.main.signIn();
		const { url } = await publish(client, 'Queue mode', [voiceCallTrigger(credential)]);
		const urls = mode.webhooks.map((host) => urlAt(url, host));
		for (const each of urls) await waitForWebhook(each);
		const setups = ['1 webhook process', '2 webhook processes'].map((label, at) => ({
			id: label,
			label,
			url: urls.slice(0, at + 1),
			status: 200,
			delivery: genuine,
		}));
		const bench = { host: mode.main, client, generator };
		const load = { bytes: 1024, connections: CONNECTIONS, amount: quick ? 32 : 240 };
		const measured = await inTurn(setups, { rounds: quick ? 1 : 3, warmUps: 1 }, (setup) =>
			loadRound(bench, setup, load),
		);
		return measured.map(({ label, samples }) => ({
			setup: `${label}, ${runners}`,
			answered: medianOf(samples, 'answered'),
			finished: medianOf(samples, 'perSecond'),
			p50: latencyOf(samples, 0.5),
			p99: latencyOf(samples, 0.99),
		}));
	} finally {
		generator.stop();
		await mode.stop();
	}
}

module.exports = { queue };
