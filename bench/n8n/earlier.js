'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { HostFailure, PROJECT, cacheFolder, npm, run } = require('../../tools/n8n-host');

/**
 * The compiled code of an earlier state of this package, to be measured beside the present one in one
 * n8n: n8n takes it for nodes of a folder of one's own, whose types begin with `CUSTOM.`.
 *
 * @param {string} commit anything that git understands
 * @returns {Promise<string>} the folder
 * @throws {HostFailure} where there is no such commit, or it cannot be compiled
 */
async function earlierCode(commit) {
	return await made(commit, 'earlier', async (sources) => {
		const compiler = path.join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
		const compiled = path.join(sources, 'compiled');
		// Once, a file of its own said how to build.
		const own = path.join(sources, 'tsconfig.build.json');
		const settings = fs.existsSync(own) ? own : path.join(sources, 'tsconfig.json');
		const { code, output } = await run(
			process.execPath,
			[compiler, '-p', settings, '--outDir', compiled],
			{ cwd: sources },
		);
		if (code !== 0) throw new HostFailure(`Compiling ${commit} failed:\n${output}`);
		return compiled;
	});
}

/**
 * An earlier state of this package, built: `package.json`, and all that it names in `dist`.
 *
 * @param {string} commit anything that git understands
 * @returns {Promise<string>} the folder
 * @throws {HostFailure} where there is no such commit, or it cannot be built
 */
async function earlierPackage(commit) {
	return await made(commit, 'earlier-package', async (sources) => {
		await npm(['run', 'build'], { cwd: sources, doing: `Building the package at ${commit}` });
		const built = path.join(sources, 'built');
		fs.mkdirSync(built);
		for (const part of ['package.json', 'dist']) {
			fs.renameSync(path.join(sources, part), path.join(built, part));
		}
		return built;
	});
}

/**
 * Makes something of the sources of a commit, once.
 *
 * @param {string} commit
 * @param {string} what
 * @param {(sources: string) => Promise<string>} make gives the folder to keep
 */
async function made(commit, what, make) {
	const name = await commitName(commit);
	const folder = path.join(cacheFolder(), 'bench', `${what}-${name}`);
	if (fs.existsSync(folder)) return folder;
	const making = `${folder}.${process.pid}`;
	fs.mkdirSync(making, { recursive: true });
	const archive = execFileSync('git', ['archive', name], { cwd: PROJECT, maxBuffer: 2 ** 28 });
	execFileSync('tar', ['-x', '-C', making], { input: archive });
	fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(making, 'node_modules'));
	fs.renameSync(await make(making), folder);
	fs.rmSync(making, { recursive: true });
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

module.exports = { earlierCode, earlierPackage };
