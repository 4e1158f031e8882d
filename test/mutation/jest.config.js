'use strict';

const path = require('node:path');

// Whoever takes a time without a zone for a local one is found out where local time is not UTC.
process.env.TZ = 'Asia/Kolkata';

/** For Stryker: everything in one file, which stops at the first test that finds the mutant out. */
module.exports = {
	rootDir: path.resolve(__dirname, '..', '..'),
	testMatch: ['<rootDir>/test/mutation/all.js'],
	testEnvironment: path.join(__dirname, 'stopAtFailure.js'),
	transform: { '\\.ts$': ['ts-jest', { diagnostics: false, isolatedModules: true }] },
	setupFiles: ['<rootDir>/test/jest.setup.js'],
};
