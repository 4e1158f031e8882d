#!/usr/bin/env node
'use strict';

/**
 * Runs the end-to-end tests against several versions of n8n and writes the result into
 * docs/compatibility.md, between its two marks.
 *
 *     node tools/reliability/versions.js [--versions 1.123.81,2.40.7] [<options for Jest>]
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
const { markdownTable } = require('./table');

/** The oldest that is supported, the one that the tests are pinned to, the newest that installs. */
const VERSIONS = ['1.123.81', '2.40.7', '2.41.1'];
/** Tests of many processes have the pinned version as their subject. */
const ONE_N8N = ['--testPathIgnorePatterns', 'queue|faultsOf|browser'];
const PAGE = path.join(PROJECT, 'docs', 'compatibility.md');
const MARKS = ['<!-- versions: begin -->', '<!-- versions: end -->'];

async function main() {
	const { values, positionals } = parseArgs({
		options: { versions: { type: 'string', default: VERSIONS.join(',') } },
		allowPositionals: true,
	});
	const options = positionals.length > 0 ? positionals : ONE_N8N;
	const results = [];
	for (const version of values.versions.split(',')) {
		process.stderr.write(`\n== n8n ${version}\n`);
		results.push({ version, ...(await tryVersion(version, options)) });
	}
	const text = describe(results);
	process.stdout.write(`${text}\n`);
	writeBetweenMarks(text);
	if (results.some(({ problem, failed }) => problem || failed > 0)) process.exitCode = 1;
}

/**
 * @param {string} version
 * @param {string[]} options
 * @returns {Promise<{ problem?: string, node?: string, suites?: object[], failed?: number }>}
 */
async function tryVersion(version, options) {
	let installed;
	try {
		installed = await installN8n({ version });
	} catch (error) {
		if (!(error instanceof HostFailure)) throw error;
		return { problem: error.message.split('\n')[0] };
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
	if (!fs.existsSync(report)) return { problem: 'the tests ended without a result' };
	return { node: output.trim().replace(/^v/, ''), ...readReport(report) };
}

/** @param {string} file Jest's report */
function readReport(file) {
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

/** @param {Awaited<ReturnType<typeof tryVersion>>[]} results */
function describe(results) {
	const names = [...new Set(results.flatMap(({ suites = [] }) => suites.map(({ name }) => name)))];
	const rows = names.sort().map((name) => [
		name,
		...results.map(({ suites = [] }) => {
			const suite = suites.find((each) => each.name === name);
			return suite ? `${suite.passed} of ${suite.total}` : 'not run';
		}),
	]);
	const header = [
		'tests',
		...results.map(({ version, node }) => `n8n ${version}, Node.js ${node}`),
	];
	const problems = results.flatMap(({ version, problem }) =>
		problem ? [`${version}: ${problem}`] : [],
	);
	return [
		markdownTable(header, rows),
		...list('Not passed:', [...problems, ...namesOf(results, 'failures')]),
		...list('Left out, because n8n 1 itself does otherwise:', namesOf(results, 'skipped')),
	].join('\n\n');
}

const namesOf = (results, kind) =>
	results.flatMap(({ version, suites = [] }) =>
		suites.flatMap((suite) => suite[kind].map((name) => `${version}: ${name}`)),
	);

/** A list under a heading; nothing where there is nothing to list. */
function list(heading, entries) {
	return entries.length > 0 ? [heading, entries.map((entry) => `- ${entry}`).join('\n')] : [];
}

/** @param {string} text */
function writeBetweenMarks(text) {
	const [begin, end] = MARKS;
	const page = fs.readFileSync(PAGE, 'utf8');
	const [before] = page.split(begin);
	const [, after] = page.split(end);
	fs.writeFileSync(PAGE, `${before}${begin}\n\n${text}\n\n${end}${after}`);
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
