#!/usr/bin/env node
'use strict';

// npm run docs: writes the tables of README.md, docs/matrix.md, the references and docs/create-and-wait.md that come from the
// registry. The docs tests fail while a table is not what this writes.
require('./nodeVersion');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const { markdownTable } = require('../tools/markdownTable');

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

/** The text with another first table after a heading. */
function withTable(text, heading, { titles, rows }) {
	const lines = text.split('\n');
	const start = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`));
	const open = lines.findIndex((line, at) => at > start && line.startsWith('|'));
	if (start < 0 || open < 0) throw new Error(`There is no table under "${heading}"`);
	const length = lines.slice(open).findIndex((line) => !line.startsWith('|'));
	lines.splice(open, length, markdownTable(titles, rows));
	return lines.join('\n');
}

async function main() {
	const folder = compiled();
	try {
		const { tables } = require('./docs/tables');
		const { readme, matrix, reference, calls, createAndWait } = tables(folder);
		const prettier = require('prettier');
		const write = async (file, change) => {
			const name = path.join(PROJECT, file);
			const options = { ...(await prettier.resolveConfig(name)), filepath: name };
			fs.writeFileSync(name, await prettier.format(change(fs.readFileSync(name, 'utf8')), options));
		};
		const all = (text, changes) =>
			Object.entries(changes).reduce((rest, [at, table]) => withTable(rest, at, table), text);
		await write('README.md', (text) => all(text, readme));
		await write('docs/matrix.md', (text) => all(text, matrix));
		await write('docs/reference.md', (text) => all(text, reference));
		await write('docs/reference-calls.md', (text) => all(text, calls));
		await write('docs/create-and-wait.md', (text) => all(text, createAndWait));
	} finally {
		fs.rmSync(folder, { recursive: true });
	}
}

main().catch((error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
