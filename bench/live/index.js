'use strict';

const { installN8n, waitForWebhook } = require('../../tools/n8n-host');
const { askLive } = require('../../tools/simulator/live');
const { environment } = require('../environment');
const { untilAtRest, untilIdle } = require('../n8n/idle');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { nodeVersion } = require('../nodeVersion');
const { percentile } = require('../statistics');
const { secrets, ways } = require('./ways');

const CALLERS = [1, 8, 32];
/** What Ultravox waits where nothing else is set, in milliseconds: the tightest limit of all. */
const TIGHTEST = 2500;

/**
 * Part 7: answering live requests.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<import('../results').Result>}
 */
async function live({ quick }) {
	const { version, node } = await installN8n();
	const about = environment({ n8n: version, node: await nodeVersion(node) });
	const rounds = quick ? 1 : 3;
	const rows = [];
	for (const engine of ['default', 'lazy']) {
		const { env, label } = ENGINES[engine];
		const found = await withHost(env, async (bench) => await alternate(bench, rounds, quick));
		rows.push(...found.map((row) => ({ engine, setting: label, ...row })));
	}
	return {
		part: 'live',
		title: 'Answering live requests: side by side',
		method: `The time from a tool call of Vapi to its answer, through a workflow of three nodes: one n8n process with SQLite, executions not saved, callers in a process of their own, each of which asks again when it has its answer. All ways in turn within each of ${rounds} rounds, of which the first does not count; percentiles of all answers. Before that, one answer of each way is read by the stand-in as Vapi would.`,
		environment: about,
		tables: [
			{
				id: 'round-trips',
				title: 'Milliseconds to the answer',
				columns: [
					{ key: 'way', label: 'Way' },
					{ key: 'setting', label: 'n8n' },
					{ key: 'callers', label: 'Callers' },
					{ key: 'p50', label: 'p50, ms' },
					{ key: 'p95', label: 'p95, ms' },
					{ key: 'perSecond', label: 'Answers per second' },
				],
				rows,
			},
		],
		aims: aimsOf(rows),
	};
}

/** @param {import('../n8n/withHost').Bench} bench */
async function alternate({ host, client, generator }, rounds, quick) {
	const contenders = [];
	for (const way of ways) {
		const { url } = await publish(client, way.label, way.nodes);
		await waitForWebhook(url + way.suffix);
		await prove(url + way.suffix, way.label);
		const found = CALLERS.map((callers) => ({ callers, latencies: [], seconds: 0 }));
		contenders.push({ ...way, url: url + way.suffix, found });
	}
	for (let round = 0; round < rounds; round += 1) {
		for (const [at, callers] of CALLERS.entries()) {
			for (const { url, found } of contenders) {
				await untilAtRest(host.pid);
				const [{ latencies, statuses, seconds }] = await generator.send({
					url,
					delivery: { kind: 'toolCall', secrets },
					connections: callers,
					amount: quick ? callers * 2 : 30 + callers * 4,
				});
				await untilIdle(client);
				if (statuses[200] !== latencies.length) throw new Error(JSON.stringify(statuses));
				// n8n gets faster over its first requests.
				if (round === 0 && rounds > 1) continue;
				found[at].latencies.push(...latencies);
				found[at].seconds += seconds;
			}
		}
	}
	return contenders.flatMap(({ id, label, found }) =>
		found.map(({ callers, latencies, seconds }) => ({
			id,
			way: label,
			callers,
			p50: percentile(latencies, 0.5),
			p95: percentile(latencies, 0.95),
			perSecond: latencies.length / seconds,
		})),
	);
}

/** What gives no answer that Vapi could use is not worth measuring. */
async function prove(url, label) {
	const tools = [{ id: 'call_7', name: 'lookUpOrder', args: { order: '7' } }];
	const heard = await askLive(url, 'vapi', 'tool-calls', secrets, { tools });
	const [{ result }] = heard.understood ?? [{}];
	if (result === 'order 7 is on its way') return;
	throw new Error(`${label}: ${heard.problem ?? JSON.stringify(heard.understood)}`);
}

function aimsOf(rows) {
	const one = (id, engine, callers) =>
		rows.find((row) => row.id === id && row.engine === engine && row.callers === callers);
	const ratios = CALLERS.map((callers) => {
		const ratio = one('own', 'lazy', callers).p50 / one('n8n', 'lazy', callers).p50;
		return { callers, ratio };
	});
	const { p95 } = one('own', 'lazy', 8);
	return [
		{
			aim: 'Lazy acquisition: p50 within 1.15 of Webhook + Code + Respond to Webhook',
			measured: ratios
				.map(({ callers, ratio }) => `${callers}: ${ratio.toFixed(2)} times`)
				.join(', '),
			met: ratios.every(({ ratio }) => ratio <= 1.15),
		},
		{
			aim: `Lazy acquisition: p95 with 8 callers under a fifth of the tightest limit (${TIGHTEST} ms)`,
			measured: `${Math.round(p95)} ms`,
			met: p95 < TIGHTEST / 5,
		},
	];
}

module.exports = { live };
