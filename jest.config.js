'use strict';

const { availableParallelism } = require('node:os');

// Whoever takes a time without a zone for a local one is found out where local time is not UTC.
process.env.TZ = 'Asia/Kolkata';

const elsewhere = ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.cache/'];

/** `unit` needs nothing but this folder, `e2e` a real n8n (see tools/n8n-host). */
module.exports = {
	// More than there are cores: many tests wait, between two tries or for an answer that does not come.
	maxWorkers: availableParallelism() + 2,
	projects: [
		{
			displayName: 'unit',
			rootDir: __dirname,
			testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.js'],
			setupFiles: ['<rootDir>/test/jest.setup.js'],
			setupFilesAfterEnv: ['<rootDir>/test/patience.js'],
			transform: { '\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
			modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
			testPathIgnorePatterns: elsewhere,
		},
		{
			displayName: 'e2e',
			rootDir: __dirname,
			testMatch: ['<rootDir>/test/e2e/**/*.e2e.js'],
			globalSetup: '<rootDir>/test/e2e/globalSetup.js',
			globalTeardown: '<rootDir>/test/e2e/globalTeardown.js',
			setupFilesAfterEnv: ['<rootDir>/test/e2e/setup.js'],
			transform: {},
			modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
			testPathIgnorePatterns: elsewhere,
		},
	],
};
