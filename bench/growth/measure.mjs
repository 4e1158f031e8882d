// Measures one process long, with the Node that n8n runs on, and prints JSON:
//     node measure.mjs '{"dist": ..., "rounds": 3, "seconds": 0.2}'
import { createRequire } from 'node:module';
import path from 'node:path';
import { measure } from 'mitata';
import { SECRET, received } from '../verify/fixtures.mjs';
import { triggerAlone } from './context.mjs';

const require = createRequire(import.meta.url);
const { inTurn } = require('../inTurn.js');
const { kinds } = require('../load/deliveries.js');
const { median, percentile } = require('../statistics.js');
const { PROVIDERS, deliveryOf } = require('./providers.js');

const { dist, rounds, seconds } = JSON.parse(process.argv[2]);
const { verify } = require(path.join(dist, 'nodes/verification/verify.js'));
const { scheme } = require(path.join(dist, 'nodes/providers/huskyVoice/scheme.js'));

const credential = { signingSecret: SECRET, previousSigningSecret: '' };
const withoutGuard = { options: { ignoreDuplicates: false } };

/** What there may be more of, and what a delivery then costs, in microseconds. */
const SERIES = [
	{ series: 'keys', xs: [0, 10, 50, 100, 200, 1000, 5000, 10_000], cost: afterDeliveries },
	{
		series: 'bytes',
		xs: [300, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_000_000],
		cost: ofSize,
	},
	{ series: 'providers', xs: PROVIDERS.map(({ id }) => id), cost: ofProvider },
	{ series: 'secrets', xs: [1, 2, 10, 100], cost: withSecrets },
];

const points = SERIES.flatMap(({ series, xs, cost }) => xs.map((x) => ({ series, x, cost })));
const measured = await inTurn(points, { rounds }, async ({ x, cost }) => await cost(x));
const found = measured.map(({ series, x, samples }) => ({
	series,
	x,
	microseconds: median(samples),
}));
process.stdout.write(JSON.stringify(found));

/** Those measured are new ones, so that more keys come; of their times, one in ten is shorter. */
async function afterDeliveries(count) {
	const trigger = triggerAlone(dist, { credential });
	for (const delivery of deliveries(1024, count)) await trigger.receive(delivery);
	const times = [];
	for (const delivery of deliveries(1024, 60)) {
		const started = process.hrtime.bigint();
		await trigger.receive(delivery);
		times.push(Number(process.hrtime.bigint() - started) / 1000);
	}
	return percentile(times, 0.1);
}

async function ofSize(bytes) {
	const trigger = triggerAlone(dist, { credential, parameters: withoutGuard });
	const next = turning(deliveries(bytes, bytes > 1_000_000 ? 4 : 16));
	return await microseconds(() => trigger.receive(next()));
}

async function ofProvider(wanted) {
	const provider = PROVIDERS.find(({ id }) => id === wanted);
	const trigger = triggerAlone(dist, {
		...provider,
		parameters: { provider: wanted, ...provider.parameters, ...withoutGuard },
	});
	const next = turning(made(kinds.ofProvider(deliveryOf(provider)), 16));
	return await microseconds(async () => {
		if (!(await trigger.receive(next()))) throw new Error(`${wanted}: not accepted`);
	});
}

/** The last of them is the right one. */
async function withSecrets(count) {
	const secrets = Array.from({ length: count }, (_, index) => ({
		label: `secret ${index}`,
		value: index === count - 1 ? SECRET : `${SECRET} ${index}`,
	}));
	const next = turning(deliveries(1024, 16));
	return await microseconds(() => {
		if (!verify(next(), scheme, secrets, Date.now()).ok) throw new Error('Not accepted');
	});
}

/** @param {() => unknown} work */
async function microseconds(work) {
	const { min } = await measure(work, {
		min_cpu_time: seconds * 1e9,
		min_samples: 14,
		batch_samples: 256,
	});
	return min / 1000;
}

/** Deliveries, each a new one, made beforehand so that signing them is not measured. */
function deliveries(bytes, count) {
	return made(kinds.genuine({ bytes, secrets: credential }), count);
}

/**
 * @param {() => import('../../tools/simulator/sender').Delivery} next
 * @param {number} count
 */
function made(next, count) {
	return Array.from({ length: count }, () => received(next()));
}

/** The next of a list, over and over. */
function turning(list) {
	let at = 0;
	return () => list[at++ % list.length];
}
