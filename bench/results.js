'use strict';

const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { markdownTable } = require('../tools/markdownTable');
const { readable } = require('./statistics');
const { columnsOf } = require('./tables');

const FOLDER = path.join(__dirname, 'results');

/**
 * What a part of the benchmarks gets.
 *
 * @typedef {object} Options
 * @property {boolean} quick only shows that all of it works
 * @property {string} [against] a commit: an earlier state of this package to measure beside the present one
 * @property {{ version: string, node: string, folder: string }} n8n the installed one, and the path of its Node.js
 *
 * What it found.
 *
 * @typedef {object} Found
 * @property {string} title
 * @property {string} method how it was measured, in a few sentences
 * @property {Record<string, string>} [versions] of what else was measured with, or against
 * @property {Table[]} tables
 * @property {Aim[]} aims
 *
 * That with where and with what it ran, see environment.js.
 *
 * @typedef {Found & { part: string, environment: object }} Result
 *
 * @typedef {{ key: string, label: string }} Column
 *
 * @typedef {object} Table
 * @property {string} id for charts
 * @property {string} title
 * @property {Column[]} columns the first one names the row
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
		const columns = columnsOf({ aim: 'Aim', measured: 'Measured', met: 'Met' });
		const rows = aims.map((aim) => ({ ...aim, met: aim.met ? 'yes' : 'no' }));
		blocks.push('## Aims', toTable(columns, rows));
	}
	return `${blocks.join('\n\n')}\n`;
}

/**
 * @param {Column[]} columns
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

module.exports = { FOLDER, keepResult, printResult, toTable };
