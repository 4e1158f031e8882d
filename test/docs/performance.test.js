'use strict';

const { readFileSync } = require('node:fs');
const { PAGE, withTables } = require('../../bench/docs');

const page = readFileSync(PAGE, 'utf8');

test('docs/performance.md has the tables of bench/results', () => {
	expect(page).toContain('<!-- table of bench: ');
	expect(withTables(page)).toBe(page);
});

test('a table of it that is older than its result is noticed', () => {
	const older = page.replace(/^(\| .*?)\d/m, '$1 ');
	expect(older).not.toBe(page);
	expect(withTables(older)).toBe(page);
});
