import { isBlank } from '../../nodes/verification/blank';
import fc from 'fast-check';
import { checkHeaders, verify } from '../../nodes/verification/verify';
import { headerRoles } from '../conformance/attack';
import { NOW, NOW_SECONDS, TOLERANCE_SECONDS } from '../conformance/clock';
import { send } from '../conformance/send';
import { event, subjects } from '../conformance/subject';

const bytes = fc.uint8Array({ maxLength: 200, size: 'max' }).map((array) => Buffer.from(array));
const text = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 100 })
	.filter((value) => !isBlank(value));
const withinWindow = fc
	.integer({ min: NOW_SECONDS - TOLERANCE_SECONDS, max: NOW_SECONDS + TOLERANCE_SECONDS })
	.map(String);

/** Secrets that are one key to HMAC: UTF-8 text, filled up with zeros, hashed when it is long. */
function sameKey(one: string, other: string): boolean {
	const [a, b] = [one, other].map((value) => Buffer.from(value).toString('hex'));
	return a.replace(/(?:00)+$/, '') === b.replace(/(?:00)+$/, '');
}

describe.each(subjects)('$id', ({ scheme, current }) => {
	/** What a provider of this scheme may send: any bytes at all, or any event. */
	const body: fc.Arbitrary<Buffer> =
		scheme.kind === 'hmac'
			? bytes
			: fc
					.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 5 })
					.map((extra) => Buffer.from(JSON.stringify({ ...extra, ...JSON.parse(event(scheme)) })));
	const claims = fc.record({
		timestamp: withinWindow,
		cipher: fc.constantFrom('aes-128-cbc', 'aes192', 'AES-256-CBC'),
		format: fc.constantFrom('hex' as const, 'base64' as const),
	});

	it('takes whatever bytes, secret and timestamp the provider signs', () => {
		fc.assert(
			fc.property(body, text, claims, (sent, value, said) => {
				const secret = { ...current, value };
				const delivery = send(scheme, secret, sent, said);
				const before = structuredClone(delivery.headers);
				const verdict = verify(delivery, scheme, [secret], NOW);
				const timed = scheme.kind === 'hmac' && scheme.timestamp !== undefined;
				const signedAt = timed ? Number(said.timestamp) : null;
				expect(verdict).toMatchObject({ ok: true, verifiedWith: 'current', signedAt });
				expect(verdict.ok && verdict.payload.equals(sent)).toBe(true);
				expect(delivery.headers).toEqual(before);
			}),
			{ numRuns: 1000 },
		);
	});

	it('refuses any other secret', () => {
		fc.assert(
			fc.property(body, text, text, (sent, value, other) => {
				fc.pre(!sameKey(value, other));
				const delivery = send(scheme, { ...current, value }, sent);
				const verdict = verify(delivery, scheme, [{ ...current, value: other }], NOW);
				const reason = scheme.kind === 'hmac' ? 'signature-mismatch' : 'undecryptable';
				expect(verdict).toMatchObject({ ok: false, reason });
			}),
			{ numRuns: 1000 },
		);
	});

	it('refuses any other bytes', () => {
		fc.assert(
			fc.property(body, bytes, (sent, others) => {
				const delivery = { ...send(scheme, current, sent), body: others };
				fc.pre(scheme.kind !== 'hmac' || !sent.equals(others));
				const reason = scheme.kind === 'hmac' ? 'signature-mismatch' : 'envelope-malformed';
				expect(verify(delivery, scheme, [current], NOW)).toMatchObject({ ok: false, reason });
			}),
			{ numRuns: 1000 },
		);
	});

	if (scheme.kind === 'envelope') {
		it('refuses any whole number of random blocks', () => {
			const blocks = fc.integer({ min: 1, max: 8 });
			const random = blocks.chain((n) =>
				fc.uint8Array({ minLength: n * 16, maxLength: n * 16, size: 'max' }),
			);
			fc.assert(
				fc.property(random, claims, (array, said) => {
					const ciphertext = Buffer.from(array);
					const verdict = verify(
						send(scheme, current, '', { ...said, ciphertext }),
						scheme,
						[current],
						NOW,
					);
					expect(verdict).toEqual({ ok: false, reason: 'undecryptable' });
				}),
				{ numRuns: 1000 },
			);
		});
	} else if (scheme.timestamp) {
		const { header } = scheme.timestamp;

		it('refuses any other timestamp', () => {
			const moment = fc.oneof(withinWindow, fc.maxSafeNat().map(String), fc.string());
			fc.assert(
				fc.property(body, withinWindow, moment, (sent, timestamp, other) => {
					fc.pre(timestamp !== other);
					const { headers, body: received } = send(scheme, current, sent, { timestamp });
					const delivery = { headers: { ...headers, [header]: [other] }, body: received };
					expect(verify(delivery, scheme, [current], NOW).ok).toBe(false);
				}),
				{ numRuns: 1000 },
			);
		});

		it('takes a signed timestamp exactly when it is in the window', () => {
			const tolerance = fc.integer({ min: 1, max: 86_400 });
			const distance = fc.integer({ min: -90_000, max: 90_000 });
			fc.assert(
				fc.property(tolerance, distance, fc.nat({ max: 999 }), (seconds, away, fraction) => {
					const window = { ...scheme, timestamp: { header, toleranceSeconds: seconds } };
					const delivery = send(window, current, '{}', { timestamp: String(NOW_SECONDS + away) });
					const verdict = verify(delivery, window, [current], NOW_SECONDS * 1000 + fraction);
					expect(verdict.ok).toBe(Math.abs(away) <= seconds);
				}),
				{ numRuns: 1000 },
			);
		});
	}

	it('answers any delivery whatever with a refusal, always the same, and never throws', () => {
		const names = headerRoles(scheme).map(({ header }) => header);
		const word = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('', 'hex', 'utf8', 'aes-256-cbc', 'base64', String(NOW_SECONDS)),
			fc.stringMatching(/^(?:sha256=)?[0-9a-f]{64}$/),
		);
		const values = fc.option(fc.array(word, { maxLength: 3 }), { nil: undefined, freq: 20 });
		const headers = fc.record(Object.fromEntries(names.map((name) => [name, values])));
		const secret = fc.record({ label: fc.string(), value: fc.string(), keyId: fc.string() });
		const clock = fc.oneof(fc.constant(NOW), fc.double());
		fc.assert(
			fc.property(headers, bytes, fc.array(secret), clock, (sent, received, secrets, now) => {
				const delivery = { headers: sent, body: received };
				const verdict = verify(delivery, scheme, secrets, now);
				expect(verdict.ok).toBe(false);
				expect(verify(delivery, scheme, secrets, now)).toEqual(verdict);
				expect([undefined, verdict]).toContainEqual(checkHeaders(sent, scheme, now));
			}),
			{ numRuns: 2000 },
		);
	});
});
