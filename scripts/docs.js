#!/usr/bin/env node
'use strict';

// npm run docs: writes the tables of README.md, docs/reference.md and docs/create-and-wait.md that come from the registry. The
// docs tests fail while a table is not what this writes.
require('./nodeVersion');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const PROJECT = path.join(__dirname, '..');

/** The package's own code, compiled for this run. */
function compiled() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-docs-'));
	const compiler = require.resolve('typescript/bin/tsc');
	const options = ['-p', 'tsconfig.json', '--outDir', folder];
	execFileSync(process.execPath, [compiler, ...options], { cwd: PROJECT, stdio: 'inherit' });
	fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
	return folder;
}

const row = (cells) =>
	`| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/** The text with another first table after a heading. */
function withTable(text, heading, { titles, rows }) {
	const lines = text.split('\n');
	const start = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`));
	const open = lines.findIndex((line, at) => at > start && line.startsWith('|'));
	if (start < 0 || open < 0) throw new Error(`There is no table under "${heading}"`);
	const length = lines.slice(open).findIndex((line) => !line.startsWith('|'));
	const table = [titles, titles.map(() => '---'), ...rows].map(row);
	lines.splice(open, length, ...table);
	return lines.join('\n');
}

/** The text with one column of a table written anew; its rows keep all else. */
function withColumn(text, heading, column, valueOf) {
	const lines = text.split('\n');
	const start = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`));
	const open = lines.findIndex((line, at) => at > start && line.startsWith('|'));
	const cellsOf = (line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim());
	const index = cellsOf(lines[open]).indexOf(column);
	for (let at = open + 2; lines[at].startsWith('|'); at += 1) {
		const cells = cellsOf(lines[at]);
		cells[index] = valueOf(cells[0]) ?? cells[index];
		lines[at] = row(cells);
	}
	return lines.join('\n');
}

async function main() {
	const folder = compiled();
	try {
		const { tables } = require('./docs/tables');
		const { readme, reference, createAndWait, calls } = tables(folder);
		const prettier = require('prettier');
		const write = async (file, change) => {
			const name = path.join(PROJECT, file);
			const options = { ...(await prettier.resolveConfig(name)), filepath: name };
			fs.writeFileSync(name, await prettier.format(change(fs.readFileSync(name, 'utf8')), options));
		};
		const all = (text, changes) =>
			Object.entries(changes).reduce((rest, [at, table]) => withTable(rest, at, table), text);
		await write('README.md', (text) => withColumn(all(text, readme), 'Providers', 'Calls', calls));
		await write('docs/reference.md', (text) => all(text, reference));
		await write('docs/create-and-wait.md', (text) => all(text, createAndWait));
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
