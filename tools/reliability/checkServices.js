'use strict';

const { spawnSync } = require('node:child_process');
const { servicesProgramsProblem, startOwnServices } = require('./ownServices');
const { addressedServices, unreachable } = require('./services');

/**
 * Whether queue mode can be tested, known before the tests are declared.
 *
 * @returns {string | undefined} why not, and what to do
 */
function servicesProblem() {
	const problem = addressProblem();
	if (!problem) return undefined;
	const programs = servicesProgramsProblem();
	return programs && `${problem}, and ${programs}`;
}

/**
 * PostgreSQL and Redis at their addresses, or where nobody answers there, new ones.
 *
 * @returns {Promise<import('./services').Services & { remove: () => Promise<void> }>}
 */
async function openServices() {
	const services = addressedServices();
	if (await unreachable(services)) return await startOwnServices();
	return { ...services, remove: async () => {} };
}

/** @returns {string | undefined} which service does not answer at its address */
function addressProblem() {
	const { stdout, stderr, status } = spawnSync(process.execPath, [__filename], {
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	return stdout || undefined;
}

if (require.main === module) {
	unreachable(addressedServices()).then((problem) => process.stdout.write(problem ?? ''));
}

module.exports = { openServices, servicesProblem };
