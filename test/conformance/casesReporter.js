'use strict';

const path = require('node:path');

const COLUMN = 12;

/**
 * Prints how many cases the conformance kit holds against each provider, by group:
 *
 *     npx jest --selectProjects unit --testPathPatterns test/conformance \
 *       --reporters ./test/conformance/casesReporter.js
 */
module.exports = class CasesReporter {
	onRunComplete(_contexts, { testResults, numFailedTests, numPassedTests, startTime }) {
		/** @type {Map<string, Map<string, number>>} group -> provider -> cases */
		const cases = new Map();
		const providers = new Set();
		for (const { testFilePath, testResults: tests } of testResults) {
			const file = path.basename(testFilePath, '.test.ts');
			for (const { ancestorTitles } of tests) {
				const [title, group = file] = ancestorTitles;
				const provider = title.split(' ')[0];
				providers.add(provider);
				const row = cases.get(group) ?? new Map();
				cases.set(group, row.set(provider, (row.get(provider) ?? 0) + 1));
			}
		}
		const names = [...providers].sort();
		const line = (group, counts) =>
			group.padEnd(30) + counts.map((count) => String(count).padStart(COLUMN)).join('');
		const total = (name) => [...cases.values()].reduce((sum, row) => sum + (row.get(name) ?? 0), 0);
		console.log(
			[
				line('', names),
				...[...cases].map(([group, row]) =>
					line(
						group,
						names.map((name) => row.get(name) ?? 0),
					),
				),
				line('total', names.map(total)),
				`${numPassedTests} passed, ${numFailedTests} failed`,
				`${((Date.now() - startTime) / 1000).toFixed(1)} s`,
			].join('\n'),
		);
	}
};
