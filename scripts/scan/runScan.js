'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { HostFailure, packPackage, run, PROJECT } = require('../../tools/n8n-host');

/** All that may be published, beside package.json. */
const ALLOWED = /^(package\.json|README\.md|LICENSE(\.md)?|CHANGELOG\.md|dist\/.+)$/;

/**
 * Runs the engine of `@n8n/scan-community-package` as that does itself: once over the sources, once
 * over what npm would publish.
 *
 * @returns {Promise<number>} exit status
 */
async function runScan() {
	const { analyzePackage, SOURCE_FILE_PATTERNS } =
		await import('@n8n/scan-community-package/scanner/scanner.mjs');
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-scan-'));
	try {
		const unpacked = await unpack(await packPackage(), folder);
		const verdicts = [
			report('Sources', await analyzePackage(PROJECT, SOURCE_FILE_PATTERNS)),
			report('Packed package', await analyzePackage(unpacked, ['**/*.js', 'package.json'])),
			report('Content of the package', judgeContent(unpacked)),
		];
		return verdicts.every(Boolean) ? 0 : 1;
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * @param {string} tarball
 * @param {string} folder
 * @returns {Promise<string>} the package's folder
 */
async function unpack(tarball, folder) {
	const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder]);
	if (code !== 0) throw new HostFailure(`${tarball} could not be unpacked: ${output}`);
	return path.join(folder, 'package');
}

/** @param {string} folder the unpacked package */
function judgeContent(folder) {
	const files = fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
	const foreign = files.filter((file) => !ALLOWED.test(file));
	const missing = ['package.json', 'README.md', 'CHANGELOG.md'].filter(
		(file) => !files.includes(file),
	);
	if (!files.some((file) => /^LICENSE/.test(file))) missing.push('LICENSE');
	const details = [
		...foreign.map((file) => `does not belong there: ${file}`),
		...missing.map((file) => `is missing: ${file}`),
	];
	return {
		passed: details.length === 0,
		message: `${files.length} files`,
		details: details.join('\n'),
	};
}

/**
 * @param {string} what
 * @param {{ passed: boolean, message?: string, details?: string }} result
 */
function report(what, { passed, message, details }) {
	const rest = message ? ` (${message})` : '';
	process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${what}${rest}\n`);
	if (!passed && details) process.stdout.write(`${details}\n`);
	return passed;
}

module.exports = { runScan };
