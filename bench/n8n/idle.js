'use strict';

const { setTimeout: delay } = require('node:timers/promises');

/**
 * Waits until n8n has finished all that it accepted. An answer only says that an event was taken:
 * a rate that leaves out the work behind it would flatter those that check after the answer.
 *
 * @param {Awaited<ReturnType<import('../../test/host').connect>>} client
 */
async function untilIdle(client, { timeoutMs = 120_000 } = {}) {
	const filter = encodeURIComponent(JSON.stringify({ status: ['new', 'running', 'waiting'] }));
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const { results } = await client.request('GET', `/executions?filter=${filter}&limit=1`);
		if (results.length === 0) return;
		if (Date.now() > deadline) throw new Error('n8n is still busy with what it accepted');
		await delay(20);
	}
}

module.exports = { untilIdle };
