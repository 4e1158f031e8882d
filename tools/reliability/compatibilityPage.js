'use strict';

/**
 * The results of the end-to-end tests by version of n8n, as docs/compatibility.md has them between two
 * marks. The page is the only place where they are kept, so it is read as well as written.
 */
const fs = require('node:fs');
const path = require('node:path');
const { PROJECT } = require('../n8n-host');
const { markdownTable } = require('../markdownTable');

const PAGE = path.join(PROJECT, 'docs', 'compatibility.md');
const MARKS = ['<!-- versions: begin -->', '<!-- versions: end -->'];
const NOT_PASSED = 'Not passed:';
const LEFT_OUT = 'Left out, because n8n 1 itself does otherwise:';
const NOT_RUN = 'not run';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {number} passed
 * @property {string[]} failures names of tests
 * @property {string[]} skipped names of tests
 * @property {number} total
 *
 * @typedef {object} Result
 * @property {string} version
 * @property {string} [problem] why it could not be tried
 * @property {string} [node] the version of Node.js
 * @property {Suite[]} suites
 */

/** @returns {Result[]} */
function readPage() {
	return read(split(fs.readFileSync(PAGE, 'utf8'))[1]);
}

/**
 * @param {string} text that stands between the marks
 * @returns {Result[]}
 */
function read(text) {
	const [header, , ...rows] = text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
	const results = (header ?? []).slice(1).map((title, at) => {
		const [, version = '', node] = /^n8n (\S+?)(?:, Node\.js (\S+))?$/.exec(title) ?? [];
		const suites = rows
			.filter((cells) => cells[at + 1] !== NOT_RUN)
			.map((cells) => suiteOf(cells[0], cells[at + 1]));
		/** @type {Result} */
		const result = { version, node, suites };
		return result;
	});
	const [, notPassed = ''] = text.split(LEFT_OUT)[0].split(NOT_PASSED);
	const [, leftOut = ''] = text.split(LEFT_OUT);
	for (const { version, suite, name } of entriesIn(notPassed)) {
		const result = results.find((each) => each.version === version);
		if (result === undefined) continue;
		if (suite === undefined) result.problem = name;
		else result.suites.find((each) => each.name === suite)?.failures.push(name);
	}
	for (const { version, suite, name } of entriesIn(leftOut)) {
		const result = results.find((each) => each.version === version);
		result?.suites.find((each) => each.name === suite)?.skipped.push(name);
	}
	return results;
}

/**
 * @param {string} name
 * @param {string} cell
 * @returns {Suite}
 */
function suiteOf(name, cell) {
	const [passed, total] = cell.split(' of ').map(Number);
	return { name, passed, total, failures: [], skipped: [] };
}

/** @param {string} list */
const entriesIn = (list) =>
	[...list.matchAll(/^- (\S+?)(?:, (\S+))?: (.*)$/gm)].map(([, version, suite, name]) => ({
		version,
		suite,
		name,
	}));

/**
 * What is there, with what was tried anew in place of what it was before.
 *
 * @param {Result[]} kept
 * @param {Result[]} tried
 * @returns {Result[]} by version
 */
function merge(kept, tried) {
	const versions = [...new Set([...kept, ...tried].map(({ version }) => version))];
	return versions
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
		.map((version) => {
			const before = kept.find((each) => each.version === version);
			const now = tried.find((each) => each.version === version);
			if (before === undefined || now === undefined)
				return now ?? before ?? { version, suites: [] };
			const names = new Set(now.suites.map(({ name }) => name));
			const others = before.suites.filter(({ name }) => !names.has(name));
			return { ...now, node: now.node ?? before.node, suites: [...others, ...now.suites] };
		});
}

/**
 * @param {Result[]} results
 * @returns {string} what it wrote
 */
function writePage(results) {
	const [before, , after] = split(fs.readFileSync(PAGE, 'utf8'));
	const text = describe(results);
	fs.writeFileSync(PAGE, `${before}${MARKS[0]}\n\n${text}\n\n${MARKS[1]}${after}`);
	return text;
}

/** @param {string} page */
function split(page) {
	const [before, rest] = page.split(MARKS[0]);
	const [between, after] = rest.split(MARKS[1]);
	return [before, between, after];
}

/**
 * @param {Result[]} results
 * @returns {string} what stands between the marks
 */
function describe(results) {
	const names = [...new Set(results.flatMap(({ suites }) => suites.map(({ name }) => name)))];
	const rows = names.sort().map((name) => [
		name,
		...results.map(({ suites }) => {
			const suite = suites.find((each) => each.name === name);
			return suite ? `${suite.passed} of ${suite.total}` : NOT_RUN;
		}),
	]);
	const titles = results.map(
		({ version, node }) => `n8n ${version}${node ? `, Node.js ${node}` : ''}`,
	);
	const problems = results.flatMap(({ version, problem }) =>
		problem ? [`${version}: ${problem}`] : [],
	);
	return [
		markdownTable(['tests', ...titles], rows),
		...list(NOT_PASSED, [...problems, ...namesOf(results, 'failures')]),
		...list(LEFT_OUT, namesOf(results, 'skipped')),
	].join('\n\n');
}

/**
 * @param {Result[]} results
 * @param {'failures' | 'skipped'} kind
 */
const namesOf = (results, kind) =>
	results.flatMap(({ version, suites }) =>
		suites.flatMap((suite) => suite[kind].map((name) => `${version}, ${suite.name}: ${name}`)),
	);

/**
 * A list under a heading; nothing where there is nothing to list.
 *
 * @param {string} heading
 * @param {string[]} entries
 */
function list(heading, entries) {
	return entries.length > 0 ? [heading, entries.map((entry) => `- ${entry}`).join('\n')] : [];
}

module.exports = { describe, merge, read, readPage, writePage };
