'use strict';

const { openInspector } = require('../../tools/n8n-host/inspector');

const INTERVAL_MICROSECONDS = 250;

/**
 * Records where an n8n that was started with `INSPECTED` spends its time.
 *
 * @param {{ logs: string, pid: number }} host
 */
async function openProfiler(host) {
	const { ask, evaluate, close } = await openInspector(host);

	/** CPU time of all threads of the process so far, in microseconds. */
	const cpuTime = async () => {
		const { user, system } = await evaluate('process.cpuUsage()');
		return user + system;
	};

	await ask('Profiler.enable');
	await ask('Profiler.setSamplingInterval', { interval: INTERVAL_MICROSECONDS });
	return {
		/**
		 * @param {() => Promise<unknown>} work
		 * @returns {Promise<{ profile: import('./shares').Profile, cpuMicroseconds: number }>}
		 */
		record: async (work) => {
			const before = await cpuTime();
			await ask('Profiler.start');
			await work();
			const { profile } = await ask('Profiler.stop');
			return { profile, cpuMicroseconds: (await cpuTime()) - before };
		},
		close,
	};
}

module.exports = { openProfiler };
