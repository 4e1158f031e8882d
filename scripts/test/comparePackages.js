'use strict';

// n8n's own command has to make the same package as ours: both are built, and what npm would pack of
// each is compared, file by file.
const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { PROJECT } = require('../../tools/n8n-host');

const bin = (name) => path.join(PROJECT, 'node_modules', '.bin', name);
const run = (command, args) =>
	execFileSync(command, args, {
		cwd: PROJECT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	});

/** What npm packs of the present build: the digest of each file, by its path. */
function packed() {
	const [{ files }] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']));
	const digest = (file) =>
		createHash('sha256')
			.update(fs.readFileSync(path.join(PROJECT, file)))
			.digest('hex');
	return Object.fromEntries(files.map(({ path: file }) => [file, digest(file)]));
}

function main() {
	run(bin('n8n-node'), ['build']);
	const theirs = packed();
	run('npm', ['run', 'build']);
	const ours = packed();
	const all = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
	const different = all.filter((file) => ours[file] !== theirs[file]);
	for (const file of different) process.stderr.write(`Not the same in both builds: ${file}\n`);
	process.stdout.write(`${all.length} files, ${different.length} of them not the same\n`);
	const kinds = ['.js', '.svg', '.node.json', '.json'];
	const missing = kinds.filter((kind) => !all.some((file) => file.endsWith(kind)));
	for (const kind of missing) process.stderr.write(`The package has no ${kind} file\n`);
	process.exitCode = different.length + missing.length > 0 ? 1 : 0;
}

main();
