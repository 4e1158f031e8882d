#!/usr/bin/env node
'use strict';

// npm run new-provider: makes everything that a new provider of the trigger needs, from a few answers.
// See docs/adding-a-provider.md.
require('./nodeVersion');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { answer } = require('./newProvider/answers');
const { entries } = require('./newProvider/entries');
const { files } = require('./newProvider/files');

const PROJECT = path.join(__dirname, '..');

async function main() {
	const answers = await answer(process.argv.slice(2));
	const created = files(answers);
	for (const file of Object.keys(created)) {
		if (fs.existsSync(path.join(PROJECT, file))) throw new Error(`${file} is there already.`);
	}
	const changed = entries(answers, (file) => fs.readFileSync(path.join(PROJECT, file), 'utf8'));
	for (const [file, text] of Object.entries({ ...created, ...changed })) {
		await write(path.join(PROJECT, file), text);
	}
	execFileSync(process.execPath, [path.join(__dirname, 'docs.js')], { stdio: 'inherit' });

	const list = (names) =>
		Object.keys(names)
			.map((file) => `  ${file}\n`)
			.join('');
	process.stdout.write(
		[
			`Made:\n${list(created)}`,
			`Changed:\n${list(changed)}`,
			'Yours to do: the events as the provider writes them, with all that readEvent can tell of a call',
			'(events.ts, and the samples in tools/simulator); what a page of the provider shows as an example of',
			'a delivery (test/vectors/published.json); the sentences of the page in docs/providers. Then:',
			'npm run lint && npm test\n',
		].join('\n'),
	);
}

async function write(file, text) {
	const prettier = require('prettier');
	fs.mkdirSync(path.dirname(file), { recursive: true });
	const { inferredParser } = await prettier.getFileInfo(file);
	const options = { ...(await prettier.resolveConfig(file)), filepath: file };
	fs.writeFileSync(file, inferredParser ? await prettier.format(text, options) : text);
}

main().catch((error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
