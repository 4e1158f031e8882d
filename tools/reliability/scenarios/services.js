'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { publishEndpoints } = require('../endpoints');
const { untilReachable } = require('../ownServices');
const { underLoad } = require('../underLoad');

/**
 * @typedef {import('./processes').Stage & {
 *   services: Awaited<ReturnType<import('../ownServices').startOwnServices>> }} Stage
 */

/**
 * Redis is stopped under load and started again, with all that it knew.
 *
 * @param {Stage} stage
 * @param {import('../underLoad').Load} load
 */
const stopRedis = (stage, load) => stopService(stage, stage.services.own.redis, load);

/**
 * PostgreSQL is stopped under load and started again.
 *
 * @param {Stage} stage
 * @param {import('../underLoad').Load} load
 */
const stopPostgres = (stage, load) => stopService(stage, stage.services.own.postgres, load);

/**
 * n8n's processes end themselves when Redis stays away for longer than ten seconds; they are started
 * again then, as Docker or systemd would do it.
 *
 * @param {Stage} stage
 * @param {import('../ownServices').OwnService} service
 * @param {import('../underLoad').Load} load
 * @returns {Promise<import('../reckoning').Reckoning & { ended: number }>} `ended`: n8n processes that
 *   ended while the service was away
 */
async function stopService({ cluster, client, storage, receivers, services }, service, load) {
	const endpoints = await publishEndpoints(client, { receivers });
	let ended = 0;
	const reckoning = await underLoad(storage, endpoints, load, {
		fault: () => service.stop(),
		mend: async () => {
			await service.start();
			await untilReachable(services);
			await delay(1000);
			const gone = cluster.all.filter((host) => !host.isRunning());
			ended = gone.length;
			for (const host of gone) await host.restart();
		},
	});
	return { ...reckoning, ended };
}

module.exports = { stopPostgres, stopRedis };
