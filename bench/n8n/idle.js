'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { cpuTime } = require('./cpuTime');

/**
 * Waits until n8n has finished all that it accepted. An answer only says that an event was taken:
 * a rate that leaves out the work behind it would flatter those that check after the answer.
 *
 * @param {import('../../tools/n8n-host/client').Client} client
 */
async function untilIdle(client) {
	const filter = encodeURIComponent(JSON.stringify({ status: ['new', 'running', 'waiting'] }));
	const deadline = Date.now() + 120_000;
	for (;;) {
		const { results } = await client.request('GET', `/executions?filter=${filter}&limit=1`);
		if (results.length === 0) return;
		if (Date.now() > deadline) throw new Error('n8n is still busy with what it accepted');
		await delay(20);
	}
}

/**
 * Waits until n8n rests: after some requests it goes on building isolates for the next ones, which
 * would count against whoever is measured next.
 *
 * @param {number} leader process id of n8n
 */
async function untilAtRest(leader) {
	const deadline = Date.now() + 20_000;
	for (let before = cpuTime(leader); Date.now() < deadline;) {
		await delay(250);
		const now = cpuTime(leader);
		// Less than a tenth of a core; NaN, where nobody counts, is rest enough.
		if (!(now - before > 0.025)) return;
		before = now;
	}
}

module.exports = { untilAtRest, untilIdle };
