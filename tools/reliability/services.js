'use strict';

const { randomBytes } = require('node:crypto');
const { Redis } = require('ioredis');
const { Client } = require('pg');

/**
 * Where queue mode finds its database and its queue.
 *
 * @typedef {object} Services
 * @property {{ host: string, port: number, user: string, password: string, database: string }} postgres
 * @property {{ host: string, port: number, username: string, password: string, db: number, prefix: string }} redis
 */

/**
 * The PostgreSQL and Redis of this machine, or those that the environment names: `VOICE_CALL_PG_HOST`,
 * `_PORT`, `_USER`, `_PASSWORD` and `VOICE_CALL_REDIS_HOST`, `_PORT`, `_USERNAME`, `_PASSWORD`, `_DB`.
 * Database and key prefix are new ones.
 *
 * @returns {Services}
 */
function addressedServices(env = process.env) {
	const mark = `voice_call_${randomBytes(5).toString('hex')}`;
	return {
		postgres: {
			host: env.VOICE_CALL_PG_HOST || '127.0.0.1',
			port: Number(env.VOICE_CALL_PG_PORT || 5432),
			user: env.VOICE_CALL_PG_USER || 'postgres',
			password: env.VOICE_CALL_PG_PASSWORD || '',
			database: mark,
		},
		redis: {
			host: env.VOICE_CALL_REDIS_HOST || '127.0.0.1',
			port: Number(env.VOICE_CALL_REDIS_PORT || 6379),
			username: env.VOICE_CALL_REDIS_USERNAME || '',
			password: env.VOICE_CALL_REDIS_PASSWORD || '',
			db: Number(env.VOICE_CALL_REDIS_DB || 0),
			prefix: mark,
		},
	};
}

/**
 * @param {Services} services
 * @returns {Promise<string | undefined>} why they cannot be used, in one sentence
 */
async function unreachable({ postgres, redis }) {
	const problems = [];
	try {
		await withDatabase({ ...postgres, database: 'postgres' }, (db) => db.query('SELECT 1'));
	} catch (error) {
		problems.push(`PostgreSQL at ${postgres.host}:${postgres.port} (${reason(error)})`);
	}
	try {
		await withRedis(redis, (client) => client.ping());
	} catch (error) {
		problems.push(`Redis at ${redis.host}:${redis.port} (${reason(error)})`);
	}
	return problems.length > 0 ? `${problems.join(' and ')} cannot be reached` : undefined;
}

/** @param {Services} services */
async function createDatabase({ postgres }) {
	await withDatabase({ ...postgres, database: 'postgres' }, (db) =>
		db.query(`CREATE DATABASE ${postgres.database}`),
	);
}

/**
 * Removes the database and every key under the prefix.
 *
 * @param {Services} services
 */
async function removeTraces({ postgres, redis }) {
	await withDatabase({ ...postgres, database: 'postgres' }, (db) =>
		db.query(`DROP DATABASE IF EXISTS ${postgres.database} WITH (FORCE)`),
	);
	await withRedis(redis, async (client) => {
		for await (const keys of client.scanStream({ match: `*${redis.prefix}*`, count: 500 })) {
			if (keys.length > 0) await client.del(...keys);
		}
	});
}

/**
 * The settings by which n8n finds the services.
 *
 * @param {Services} services
 */
function queueSettings({ postgres, redis }) {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		DB_POSTGRESDB_DATABASE: postgres.database,
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_USERNAME: redis.username,
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		QUEUE_BULL_REDIS_DB: String(redis.db),
		QUEUE_BULL_PREFIX: redis.prefix,
		N8N_REDIS_KEY_PREFIX: redis.prefix,
	};
}

/**
 * @template T
 * @param {Services['postgres']} postgres
 * @param {(client: Client) => Promise<T>} action
 */
async function withDatabase(postgres, action) {
	const client = new Client({ ...postgres, connectionTimeoutMillis: 5000 });
	client.on('error', () => {});
	await client.connect();
	try {
		return await action(client);
	} finally {
		await client.end();
	}
}

/**
 * @template T
 * @param {Services['redis']} redis
 * @param {(client: Redis) => Promise<T>} action
 */
async function withRedis({ host, port, username, password, db }, action) {
	const client = new Redis({
		host,
		port,
		db,
		username: username || undefined,
		password: password || undefined,
		connectTimeout: 5000,
		lazyConnect: true,
		maxRetriesPerRequest: 0,
		retryStrategy: () => null,
	});
	client.on('error', () => {});
	await client.connect();
	try {
		return await action(client);
	} finally {
		client.disconnect();
	}
}

/** @param {unknown} error */
const reason = (error) => {
	const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
	return code ?? message;
};

module.exports = {
	addressedServices,
	createDatabase,
	queueSettings,
	removeTraces,
	unreachable,
	withDatabase,
};
