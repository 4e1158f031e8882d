'use strict';

const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { markdownTable } = require('../tools/markdownTable');
const { readable } = require('./statistics');

const FOLDER = path.join(__dirname, 'results');

/**
 * What a part of the benchmarks found.
 *
 * @typedef {object} Result
 * @property {string} part
 * @property {string} title
 * @property {string} method how it was measured, in a few sentences
 * @property {object} environment see environment.js
 * @property {Table[]} tables
 * @property {Aim[]} aims
 *
 * @typedef {object} Table
 * @property {string} id for charts
 * @property {string} title
 * @property {{ key: string, label: string }[]} columns the first one names the row
 * @property {Record<string, any>[]} rows by key of column: text, a number or null; further members are
 *   for charts
 *
 * @typedef {object} Aim
 * @property {string} aim
 * @property {string} measured
 * @property {boolean} met
 */

/** @param {Result} result */
function printResult(result) {
	process.stdout.write(`\n${toMarkdown(result)}`);
}

/**
 * Writes a result as Markdown and JSON into bench/results/.
 *
 * @param {Result} result
 */
function keepResult(result) {
	const file = (extension) => path.join(FOLDER, `${result.part}.${extension}`);
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(file('md'), toMarkdown(result));
	writeFileSync(file('json'), `${JSON.stringify(result, null, '\t')}\n`);
}

/** @param {Result} result */
function toMarkdown({ title, method, environment, tables, aims }) {
	const { machine, versions, measuredAt } = environment;
	const where = [
		`${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.system}`,
		Object.entries(versions)
			.map(([name, version]) => `${name} ${version}`)
			.join(', '),
		`${measuredAt.slice(0, 16).replace('T', ' ')} UTC, load average before: ${machine.loadBefore}`,
	];
	const blocks = [`# ${title}`, method, where.map((line) => `- ${line}`).join('\n')];
	for (const { title: heading, columns, rows } of tables) {
		blocks.push(`## ${heading}`, toTable(columns, rows));
	}
	if (aims.length > 0) {
		const columns = ['aim', 'measured', 'met'].map((key) => ({ key, label: capital(key) }));
		const rows = aims.map((aim) => ({ ...aim, met: aim.met ? 'yes' : 'no' }));
		blocks.push('## Aims', toTable(columns, rows));
	}
	return `${blocks.join('\n\n')}\n`;
}

/**
 * @param {Table['columns']} columns
 * @param {Table['rows']} rows
 */
const toTable = (columns, rows) =>
	markdownTable(
		columns.map(({ label }) => label),
		rows.map((row) => columns.map(({ key }) => row[key])),
		toCell,
	);

/** @param {string | number | null | undefined} value */
function toCell(value) {
	if (value === null || value === undefined) return '-';
	return typeof value === 'number' ? readable(value) : value;
}

/** @param {string} text */
function capital(text) {
	return text[0].toUpperCase() + text.slice(1);
}

module.exports = { FOLDER, keepResult, printResult, toTable };
