'use strict';

const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { PROJECT } = require('../tools/n8n-host');
const { FOLDER, toTable } = require('./results');

const PAGE = path.join(PROJECT, 'docs', 'performance.md');

/** A comment such as `<!-- table of bench: growth, n8n-items -->`, and the table below it, if there is one. */
const PLACE = /^<!-- table of bench: ([\w-]+), ([\w-]+) -->\n(?:\n(?:\|.*\n)+)?/gm;

/**
 * The page with its tables made anew, each from the result that the comment above it names.
 *
 * @param {string} page
 */
function withTables(page) {
	return page.replaceAll(PLACE, (place, part, id) => {
		const [comment] = place.split('\n', 1);
		const file = path.join(FOLDER, `${part}.json`);
		if (!existsSync(file)) return place;
		/** @type {import('./results').Result} */
		const result = JSON.parse(readFileSync(file, 'utf8'));
		const table = result.tables.find((one) => one.id === id);
		return table ? `${comment}\n\n${toTable(table.columns, table.rows)}\n` : place;
	});
}

/** Writes the tables of docs/performance.md anew. */
function writeTables() {
	const page = readFileSync(PAGE, 'utf8');
	const written = withTables(page);
	if (written === page) return;
	writeFileSync(PAGE, written);
	process.stderr.write(`${path.relative(PROJECT, PAGE)}\n`);
}

module.exports = { PAGE, withTables, writeTables };
