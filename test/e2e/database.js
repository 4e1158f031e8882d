'use strict';

const { execFile } = require('node:child_process');
const path = require('node:path');
const { promisify } = require('node:util');
const { installN8n } = require('../../tools/n8n-host');

/** Runs in n8n's own Node, whose SQLite this Node may not have. */
const SCRIPT = `
	const { DatabaseSync } = require('node:sqlite');
	const [file, sql] = process.argv.slice(1);
	const database = new DatabaseSync(file, { timeout: 10_000 });
	console.log(JSON.stringify(/^select/i.test(sql) ? database.prepare(sql).all() : database.exec(sql) ?? null));
	database.close();
`;

/**
 * Runs SQL in the database of an n8n, also while it runs.
 *
 * @param {string} userFolder
 * @param {string} sql one statement
 * @returns {Promise<object[] | null>} the rows of a SELECT
 */
async function querySqlite(userFolder, sql) {
	const { node } = await installN8n();
	const file = path.join(userFolder, '.n8n', 'database.sqlite');
	const args = ['--no-warnings', '-e', SCRIPT, file, sql];
	const { stdout } = await promisify(execFile)(node, args, { maxBuffer: 2 ** 26 });
	return JSON.parse(stdout);
}

module.exports = { querySqlite };
