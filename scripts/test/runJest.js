'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { run, PROJECT } = require('../../tools/n8n-host');

/**
 * Runs one of Jest's projects and counts its tests.
 *
 * @param {'unit' | 'e2e'} project
 * @param {string[]} options for Jest
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} a test file that could not
 *   be run, and a run that ended without a result, count as one failure
 */
async function runJest(project, options) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-jest-'));
	const report = path.join(folder, 'report.json');
	try {
		const jest = path.join(PROJECT, 'node_modules', 'jest', 'bin', 'jest.js');
		const args = [jest, '--selectProjects', project, '--json', `--outputFile=${report}`];
		const { code } = await run(process.execPath, [...args, ...options], {
			cwd: PROJECT,
			env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
			show: 'stderr',
		});
		return readCounts(report, code);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * @param {string} report
 * @param {number} code exit status of Jest
 */
function readCounts(report, code) {
	if (!fs.existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
	const result = JSON.parse(fs.readFileSync(report, 'utf8'));
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return {
		passed: result.numPassedTests,
		failed: failed === 0 && code !== 0 ? 1 : failed,
		skipped: result.numPendingTests + result.numTodoTests,
	};
}

module.exports = { runJest };
