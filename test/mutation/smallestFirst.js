'use strict';

const { statSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Runs small test files first: Stryker is done with a mutant as soon as one file fails. */
module.exports = class SmallestFirst extends Sequencer {
	sort(tests) {
		return [...tests].sort((one, other) => sizeOf(one) - sizeOf(other));
	}
};

/** The conformance kit's files are small and run thousands of cases: they come last. */
function sizeOf({ path }) {
	return statSync(path).size + (path.includes('conformance') ? 1e6 : 0);
}
