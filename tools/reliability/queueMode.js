'use strict';

const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { installPackage, packPackage, startN8n } = require('../n8n-host');
const { guardFolder, releaseFolder } = require('../n8n-host/guard');
const { createDatabase, queueSettings, removeTraces } = require('./services');

/**
 * n8n as large installations run it: one main process, processes that only receive webhooks, and
 * workers, all with the packed package installed.
 *
 * @typedef {object} QueueMode
 * @property {Host} main
 * @property {Host[]} webhooks
 * @property {Host[]} workers
 * @property {Host[]} all
 * @property {() => Promise<void>} stop stops all and removes the database and the keys in Redis
 *
 * @typedef {import('../n8n-host/start').Host} Host
 *
 * @param {import('./services').Services} services
 * @param {object} [options]
 * @param {number} [options.webhooks] how many; default 2
 * @param {number} [options.workers] how many; default 2
 * @param {NodeJS.ProcessEnv} [options.env] further settings for every process
 * @param {string} [options.version] n8n version
 * @returns {Promise<QueueMode>}
 */
async function startQueueMode(services, { webhooks = 2, workers = 2, env = {}, version } = {}) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-queue-'));
	guardFolder(folder);
	const template = path.join(folder, 'template');
	const settings = {
		...queueSettings(services),
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		...env,
	};
	/** @type {Host[]} */
	const started = [];
	/**
	 * @param {'start' | 'webhook' | 'worker'} command
	 * @param {string} name
	 */
	const start = async (command, name) => {
		const userFolder = path.join(folder, name);
		fs.cpSync(template, userFolder, { recursive: true });
		const host = await startN8n({ command, userFolder, env: settings, version });
		started.push(host);
		return host;
	};
	/**
	 * @param {'webhook' | 'worker'} command
	 * @param {number} count
	 */
	const several = (command, count) =>
		Promise.all(Array.from({ length: count }, (_, at) => start(command, `${command}-${at + 1}`)));

	const stop = async () => {
		await Promise.all(started.map((host) => host.stop()));
		await removeTraces(services);
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		releaseFolder(folder);
	};

	try {
		await createDatabase(services);
		await installPackage(template, await packPackage());
		// The main process first: it creates the tables.
		const main = await start('start', 'main');
		const [receivers, runners] = await settled([
			several('webhook', webhooks),
			several('worker', workers),
		]);
		return { main, webhooks: receivers, workers: runners, all: started, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * As Promise.all, but none is still under way when it fails, so that all can be stopped.
 *
 * @template T
 * @param {Promise<T>[]} promises
 */
async function settled(promises) {
	await Promise.allSettled(promises);
	return await Promise.all(promises);
}

/**
 * The address of a webhook at another process of the same installation.
 *
 * @param {string} url
 * @param {{ url: string }} host
 */
const urlAt = (url, host) => url.replace(/^https?:\/\/[^/]+/, host.url);

module.exports = { startQueueMode, urlAt };
