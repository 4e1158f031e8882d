'use strict';

const { describe: written, merge, read } = require('../../tools/reliability/compatibilityPage');

const suite = (name, { passed = 2, failures = [], skipped = [] } = {}) => {
	return { name, passed, failures, skipped, total: passed + failures.length + skipped.length };
};
const older = {
	version: '1.9.0',
	problem: undefined,
	node: '24.1.0',
	suites: [suite('host', { skipped: ['n8n does: what it does'] }), suite('trigger.editor')],
};
const newer = {
	version: '1.10.0',
	problem: 'npm has no such version. Choose another.',
	node: '24.1.0',
	suites: [suite('host', { passed: 1, failures: ['n8n starts'] })],
};

test('what is written can be read again', () => {
	expect(read(written([older, newer]))).toEqual([older, newer]);
	expect(read('')).toEqual([]);
});

test('what was tried takes the place of what it was before; the rest is kept', () => {
	const tried = { version: '1.9.0', node: '24.2.0', suites: [suite('host', { passed: 3 })] };
	expect(merge([newer, older], [tried])).toEqual([
		{ ...tried, suites: [suite('trigger.editor'), suite('host', { passed: 3 })] },
		newer,
	]);
});

test('a version that cannot be tried any more keeps its results, and says why', () => {
	const tried = { version: '1.9.0', problem: 'There is no network.', suites: [] };
	expect(merge([older], [tried])).toEqual([{ ...older, problem: 'There is no network.' }]);
});

test('a version that was never tried is added', () => {
	expect(merge([older], [newer])).toEqual([older, newer]);
});
