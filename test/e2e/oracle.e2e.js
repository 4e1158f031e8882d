'use strict';

/**
 * The verification that was packed and installed, held against the one that n8n's own triggers use
 * (`verifySignature` of n8n-nodes-base). They have to agree, save for the differences listed below.
 */

const { createHmac } = require('node:crypto');
const { existsSync } = require('node:fs');
const path = require('node:path');
const fc = require('fast-check');
const { installN8n } = require('../../tools/n8n-host');
const { dependencies } = require('../../tools/n8n-host/package.json');

const ORACLE = 'node_modules/n8n-nodes-base/dist/utils/webhook-signature-verification.js';
const OURS = '.n8n/nodes/node_modules/n8n-nodes-voice-call/dist/nodes';
const NOW = 1_764_000_000_250;
const SECONDS = Math.floor(NOW / 1000);
const TOLERANCE = 300;
const [SIGNATURE, TIMESTAMP] = ['x-webhook-signature', 'x-webhook-timestamp'];
const SECRET = ['test', 'signing', 'secret'].join(' ');
const BODY = Buffer.from('{"event_type":"call.completed"}');

const scheme = {
	kind: 'signature',
	label: 'timestamped',
	algorithm: 'hmac-sha256',
	signature: { header: SIGNATURE, prefix: 'sha256=', encoding: 'lower-hex' },
	signed: [{ header: TIMESTAMP }, { literal: '.' }, { body: true }],
	timestamp: { header: TIMESTAMP, unit: 's', toleranceSeconds: TOLERANCE },
};

const sign = (secret, timestamp, body) =>
	`sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

describe('the installed verification and n8n’s own', () => {
	let ours;
	let theirs;

	beforeAll(async () => {
		jest.spyOn(Date, 'now').mockReturnValue(NOW);
		const { userFolder } = JSON.parse(process.env.VOICE_CALL_SHARED_N8N);
		const { verify } = require(path.join(userFolder, OURS, 'verification', 'verify.js'));
		ours = ({ secret = SECRET, timestamp = String(SECONDS), body = BODY, signature }) => {
			const written = signature ?? sign(secret, timestamp, body);
			const delivery = { headers: { [SIGNATURE]: [written], [TIMESTAMP]: [timestamp] }, body };
			return verify(delivery, scheme, [{ label: 'current', value: secret }], NOW).ok;
		};
		const { verifySignature } = require(await oracleFile());
		theirs = ({ secret = SECRET, timestamp = String(SECONDS), body = BODY, signature }) =>
			verifySignature({
				getExpectedSignature: () => sign(secret, timestamp, body),
				getActualSignature: () => signature ?? sign(secret, timestamp, body),
				getTimestamp: () => timestamp,
				maxTimestampAgeSeconds: TOLERANCE,
			});
	});

	afterAll(() => jest.restoreAllMocks());

	it('agree on 5,000 deliveries, right and bent', () => {
		const counts = { true: 0, false: 0 };
		// A secret of nothing but white space is none for us; see the last test.
		const text = fc
			.string({ unit: 'binary', minLength: 1, maxLength: 100 })
			.filter((secret) => /[\x21-\x7e]/.test(secret));
		const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
		const timestamp = fc.integer({ min: SECONDS - 600, max: SECONDS + 600 }).map(String);
		const bend = fc.oneof(
			{ weight: 3, arbitrary: fc.constant((right) => right) },
			fc.nat({ max: 71 }).map((length) => (right) => right.slice(0, length)),
			fc.string({ minLength: 1 }).map((tail) => (right) => right + tail),
			fc.nat({ max: 70 }).map((at) => (right) => `${right.slice(0, at)}0${right.slice(at + 1)}`),
			fc.stringMatching(/^sha256=[0-9a-f]{64}$/).map((other) => () => other),
		);
		fc.assert(
			fc.property(text, timestamp, bytes, bend, (secret, moment, body, change) => {
				const signature = change(sign(secret, moment, body));
				const delivery = { secret, timestamp: moment, body, signature };
				const verdict = ours(delivery);
				expect(theirs(delivery)).toBe(verdict);
				counts[verdict] += 1;
			}),
			{ numRuns: 5000 },
		);
		expect(counts.true).toBeGreaterThan(500);
		expect(counts.false).toBeGreaterThan(500);
	});

	it.each([300, 299, 301, -300, -299, -301, 0])('agree on an age of %d seconds', (age) => {
		const timestamp = String(SECONDS - age);
		expect(theirs({ timestamp })).toBe(ours({ timestamp }));
	});

	/** Where ours is stricter on purpose: their clock reads these, though each was signed as sent. */
	it.each([
		['milliseconds', String(NOW)],
		['a blank before', ` ${SECONDS}`],
		['a plus sign', `+${SECONDS}`],
		['a leading zero', `0${SECONDS}`],
		['a fraction', `${SECONDS}.5`],
		['words after it', `${SECONDS} or so`],
		['forged text after it', `${SECONDS}.{"event_type":"call.failed"}`],
	])('differ on a timestamp with %s: only n8n takes it', (_name, timestamp) => {
		expect(theirs({ timestamp })).toBe(true);
		expect(ours({ timestamp })).toBe(false);
	});

	it.each(['', ' ', '\t', '\u200b'])(
		'differ on the blank secret %j: only n8n takes what it signed',
		(secret) => {
			expect(theirs({ secret })).toBe(true);
			expect(ours({ secret })).toBe(false);
		},
	);
});

/** n8n 1.x has no such function yet: there the pinned version's is the oracle. */
async function oracleFile() {
	for (const version of [process.env.N8N_VERSION, dependencies.n8n]) {
		const { folder } = await installN8n({ version });
		const file = path.join(folder, ORACLE);
		if (existsSync(file)) return file;
	}
	throw new Error(`n8n ${dependencies.n8n} has no ${path.basename(ORACLE)} any more.`);
}
