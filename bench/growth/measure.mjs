// Measures one process long, with the Node that n8n runs on, and prints JSON:
//     node measure.mjs '{"dist": ..., "rounds": 3, "seconds": 0.2}'
import { createRequire } from 'node:module';
import path from 'node:path';
import { measure } from 'mitata';
import { SECRET } from '../verify/fixtures.mjs';
import { triggerAlone } from './context.mjs';

const require = createRequire(import.meta.url);
const { kinds } = require('../load/deliveries.js');
const { PROVIDERS, deliveryOf } = require('./providers.js');

const { dist, rounds, seconds } = JSON.parse(process.argv[2]);
const credential = { signingSecret: SECRET, previousSigningSecret: '' };
const samples = [];

/** @param {() => Promise<unknown>} work */
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
	return Array.from({ length: count }, () => {
		const { headers, body } = next();
		const distinct = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]);
		const rawHeaders = Object.entries(headers).flat();
		return { headers: Object.fromEntries(distinct), rawHeaders, body };
	});
}

/** The next of a list, over and over. */
function turning(list) {
	let at = 0;
	return () => list[at++ % list.length];
}

for (let round = 0; round < rounds; round += 1) {
	// Keys: so many deliveries came before. Those measured are new ones, so that more keys come.
	for (const keys of [0, 10, 50, 100, 200, 1000, 5000, 10_000]) {
		const trigger = triggerAlone(dist, { credential });
		for (const delivery of deliveries(1024, keys)) await trigger.receive(delivery);
		const fresh = deliveries(1024, 60);
		const times = [];
		for (const delivery of fresh) {
			const started = process.hrtime.bigint();
			await trigger.receive(delivery);
			times.push(Number(process.hrtime.bigint() - started) / 1000);
		}
		times.sort((a, b) => a - b);
		samples.push({ series: 'keys', x: keys, microseconds: times[6] });
	}

	for (const bytes of [
		300, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_000_000,
	]) {
		const trigger = triggerAlone(dist, {
			credential,
			parameters: { options: { ignoreDuplicates: false } },
		});
		const next = turning(deliveries(bytes, bytes > 1_000_000 ? 4 : 16));
		samples.push({
			series: 'bytes',
			x: bytes,
			microseconds: await microseconds(() => trigger.receive(next())),
		});
	}

	for (const provider of PROVIDERS) {
		const { id, credentialType, parameters } = provider;
		const trigger = triggerAlone(dist, {
			credential: provider.credential,
			credentialType,
			parameters: { provider: id, ...parameters, options: { ignoreDuplicates: false } },
		});
		const wanted = deliveryOf(provider);
		const next = turning(made(kinds[wanted.kind](wanted), 16));
		samples.push({
			series: 'providers',
			x: id,
			microseconds: await microseconds(async () => {
				if (!(await trigger.receive(next()))) throw new Error(`${id}: not accepted`);
			}),
		});
	}

	const { verify } = require(path.join(dist, 'nodes/verification/verify.js'));
	const { scheme } = require(path.join(dist, 'nodes/providers/huskyVoice/scheme.js'));
	for (const count of [1, 2, 10, 100]) {
		const secrets = Array.from({ length: count }, (_, index) => ({
			label: `secret ${index}`,
			value: index === count - 1 ? SECRET : `${SECRET} ${index}`,
		}));
		const next = turning(deliveries(1024, 16));
		samples.push({
			series: 'secrets',
			x: count,
			microseconds: await microseconds(() => {
				if (!verify(next(), scheme, secrets, Date.now()).ok) throw new Error('Not accepted');
			}),
		});
	}
}
process.stdout.write(JSON.stringify(samples));
