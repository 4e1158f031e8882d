// Measures one process long, with the Node that n8n runs on, and prints JSON:
//     node measure.mjs '{"dist": ..., "n8n": ..., "sizes": [...], "rounds": 5, "seconds": 0.1}'
import { measure } from 'mitata';
import { enableXBody, huskyVoiceBody } from './fixtures.mjs';
import { own } from './own.mjs';
import { peers } from './peers.mjs';

const { dist, n8n, sizes, rounds, seconds } = JSON.parse(process.argv[2]);
const EXPECTED = { genuine: true, forged: false, condemned: false };

const samples = [];
for (const bytes of sizes) {
	const body = huskyVoiceBody(bytes);
	const contenders = [
		...peers(n8n, body),
		...own(dist, { default: body, enableX: enableXBody(body.length) }),
	];
	for (const contender of contenders) await proveRight(contender);
	for (let round = 0; round < rounds; round += 1) {
		for (const { id, label, ours, ...checks } of contenders) {
			for (const [kind, check] of Object.entries(checks)) {
				const { min } = await measure(check, {
					min_cpu_time: seconds * 1e9,
					min_samples: 14,
					batch_samples: 128,
					batch_threshold: 20_000,
				});
				samples.push({ bytes: body.length, id, label, ours, kind, round, nanoseconds: min });
			}
		}
	}
}
process.stdout.write(JSON.stringify(samples));

/** What gives the wrong verdict is not worth measuring. */
async function proveRight(contender) {
	for (const [kind, expected] of Object.entries(EXPECTED)) {
		if (contender[kind] && (await contender[kind]()) !== expected) {
			throw new Error(`${contender.label} gives the wrong verdict on a ${kind} delivery`);
		}
	}
}
