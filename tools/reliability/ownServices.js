'use strict';

const { execFileSync } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');
const { HostFailure, freePort } = require('../n8n-host');
const { guardFolder, killGroup, releaseFolder, spawnGuarded } = require('../n8n-host/guard');
const { addressedServices, unreachable } = require('./services');

/**
 * A PostgreSQL and a Redis that a test may stop: on free ports, with their data in a throw-away
 * folder. Both keep what they were told when they are stopped (PostgreSQL its write-ahead log, Redis
 * its append-only file), but do not wait for the disk: here processes fail, not machines.
 *
 * @typedef {object} OwnService
 * @property {() => Promise<void>} start
 * @property {() => Promise<void>} stop as an operator stops it: open work is cut off, data kept
 *
 * @returns {Promise<import('./services').Services & { own: { postgres: OwnService, redis: OwnService },
 *   remove: () => Promise<void> }>}
 * @throws {HostFailure} when their programs are not installed
 */
async function startOwnServices() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-services-'));
	guardFolder(folder);
	fs.chmodSync(folder, 0o755);
	const { postgres, redis } = addressedServices({});
	const services = {
		postgres: { ...postgres, port: await freePort() },
		redis: { ...redis, port: await freePort() },
	};
	const own = {
		postgres: ownPostgres(path.join(folder, 'postgres'), services.postgres.port),
		redis: ownRedis(path.join(folder, 'redis'), services.redis.port),
	};
	const remove = async () => {
		await Promise.all([own.postgres.stop(), own.redis.stop()]);
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		releaseFolder(folder);
	};
	try {
		await Promise.all([own.postgres.start(), own.redis.start()]);
		await untilReachable(services);
	} catch (error) {
		await remove();
		throw error;
	}
	return { ...services, own, remove };
}

/**
 * @param {string} data
 * @param {number} port
 */
function ownPostgres(data, port) {
	const bin = postgresPrograms();
	const identity = postgresIdentity();
	fs.mkdirSync(data, { mode: 0o700 });
	const { uid, gid } = identity;
	if (uid !== undefined && gid !== undefined) fs.chownSync(data, uid, gid);
	const flags = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '-D', data];
	execFileSync(path.join(bin, 'initdb'), flags, { ...identity, cwd: data, stdio: 'ignore' });
	const settings = {
		listen_addresses: '127.0.0.1',
		port,
		unix_socket_directories: data,
		fsync: 'off',
	};
	const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	// SIGINT is PostgreSQL's "fast shutdown": open sessions are cut off.
	return program(path.join(bin, 'postgres'), ['-D', data, ...args], 'SIGINT', {
		...identity,
		cwd: data,
	});
}

/**
 * @param {string} data
 * @param {number} port
 */
function ownRedis(data, port) {
	fs.mkdirSync(data);
	const args = ['--bind', '127.0.0.1', '--port', port, '--dir', data, '--save', ''];
	const flags = [...args, '--appendonly', 'yes', '--appendfsync', 'no'].map(String);
	return program('redis-server', flags, 'SIGTERM', { cwd: data });
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.Signals} stopSignal
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {OwnService}
 */
function program(command, args, stopSignal, options) {
	/** @type {Promise<unknown>} */
	let exited = Promise.resolve();
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let running;
	return {
		start: async () => {
			const child = spawnGuarded(command, args, { ...options, stdio: 'ignore' });
			running = child;
			exited = new Promise((resolve) => {
				child.once('exit', resolve);
				child.once('error', resolve);
			});
			await once(child, 'spawn').catch(() => {
				throw missing(path.basename(command));
			});
		},
		stop: async () => {
			const { pid, exitCode, signalCode } = running ?? {};
			if (pid === undefined || exitCode !== null || signalCode !== null) return;
			running?.kill(stopSignal);
			const fallback = setTimeout(() => killGroup(pid, 'SIGKILL'), 10_000);
			await exited;
			clearTimeout(fallback);
		},
	};
}

/**
 * Waits until both answer; for use after a start.
 *
 * @param {import('./services').Services} services
 */
async function untilReachable(services, timeoutMs = 30_000) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const problem = await unreachable(services);
		if (!problem) return;
		if (Date.now() > deadline) throw new HostFailure(`${problem} after ${timeoutMs / 1000} s.`);
		await delay(100);
	}
}

/** Debian keeps the server's programs out of the search path, one folder for each version. */
function postgresPrograms() {
	const root = '/usr/lib/postgresql';
	const versions = fs.existsSync(root) ? fs.readdirSync(root) : [];
	const [newest] = versions.filter(Number).sort((a, b) => Number(b) - Number(a));
	if (newest) return path.join(root, newest, 'bin');
	const found = findProgram('initdb');
	if (found) return path.dirname(found);
	throw missing('PostgreSQL');
}

/** @param {string} name */
const findProgram = (name) =>
	(process.env.PATH ?? '')
		.split(path.delimiter)
		.map((folder) => path.join(folder, name))
		.find((file) => fs.existsSync(file));

/**
 * PostgreSQL refuses to run as root.
 *
 * @returns {{ uid?: number, gid?: number }} the user that it runs as; empty where we are not root
 */
function postgresIdentity() {
	if (process.getuid?.() !== 0) return {};
	/** @param {'-u' | '-g'} flag */
	const id = (flag) => Number(execFileSync('id', [flag, 'postgres']).toString());
	return { uid: id('-u'), gid: id('-g') };
}

/** @param {string} name */
const missing = (name) =>
	new HostFailure(
		`${name} is not installed. Install the servers (Debian: apt-get install -y postgresql redis-server) and run the command again.`,
	);

/** @returns {string | undefined} what is not installed, and how to get it, in two sentences */
function servicesProgramsProblem() {
	try {
		postgresPrograms();
		if (findProgram('redis-server')) return undefined;
		return missing('redis-server').message;
	} catch (error) {
		return /** @type {Error} */ (error).message;
	}
}

module.exports = { servicesProgramsProblem, startOwnServices, untilReachable };
