// Measures one process long, with the Node that n8n runs on, and prints JSON:
//     node --expose-gc measure.mjs '{"dist": ..., "n8n": ..., "sizes": [...], "rounds": 5, "seconds": 0.1}'
import { createRequire } from 'node:module';
import { measure } from 'mitata';
import { enableXBody, huskyVoiceBody } from './fixtures.mjs';
import { own } from './own.mjs';
import { peers } from './peers.mjs';

const require = createRequire(import.meta.url);
const { inTurn } = require('../inTurn.js');

const { dist, n8n, sizes, rounds, seconds } = JSON.parse(process.argv[2]);
const EXPECTED = { genuine: true, forged: false, condemned: false };

const rates = [];
for (const bytes of sizes) {
	const body = huskyVoiceBody(bytes);
	const contenders = [
		...peers(n8n, body),
		...own(dist, { default: body, enableX: enableXBody(body.length) }),
	];
	for (const contender of contenders) await proveRight(contender);
	const checks = contenders.flatMap((contender) =>
		Object.keys(EXPECTED)
			.filter((kind) => contender[kind])
			.map((kind) => ({ contender, kind })),
	);
	const measured = await inTurn(checks, { rounds }, ({ contender, kind }) =>
		fastest(contender[kind]),
	);
	for (const { contender, kind, samples } of measured) {
		const { id, label, ours } = contender;
		rates.push({
			bytes: body.length,
			id,
			label,
			ours,
			kind,
			perSecond: 1e9 / Math.min(...samples),
		});
	}
}
process.stdout.write(JSON.stringify(rates));

/** What gives the wrong verdict is not worth measuring. */
async function proveRight(contender) {
	for (const [kind, expected] of Object.entries(EXPECTED)) {
		if (contender[kind] && (await contender[kind]()) !== expected) {
			throw new Error(`${contender.label} gives the wrong verdict on a ${kind} delivery`);
		}
	}
}

/** @returns {Promise<number>} nanoseconds for one check, of the fastest batch */
async function fastest(check) {
	const { min } = await measure(check, {
		min_cpu_time: seconds * 1e9,
		min_samples: 14,
		batch_samples: 128,
		batch_threshold: 20_000,
	});
	return min;
}
