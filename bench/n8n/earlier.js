'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { HostFailure, PROJECT, cacheFolder, run } = require('../../tools/n8n-host');

/**
 * The compiled code of an earlier state of this package, to be measured beside the present one in one
 * n8n: n8n takes it for nodes of a folder of one's own, whose types begin with `CUSTOM.`.
 *
 * @param {string} commit anything that git understands
 * @returns {Promise<string>} the folder
 * @throws {HostFailure} where there is no such commit, or it cannot be compiled
 */
async function earlierCode(commit) {
	const name = await commitName(commit);
	const folder = path.join(cacheFolder(), 'bench', `earlier-${name}`);
	if (fs.existsSync(folder)) return folder;
	const making = `${folder}.${process.pid}`;
	fs.mkdirSync(making, { recursive: true });
	const archive = execFileSync('git', ['archive', name], { cwd: PROJECT, maxBuffer: 2 ** 28 });
	execFileSync('tar', ['-x', '-C', making], { input: archive });
	fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(making, 'node_modules'));
	const compiler = path.join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
	const compiled = path.join(making, 'compiled');
	const { code, output } = await run(
		process.execPath,
		[compiler, '-p', path.join(making, 'tsconfig.build.json'), '--outDir', compiled],
		{ cwd: making },
	);
	if (code !== 0) throw new HostFailure(`Compiling ${commit} failed:\n${output}`);
	fs.renameSync(compiled, folder);
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

module.exports = { earlierCode };
