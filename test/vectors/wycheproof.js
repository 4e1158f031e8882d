'use strict';

/**
 * Makes the files in wycheproof/ again, from a copy of https://github.com/C2SP/wycheproof:
 *
 *     node test/vectors/wycheproof.js path/to/wycheproof [the commit that it is]
 *
 * They hold what a test asks of each vector: a key, a message, a signature, and whether it is right. The
 * vectors are under the Apache License 2.0, which is kept beside them.
 */

const { copyFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const FOLDER = path.join(__dirname, 'wycheproof');
/** Wycheproof's files by our names of the algorithms. */
const FILES = {
	ed25519: 'ed25519_test.json',
	'hmac-sha1': 'hmac_sha1_test.json',
	'hmac-sha256': 'hmac_sha256_test.json',
	'hmac-sha512': 'hmac_sha512_test.json',
};

const [origin, commit = 'main'] = process.argv.slice(2);

mkdirSync(FOLDER, { recursive: true });
copyFileSync(path.join(origin, 'LICENSE'), path.join(FOLDER, 'LICENSE'));
for (const [algorithm, file] of Object.entries(FILES)) {
	const place = path.join('testvectors_v1', file);
	const { testGroups } = JSON.parse(readFileSync(path.join(origin, place), 'utf8'));
	const vectors = testGroups.flatMap(({ tests, publicKey }) =>
		tests.map(({ tcId, flags, key = publicKey.pk, msg, sig, tag = sig, result }) => ({
			id: tcId,
			flags: flags.join(' '),
			key,
			message: msg,
			signature: tag,
			isValid: result === 'valid',
		})),
	);
	const source = `https://github.com/C2SP/wycheproof/blob/${commit}/testvectors_v1/${file}`;
	// One line for each, because a change of one is then a change of a line.
	const lines = vectors.map((vector) => `\t\t${JSON.stringify(vector)}`).join(',\n');
	const head = JSON.stringify({ source, license: 'Apache-2.0, see LICENSE' }, null, '\t');
	const text = `${head.slice(0, -2)},\n\t"vectors": [\n${lines}\n\t]\n}\n`;
	writeFileSync(path.join(FOLDER, `${algorithm}.json`), text);
	process.stdout.write(`${algorithm}: ${vectors.length} vectors\n`);
}
