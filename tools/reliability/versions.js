#!/usr/bin/env node
'use strict';

/**
 * Runs the end-to-end tests against several versions of n8n and writes the result into
 * docs/compatibility.md. What was not run stays there as it was.
 *
 *     node tools/reliability/versions.js [--versions 1.123.81,2.40.7] [-- <options for Jest>]
 *
 * Without options for Jest it runs the tests that need nothing but one n8n. Each version is
 * installed once (about 5 minutes and 3 GB), its tests take some ten minutes.
 */
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const {
	HostFailure,
	PROJECT,
	cacheFolder,
	installN8n,
	reportFailure,
	run,
} = require('../n8n-host');
const { merge, readPage, writePage } = require('./compatibilityPage');

/** @import { Result } from './compatibilityPage' */

/** The oldest that is supported, the one that the tests are pinned to, the newest that installs. */
const VERSIONS = ['1.123.81', '2.40.7', '2.41.1'];
const TESTS = path.join(PROJECT, 'test', 'e2e');
/** Tests of many processes have the pinned version as their subject. */
const ONE_N8N = ['--testPathIgnorePatterns', 'queue|faultsOf|browser'];

async function main() {
	const { values, positionals } = parseArgs({
		options: { versions: { type: 'string', default: VERSIONS.join(',') } },
		allowPositionals: true,
	});
	const options = positionals.length > 0 ? positionals : ONE_N8N;
	/** @type {(Result & { failed: number })[]} */
	const results = [];
	for (const version of values.versions.split(',')) {
		process.stderr.write(`\n== n8n ${version}\n`);
		results.push({ version, ...(await tryVersion(version, options)) });
	}
	const kept = readPage().filter(({ version }) => VERSIONS.includes(version));
	process.stdout.write(`${writePage(merge(kept.map(withExisting), results))}\n`);
	if (results.some(({ problem, failed }) => problem || failed > 0)) process.exitCode = 1;
}

/**
 * @param {string} version
 * @param {string[]} options
 * @returns {Promise<Omit<Result, 'version'> & { failed: number }>}
 */
async function tryVersion(version, options) {
	let installed;
	try {
		installed = await installN8n({ version });
	} catch (error) {
		if (!(error instanceof HostFailure)) throw error;
		return { problem: error.message.split('\n')[0], suites: [], failed: 0 };
	}
	const { output } = await run(installed.node, ['--version']);
	const report = path.join(cacheFolder(), `versions-${version}.json`);
	fs.rmSync(report, { force: true });
	const jest = path.join(PROJECT, 'node_modules', 'jest', 'bin', 'jest.js');
	const flags = ['--selectProjects', 'e2e', '--runInBand', '--json', `--outputFile=${report}`];
	await run(process.execPath, [jest, ...flags, ...options], {
		cwd: PROJECT,
		env: { ...process.env, N8N_VERSION: version },
		show: 'stderr',
	});
	if (!fs.existsSync(report)) {
		return { problem: 'the tests ended without a result', suites: [], failed: 0 };
	}
	return { node: output.trim().replace(/^v/, ''), ...readReport(report) };
}

/**
 * Without the tests that are there no longer.
 *
 * @param {Result} result
 * @returns {Result}
 */
const withExisting = ({ suites, ...result }) => ({
	...result,
	suites: suites.filter(({ name }) => fs.existsSync(path.join(TESTS, `${name}.e2e.js`))),
});

/** @param {string} file Jest's report */
function readReport(file) {
	/**
	 * @type {{
	 *   testResults: { name: string, assertionResults: { status: string, fullName: string }[] }[],
	 *   numFailedTests: number,
	 *   numRuntimeErrorTestSuites: number,
	 * }}
	 */
	const { testResults, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
		fs.readFileSync(file, 'utf8'),
	);
	const suites = testResults.map(({ name, assertionResults }) => ({
		name: path.basename(name, '.e2e.js'),
		passed: assertionResults.filter(({ status }) => status === 'passed').length,
		failures: assertionResults
			.filter(({ status }) => status === 'failed')
			.map(({ fullName }) => fullName),
		skipped: assertionResults
			.filter(({ status }) => status === 'pending')
			.map(({ fullName }) => fullName),
		total: assertionResults.length,
	}));
	suites.sort((a, b) => a.name.localeCompare(b.name));
	return { suites, failed: numFailedTests + numRuntimeErrorTestSuites };
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
