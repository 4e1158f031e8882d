'use strict';

/**
 * Measures contenders in turn, round after round, so that what changes over time hits all alike.
 *
 * @template {Record<string, any>} Contender
 * @template Sample
 * @param {Contender[]} contenders
 * @param {object} times
 * @param {number} times.rounds that count
 * @param {number} [times.warmUps] rounds before them, which do not: n8n gets faster over its first thousands of
 *   requests
 * @param {(contender: Contender) => Promise<Sample>} measure
 * @returns {Promise<(Contender & { samples: Sample[] })[]>} the contenders with their samples, one of each round
 */
async function inTurn(contenders, { rounds, warmUps = 0 }, measure) {
	const measured = contenders.map((contender) => ({
		...contender,
		samples: /** @type {Sample[]} */ ([]),
	}));
	for (let round = -warmUps; round < rounds; round += 1) {
		for (const contender of measured) {
			const sample = await measure(contender);
			if (round >= 0) contender.samples.push(sample);
		}
	}
	return measured;
}

module.exports = { inTurn };
