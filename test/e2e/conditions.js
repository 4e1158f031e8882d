'use strict';

const isN8n1 = process.env.N8N_VERSION?.startsWith('1.') === true;

/**
 * For what n8n itself can only since version 2; docs/compatibility.md says what n8n 1 does.
 *
 * @param {jest.It | jest.Describe} block `test` or `describe`
 */
function sinceN8n2(block) {
	return isN8n1 ? block.skip : block;
}

/**
 * For what needs a program or a server that may be missing: left out with one line then, but never
 * where `CI` is set. There such tests have to fail with the problem.
 *
 * @param {string | undefined} problem what is missing, if anything
 * @param {string} notTested what is left out then, e.g. "Queue mode is not tested"
 * @returns {jest.Describe}
 */
function describeUnless(problem, notTested) {
	if (!problem || process.env.CI) return describe;
	process.stderr.write(`${notTested}: ${problem}\n`);
	return describe.skip;
}

module.exports = { describeUnless, isN8n1, sinceN8n2 };
