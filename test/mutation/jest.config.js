'use strict';

const path = require('node:path');

/**
 * The tests that Stryker runs on each mutant: those of verification and the conformance kit, save
 * for the ones that repeat the same question thousands of times.
 */
module.exports = {
	rootDir: path.resolve(__dirname, '..', '..'),
	testMatch: [
		'<rootDir>/test/{verification,conformance}/**/*.test.ts',
		'<rootDir>/test/vectors/published.test.ts',
	],
	testPathIgnorePatterns: ['/bits\\.test', '/properties\\.test', '/peers\\.test'],
	transform: { '\\.ts$': 'ts-jest' },
	testSequencer: '<rootDir>/test/mutation/smallestFirst.js',
	setupFiles: ['<rootDir>/test/jest.setup.js'],
};
