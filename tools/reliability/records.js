'use strict';

const { createRequire } = require('node:module');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');
const { installN8n } = require('../n8n-host');
const { withDatabase } = require('./services');

/** The part of a call id that tells an event from all others, see uniqueFacts. */
const MARK = /call_([0-9a-f]{12})/;
const UNDERWAY = new Set(['new', 'running', 'waiting', 'unknown']);

/**
 * Where n8n keeps its executions: the database of queue mode, or the file of a single n8n.
 *
 * @typedef {{ postgres: import('./services').Services['postgres'] } | { sqlite: string }} Storage
 *
 * @typedef {{ id: string, status: string, emptied: boolean }} Execution `emptied`: its record no
 *   longer holds the event
 */

/**
 * @param {{ userFolder: string }} host
 * @returns {{ sqlite: string }}
 */
const storageOf = (host) => ({ sqlite: path.join(host.userFolder, '.n8n', 'database.sqlite') });

/**
 * Which executions n8n has for which event. The event's call id stands in the record of an
 * execution from the moment it is accepted, so crashed ones are found as well.
 *
 * @param {Storage} storage read directly: thousands of executions take too long one by one
 * @param {string[]} workflowIds
 * @param {Map<string, Execution[]>} [earlier] what this gave before: n8n empties the record of an
 *   execution whose worker has vanished, and only its id tells which event it was
 * @returns {Promise<Map<string, Execution[]>>} by mark, or by `emptied-<id>`
 */
async function executionsByMark(storage, workflowIds, earlier = new Map()) {
	const known = new Map(
		[...earlier].flatMap(([mark, executions]) => executions.map(({ id }) => [id, mark])),
	);
	const found = new Map();
	for (const row of await select(
		storage,
		`SELECT e.id, e.status, d.data FROM execution_entity e
		LEFT JOIN execution_data d ON d."executionId" = e.id WHERE ${among(workflowIds)}`,
	)) {
		const id = String(row.id);
		const own = MARK.exec(row.data ?? '')?.[1];
		const mark = own ?? known.get(id) ?? `emptied-${id}`;
		const execution = { id, status: row.status, emptied: own === undefined };
		found.set(mark, [...(found.get(mark) ?? []), execution]);
	}
	return found;
}

/**
 * Waits until n8n has no execution under way.
 *
 * @param {Storage} storage
 * @param {string[]} workflowIds
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<number>} how many are still under way when the time is over
 */
async function untilSettled(storage, workflowIds, { timeoutMs = 60_000 } = {}) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const underway = Object.entries(await statusesOf(storage, workflowIds))
			.filter(([status]) => UNDERWAY.has(status))
			.reduce((sum, [, count]) => sum + count, 0);
		if (underway === 0 || Date.now() > deadline) return underway;
		await delay(250);
	}
}

/**
 * How many executions are in which state.
 *
 * @param {Storage} storage
 * @param {string[]} workflowIds
 * @returns {Promise<Record<string, number>>}
 */
async function statusesOf(storage, workflowIds) {
	const rows = await select(
		storage,
		`SELECT e.status, COUNT(*) AS count FROM execution_entity e WHERE ${among(workflowIds)} GROUP BY e.status`,
	);
	return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
}

/** @param {string[]} workflowIds letters and digits only */
const among = (workflowIds) =>
	`e."workflowId" IN (${workflowIds.map((id) => `'${id.replace(/\W/g, '')}'`).join(', ')})`;

/**
 * @param {Storage} storage
 * @param {string} sql
 * @returns {Promise<Record<string, any>[]>}
 */
async function select(storage, sql) {
	if ('postgres' in storage) {
		return await withDatabase(storage.postgres, async (db) => (await db.query(sql)).rows);
	}
	return await withSqlite(storage.sqlite, (db) => promised((done) => db.all(sql, done)));
}

/**
 * What is used here of n8n's own driver (https://github.com/TryGhost/node-sqlite3/wiki/API).
 *
 * @typedef {(error: Error | null, result?: any) => void} Done
 *
 * @typedef {object} Sqlite
 * @property {(sql: string, done: Done) => void} all
 * @property {(sql: string, done: Done) => void} run
 * @property {(done: Done) => void} close
 */

/**
 * Opens n8n's database file with n8n's own driver, beside the n8n that uses it.
 *
 * @template T
 * @param {string} file
 * @param {(db: Sqlite) => Promise<T>} action
 */
async function withSqlite(file, action) {
	const { folder } = await installN8n();
	const { Database } = createRequire(path.join(folder, 'package.json'))('sqlite3');
	/** @type {Sqlite} */
	const db = await new Promise((resolve, reject) => {
		/** @type {Sqlite} */
		const opened = new Database(file, (/** @type {Error | null} */ error) =>
			error ? reject(error) : resolve(opened),
		);
	});
	try {
		await promised((done) => db.run('PRAGMA busy_timeout = 20000', done));
		return await action(db);
	} finally {
		await promised((done) => db.close(done));
	}
}

/**
 * @param {(done: Done) => void} begin
 * @returns {Promise<any>}
 */
const promised = (begin) =>
	new Promise((resolve, reject) =>
		begin((error, result) => (error ? reject(error) : resolve(result))),
	);

module.exports = { executionsByMark, promised, statusesOf, storageOf, untilSettled, withSqlite };
