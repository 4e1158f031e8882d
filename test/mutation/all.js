'use strict';

const path = require('node:path');

/**
 * The tests that Stryker runs on each mutant, the quick ones first: those of verification and the conformance kit,
 * save for the ones that repeat the same question thousands of times. One file, since most of what a mutant
 * costs is loading the code under test, once for each file.
 */
const FILES = [
	'verification/timestamp',
	'verification/padding',
	'verification/signature',
	'verification/place',
	'verification/key',
	'verification/algorithm',
	'verification/sharedSecret',
	'verification/fixedScheme',
	'verification/textEncoding',
	'verification/json',
	'verification/rfc4231',
	'verification/vectors',
	'verification/schemes',
	'providers/forms',
	'providers/common/signatureTemplate',
	'vectors/published',
	'verification/schemeProblem',
	'verification/blank',
	'conformance/plaintext',
	'conformance/envelope',
	'conformance/genuine',
	'conformance/attacks',
];

for (const file of FILES) {
	describe(file, () => {
		require(path.join('..', `${file}.test.ts`));
	});
}
