'use strict';

const path = require('node:path');
const { installN8n, packPackage, reportFailure, run, PROJECT } = require('../../tools/n8n-host');
const { runJest } = require('./runJest');

/**
 * One part of the tests. Each counts what passed, failed and was skipped.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const bin = (name) => path.join(PROJECT, 'node_modules', '.bin', name);

/** @type {Record<string, (options: string[]) => Promise<Counts>>} */
const PARTS = {
	lint: () => check('npm', ['run', '--silent', 'lint']),
	format: () => check(bin('prettier'), ['--check', '--log-level', 'warn', '.']),
	typecheck: () => check('npm', ['run', '--silent', 'typecheck']),
	package: () => check(process.execPath, [path.join(__dirname, 'comparePackages.js')]),
	unit: (options) => runJest('unit', options),
	e2e: async (options) => {
		// Here and not within Jest, which would hide the progress.
		await installN8n();
		await packPackage();
		// Two at a time: most of their time goes by waiting for n8n.
		return await runJest('e2e', ['--maxWorkers=2', ...options]);
	},
};

/**
 * Runs the parts one after the other, all of them even when one fails, and sums up.
 *
 * @param {string[]} args names of parts first, then options for Jest
 * @returns {Promise<number>} exit status
 */
async function runTests(args) {
	const named = args.filter((arg) => arg in PARTS);
	const options = args.filter((arg) => !(arg in PARTS));
	const results = [];
	for (const name of named.length > 0 ? named : Object.keys(PARTS)) {
		process.stdout.write(`\n== ${name}\n`);
		const started = Date.now();
		const counts = await countsOf(name, options);
		results.push({ name, seconds: (Date.now() - started) / 1000, ...counts });
	}
	return summarize(results);
}

/**
 * @param {string} name
 * @param {string[]} options
 */
async function countsOf(name, options) {
	try {
		return await PARTS[name](options);
	} catch (error) {
		reportFailure(error);
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Counts>} a check counts as one test
 */
async function check(command, args) {
	const { code } = await run(command, args, { cwd: PROJECT, show: true });
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** @param {({ name: string, seconds: number } & Counts)[]} results */
function summarize(results) {
	const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
	process.stdout.write('\n== Summary\n');
	for (const { name, seconds, passed, failed, skipped } of results) {
		const verdict = failed === 0 ? 'ok    ' : 'FAILED';
		process.stdout.write(
			`${verdict} ${name.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds.toFixed(0)} s)\n`,
		);
	}
	const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
	process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed${skipped}\n`);
	return total('failed') === 0 ? 0 : 1;
}

module.exports = { runTests };
