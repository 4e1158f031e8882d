'use strict';

/**
 * Holds the built verification against Wycheproof's HMAC-SHA256 vectors:
 *
 *     npm run build
 *     node test/vectors/wycheproof.js path/to/hmac_sha256_test.json
 *
 * The file (Apache-2.0) is testvectors_v1/hmac_sha256_test.json of
 * https://github.com/C2SP/wycheproof. It is not kept here; what it asks (bits of the tag flipped,
 * tags cut to 128 bits, keys shorter and longer than a block) the conformance kit asks as well.
 */

const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { verify } = require('../../dist/nodes/verification/verify');

const scheme = {
	kind: 'signature',
	label: 'wycheproof',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-mac', encoding: 'hex' },
	signed: [{ body: true }],
};

const { algorithm, testGroups } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
assert.equal(algorithm, 'HMACSHA256');

const counts = {};
for (const { tagSize, tests } of testGroups) {
	for (const { tcId, key, msg, tag, result } of tests) {
		const delivery = { headers: { 'x-mac': [tag] }, body: Buffer.from(msg, 'hex') };
		// Keys are text for providers and bytes here; the hash takes both as they are.
		const secrets = [{ label: 'vector', value: Buffer.from(key, 'hex') }];
		const verdict = verify(delivery, scheme, secrets, 0);
		// A cut tag is never taken, not even a right one: all providers send whole ones.
		assert.equal(verdict.ok, result === 'valid' && tagSize === 256, `test case ${tcId}`);
		const outcome = `${tagSize}-bit tag, ${result}: ${verdict.ok ? 'taken' : verdict.reason}`;
		counts[outcome] = (counts[outcome] ?? 0) + 1;
	}
}
console.table(counts);
