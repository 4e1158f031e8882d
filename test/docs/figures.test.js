'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');
const { REPEATS } = require('../../nodes/VoiceCall/transport/sendWithRetries');
const claims = require('../../nodes/VoiceCallTrigger/duplicates/claim');
const { MAX_REMEMBERED_KEYS } = require('../../nodes/VoiceCallTrigger/duplicates/staticData');
const keptSecrets = require('../../nodes/delivery/credential/keptSecrets');
const { MAX_ALLOWLIST_ENTRIES } = require('../../nodes/delivery/ipAllowlist');
const { INTERVAL } = require('../../nodes/delivery/refusal/log');
const { DEFAULT_TOLERANCE_SECONDS } = require('../../nodes/providers/voxifi/scheme');
const { PROJECT } = require('./page');

const read = (file) => readFileSync(path.join(PROJECT, file), 'utf8').replaceAll(/\s+/g, ' ');

const HOUR = 60 * 60 * 1000;
const hours = claims.MAX_AGE / HOUR;
const keys = claims.MAX_KEYS.toLocaleString('en-US');
const places = keptSecrets.MAX_PLACES.toLocaleString('en-US');

test.each([
	[
		'README.md',
		`${hours} hours, ${keys} events for each trigger, ${MAX_REMEMBERED_KEYS} of them across`,
	],
	['docs/security.md', `${hours} hours, at most ${keys} events for each trigger node`],
	['docs/security.md', `the newest ${MAX_REMEMBERED_KEYS} of them survive a restart`],
	['docs/security.md', `up to ${MAX_REMEMBERED_KEYS} shortened hashes`],
	['docs/security.md', `at most ${places} nodes in a process`],
	['docs/security.md', `±${DEFAULT_TOLERANCE_SECONDS} s`],
	['README.md', `time (±${DEFAULT_TOLERANCE_SECONDS} s)`],
	['docs/troubleshooting.md', `may be ${DEFAULT_TOLERANCE_SECONDS} seconds away`],
	['docs/providers/voxifi.md', `may be ${DEFAULT_TOLERANCE_SECONDS} seconds away`],
	['docs/reference.md', `at most ${MAX_ALLOWLIST_ENTRIES}`],
	['docs/reference-calls.md', `again, ${REPEATS} times at most`],
])('%s says: %s', (page, words) => {
	expect(read(page)).toContain(words);
});

test('secrets are kept for as long as the docs say', () => {
	expect(keptSecrets.MAX_AGE).toBe(10_000);
	for (const page of ['docs/security.md', 'docs/performance.md', 'CHANGELOG.md']) {
		expect(read(page)).toContain('ten seconds');
	}
});

test('the log thins out floods as the docs say', () => {
	expect(INTERVAL).toBe(1000);
	expect(read('docs/troubleshooting.md')).toContain('at most one line a second');
});
