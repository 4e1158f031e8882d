'use strict';

const { waitForWebhook } = require('../../tools/n8n-host');
const { askLive } = require('../../tools/simulator/live');
const { inTurn } = require('../inTurn');
const { loadRound } = require('../n8n/round');
const { ENGINES } = require('../n8n/settings');
const { inEachEngine } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { latencyOf, medianOf } = require('../statistics');
const { aimForEach, plainTable } = require('../tables');
const { secrets, ways } = require('./ways');

const CALLERS = [1, 8, 32];
/** What Ultravox waits where nothing else is set, in milliseconds: the tightest limit of all. */
const TIGHTEST = 2500;

/**
 * Part 7: answering live requests.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function live({ quick }) {
	const found = await inEachEngine('Live requests', async (bench) => await measureIn(bench, quick));
	return {
		title: 'Answering live requests: side by side',
		method:
			'The time from a tool call of Vapi to its answer, through a workflow of three nodes: one n8n process with SQLite, executions not saved, callers in a process of their own, each of which asks again when it has its answer. All ways in turn within each of 3 rounds, of which the first does not count; percentiles of all answers, medians of rates. Before that, one answer of each way is read by the stand-in as Vapi would.',
		tables: [
			plainTable(
				'round-trips',
				'Milliseconds to the answer',
				{
					way: 'Way',
					setting: 'n8n',
					callers: 'Callers',
					p50: 'p50, ms',
					p95: 'p95, ms',
					perSecond: 'Answers per second',
				},
				found.map((row) => ({ ...row, setting: ENGINES[row.engine].label })),
			),
		],
		aims: aimsOf(found),
	};
}

/** @returns {Promise<object[]>} the rows of the table */
async function measureIn(bench, quick) {
	const proved = [];
	for (const { id, label, nodes, suffix } of ways) {
		const published = await publish(bench.client, label, nodes);
		const url = published.url + suffix;
		await waitForWebhook(url);
		await prove(url, label);
		proved.push({ id, label, url, delivery: { kind: 'toolCall', secrets }, status: 200 });
	}
	// What is compared comes one after the other: n8n gets faster with each request.
	const contenders = CALLERS.flatMap((callers) => proved.map((way) => ({ ...way, callers })));
	const times = { rounds: quick ? 1 : 2, warmUps: 1 };
	const measured = await inTurn(contenders, times, async (contender) => {
		const { callers } = contender;
		const amount = quick ? callers * 2 : 30 + callers * 4;
		return await loadRound(bench, contender, { connections: callers, amount });
	});
	const inOrder = proved.flatMap((way) => measured.filter(({ id }) => id === way.id));
	return inOrder.map(({ id, label, callers, samples }) => ({
		id,
		way: label,
		callers,
		p50: latencyOf(samples, 0.5),
		p95: latencyOf(samples, 0.95),
		perSecond: medianOf(samples, 'answered'),
	}));
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
	const lazy = (wanted, among) =>
		rows.find(({ id, engine, callers }) => id === wanted && engine === 'lazy' && callers === among);
	const { p95 } = lazy('own', 8);
	return [
		aimForEach(
			'Lazy acquisition: p50 within 1.15 of Webhook + Code + Respond to Webhook',
			CALLERS.map((callers) => [callers, lazy('own', callers).p50 / lazy('n8n', callers).p50]),
			(ratio) => ratio <= 1.15,
		),
		{
			aim: `Lazy acquisition: p95 with 8 callers under a fifth of the tightest limit (${TIGHTEST} ms)`,
			measured: `${Math.round(p95)} ms`,
			met: p95 < TIGHTEST / 5,
		},
	];
}

module.exports = { live };
