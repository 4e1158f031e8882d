'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { PROJECT } = require('./page');

const read = (file) => fs.readFileSync(path.join(PROJECT, file), 'utf8').replaceAll(/\s+/g, ' ');

/** The value of a constant, as the source writes it. */
function constant(file, name) {
	const [, written] = new RegExp(`const ${name} = ([\\d_* ]+);`).exec(read(file));
	return written
		.split('*')
		.map((factor) => Number(factor.replaceAll('_', '')))
		.reduce((product, factor) => product * factor, 1);
}

const HOUR = 60 * 60 * 1000;
const duplicates = 'nodes/VoiceCallTrigger/duplicates/claim.ts';
const hours = constant(duplicates, 'MAX_AGE') / HOUR;
const keys = constant(duplicates, 'MAX_KEYS').toLocaleString('en-US');
const surviving = constant(
	'nodes/VoiceCallTrigger/duplicates/staticData.ts',
	'MAX_REMEMBERED_KEYS',
);
const kept = 'nodes/delivery/credential/keptSecrets.ts';
const places = constant(kept, 'MAX_PLACES').toLocaleString('en-US');
const repeats = constant('nodes/VoiceCall/transport/sendWithRetries.ts', 'REPEATS');
const tolerance = constant('nodes/providers/voxifi/scheme.ts', 'DEFAULT_TOLERANCE_SECONDS');
const entries = constant('nodes/delivery/ipAllowlist.ts', 'MAX_ALLOWLIST_ENTRIES');

test.each([
	['README.md', `${hours} hours, ${keys} events for each trigger, ${surviving} of them across`],
	['docs/security.md', `${hours} hours, at most ${keys} events for each trigger node`],
	['docs/security.md', `the newest ${surviving} of them survive a restart`],
	['docs/security.md', `up to ${surviving} shortened hashes`],
	['docs/security.md', `at most ${places} nodes in a process`],
	['docs/security.md', `±${tolerance} s`],
	['README.md', `timestamp ±${tolerance} s`],
	['docs/troubleshooting.md', `may be ${tolerance} seconds away`],
	['docs/providers/voxifi.md', `may be ${tolerance} seconds away`],
	['docs/reference.md', `at most ${entries}`],
	['docs/reference.md', `again, ${repeats} times at most`],
])('%s says: %s', (page, words) => {
	expect(read(page)).toContain(words);
});

test('secrets are kept for as long as the docs say', () => {
	expect(constant(kept, 'MAX_AGE')).toBe(10_000);
	for (const page of ['docs/security.md', 'docs/performance.md', 'CHANGELOG.md']) {
		expect(read(page)).toContain('ten seconds');
	}
});

test('the log thins out floods as the docs say', () => {
	expect(constant('nodes/delivery/refusal/log.ts', 'INTERVAL')).toBe(1000);
	expect(read('docs/troubleshooting.md')).toContain('at most one line a second');
});
