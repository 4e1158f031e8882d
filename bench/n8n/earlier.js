'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { HostFailure, PROJECT, cacheFolder, npm, run } = require('../../tools/n8n-host');

/**
 * An earlier state of this package, built once: `package.json`, and all that it names in `dist`.
 *
 * @param {string} commit anything that git understands
 * @returns {Promise<string>} the folder
 * @throws {HostFailure} where there is no such commit, or it cannot be built
 */
async function earlierPackage(commit) {
	const name = await commitName(commit);
	const folder = path.join(cacheFolder(), 'bench', `earlier-package-${name}`);
	if (fs.existsSync(folder)) return folder;
	const sources = `${folder}.${process.pid}`;
	fs.mkdirSync(sources, { recursive: true });
	const archive = execFileSync('git', ['archive', name], { cwd: PROJECT, maxBuffer: 2 ** 28 });
	execFileSync('tar', ['-x', '-C', sources], { input: archive });
	fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(sources, 'node_modules'));
	await npm(['run', 'build'], { cwd: sources, doing: `Building the package at ${commit}` });
	const built = path.join(sources, 'built');
	fs.mkdirSync(built);
	for (const part of ['package.json', 'dist']) {
		fs.renameSync(path.join(sources, part), path.join(built, part));
	}
	fs.renameSync(built, folder);
	fs.rmSync(sources, { recursive: true });
	return folder;
}

/** @param {string} commit */
async function commitName(commit) {
	const { code, output } = await run('git', ['rev-parse', '--short=12', `${commit}^{commit}`], {
		cwd: PROJECT,
	});
	if (code !== 0) throw new HostFailure(`There is no commit ${commit}.`);
	return output.trim();
}

module.exports = { earlierPackage };
