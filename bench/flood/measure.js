'use strict';

const { publishContenders } = require('../n8n/contenders');
const { untilAtRest, untilIdle } = require('../n8n/idle');
const { ENGINES } = require('../n8n/settings');
const { withHost } = require('../n8n/withHost');
const { percentile } = require('../statistics');

const BYTES = 1024;
const GENUINE_PER_SECOND = 5;
const FLOOD_CONNECTIONS = 8;
/** What else arrives while genuine events do, by the name of a contender. */
const FLOODS = [undefined, 'forgedByHeader', 'forgedBySignature'];

/**
 * What a flood of forged deliveries does to genuine ones: genuine events at a steady pace, alone,
 * then with eight senders that forge as fast as they get their answers.
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<{ engine: string, flood: string, p50: number, p99: number, lost: number,
 *   forgedPerSecond: number }[]>} latencies in milliseconds
 */
async function measureFlood({ quick }) {
	const rounds = quick ? 1 : 3;
	const seconds = quick ? 1 : 8;
	const found = [];
	for (const engine of Object.keys(ENGINES)) {
		process.stderr.write(`Flood of forged deliveries, expression engine: ${engine}\n`);
		found.push(
			...(await withHost(ENGINES[engine].env, async (bench) => {
				const contenders = await publishContenders(bench.client, bench.gitHub, [
					'trigger',
					'forgedByHeader',
					'forgedBySignature',
				]);
				for (const contender of contenders) await warmUp(bench, contender, quick ? 1 : 5);
				const samples = [];
				for (let round = 0; round < rounds; round += 1) {
					for (const flood of FLOODS) {
						samples.push(await floodRound(bench, contenders, flood, seconds));
					}
				}
				return FLOODS.map((flood) => ({ engine, ...summarize(samples, flood) }));
			})),
		);
	}
	return found;
}

/** Enough for n8n to have become as fast as it gets. */
async function warmUp({ generator }, { url, delivery }, seconds) {
	await generator.send({
		url,
		delivery: { ...delivery, bytes: BYTES },
		connections: FLOOD_CONNECTIONS,
		seconds,
	});
}

/** One round. An event that n8n does not answer within 30 seconds is given up, and counted as lost. */
async function floodRound({ host, client, generator }, contenders, flood, seconds) {
	await untilIdle(client);
	await untilAtRest(host.pid);
	const [genuine, ...forged] = contenders;
	const streamTo = ({ url, delivery }) => ({ url, delivery: { ...delivery, bytes: BYTES } });
	const floods = forged
		.filter(({ id }) => id === flood)
		.map((contender) => ({ ...streamTo(contender), connections: FLOOD_CONNECTIONS }));
	const [main, accompanying] = await generator.send(
		{ ...streamTo(genuine), perSecond: GENUINE_PER_SECOND, seconds },
		...floods,
	);
	return {
		flood,
		latencies: main.latencies,
		lost: main.latencies.length - (main.statuses[genuine.status] ?? 0),
		forged: accompanying?.latencies.length ?? 0,
		seconds: main.seconds,
	};
}

function summarize(samples, flood) {
	const own = samples.filter((sample) => sample.flood === flood);
	const latencies = own.flatMap((sample) => sample.latencies);
	const sum = (pick) => own.reduce((total, sample) => total + pick(sample), 0);
	return {
		flood: flood ?? 'none',
		p50: percentile(latencies, 0.5),
		p99: percentile(latencies, 0.99),
		lost: sum(({ lost }) => lost),
		forgedPerSecond: sum(({ forged }) => forged) / sum(({ seconds }) => seconds),
	};
}

module.exports = { measureFlood };
