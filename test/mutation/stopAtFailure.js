'use strict';

const { TestEnvironment } = require('jest-environment-node');

/**
 * Ends a run once a test has failed: one is enough to find a mutant out. What is left is taken out of the tree
 * of tests, for to report thousands of skipped ones costs more than to run them.
 */
module.exports = class StopAtFailure extends TestEnvironment {
	handleTestEvent(event) {
		if (event.name !== 'test_fn_failure') return;
		for (let entry = event.test; entry.parent; entry = entry.parent) {
			const { children } = entry.parent;
			children.splice(children.indexOf(entry) + 1);
		}
	}
};
