import { isBlank } from '../../nodes/verification/blank';
import fc from 'fast-check';
import { checkHeaders, verify } from '../../nodes/verification/verify';
import { headerRoles } from '../conformance/attack';
import { NOW, NOW_SECONDS, TOLERANCE_SECONDS } from '../conformance/clock';
import type { Scheme } from '../../nodes/verification/scheme';
import { withTolerance } from '../conformance/attacks/timestamp';
import { send, signature, type KitSecret } from '../conformance/send';
import { timestampText } from '../conformance/sign';
import { event, madeUp, subjects } from '../conformance/subject';

const bytes = fc.uint8Array({ maxLength: 200, size: 'max' }).map((array) => Buffer.from(array));
const anyText = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 100 })
	.filter((value) => !isBlank(value));
const withinWindow = fc
	// A second less than the window, whose edges the conformance kit looks at.
	.integer({ min: NOW_SECONDS - TOLERANCE_SECONDS + 1, max: NOW_SECONDS + TOLERANCE_SECONDS - 1 });

const REASONS = {
	signature: 'signature-mismatch',
	envelope: 'undecryptable',
	'shared-secret': 'secret-mismatch',
} as const;

/** A time, as the scheme's sender writes it. */
const written = (scheme: Scheme, seconds: number) =>
	scheme.kind === 'signature' ? timestampText(scheme, seconds) : String(seconds);

/** Secrets that are one key to HMAC: UTF-8 text, filled up with zeros, hashed when it is long. */
function sameKey(one: string, other: string): boolean {
	const [a, b] = [one, other].map((value) => Buffer.from(value).toString('hex'));
	return a.replace(/(?:00)+$/, '') === b.replace(/(?:00)+$/, '');
}

/** A secret made of any text, in the form of the scheme's keys. */
function secretOf(scheme: Scheme, text: string, keyId?: string): KitSecret {
	const spelled = scheme.kind === 'signature' && scheme.key !== undefined;
	const made = madeUp(Buffer.from(text).toString('hex'), 'current', scheme);
	return spelled ? { ...made, keyId } : { label: 'current', value: text, keyId };
}

describe.each(subjects)('$id', ({ scheme, current }) => {
	// A shared secret stands in a header, so it is made of what headers can hold.
	const text =
		scheme.kind === 'shared-secret' ? fc.stringMatching(/^[\x21-\x7e]{1,100}$/) : anyText;
	/** What a provider of this scheme may send: any bytes at all, or any event. */
	const body: fc.Arbitrary<Buffer> =
		scheme.kind !== 'envelope'
			? bytes
			: fc
					.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 5 })
					.map((extra) => Buffer.from(JSON.stringify({ ...extra, ...JSON.parse(event(scheme)) })));
	const claims = fc.record({
		seconds: withinWindow,
		cipher: fc.constantFrom('aes-128-cbc', 'aes192', 'AES-256-CBC'),
		format: fc.constantFrom('hex' as const, 'base64' as const),
	});

	it('takes whatever bytes, secret and timestamp the provider signs', () => {
		fc.assert(
			fc.property(body, text, claims, (sent, value, { seconds, ...others }) => {
				const secret = secretOf(scheme, value, current.keyId);
				const said = { ...others, timestamp: written(scheme, seconds) };
				const delivery = send(scheme, secret, sent, said);
				const before = structuredClone(delivery.headers);
				const verdict = verify(delivery, scheme, [secret], NOW);
				const timed = scheme.kind === 'signature' && scheme.timestamp !== undefined;
				const signedAt = timed ? seconds * 1000 : null;
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
				const delivery = send(scheme, secretOf(scheme, value, current.keyId), sent);
				const configured = secretOf(scheme, other, current.keyId);
				const verdict = verify(delivery, scheme, [configured], NOW);
				const reason = REASONS[scheme.kind];
				expect(verdict).toMatchObject({ ok: false, reason });
			}),
			{ numRuns: 1000 },
		);
	});

	const coversTheBody = scheme.kind !== 'shared-secret';
	(coversTheBody ? it : it.failing)('refuses any other bytes', () => {
		fc.assert(
			fc.property(body, bytes, (sent, others) => {
				const delivery = { ...send(scheme, current, sent), body: others };
				fc.pre(scheme.kind === 'envelope' || !sent.equals(others));
				const reason = scheme.kind === 'signature' ? 'signature-mismatch' : 'envelope-malformed';
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
	} else if (scheme.kind === 'signature' && scheme.timestamp) {
		const { unit } = scheme.timestamp;

		it('refuses any other timestamp', () => {
			const moment = fc.oneof(
				withinWindow.map((seconds) => written(scheme, seconds)),
				fc.maxSafeNat().map(String),
				fc.string(),
			);
			fc.assert(
				fc.property(body, withinWindow, moment, (sent, seconds, other) => {
					const timestamp = written(scheme, seconds);
					fc.pre(timestamp !== other);
					const right = signature(scheme, current, sent, { timestamp, keyId: current.keyId });
					const delivery = send(scheme, current, sent, { timestamp: other, signature: right });
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
					const window = withTolerance(scheme, seconds);
					const timestamp = written(scheme, NOW_SECONDS + away);
					const verdict = verify(
						send(window, current, '{}', { timestamp }),
						window,
						[current],
						NOW_SECONDS * 1000 + fraction,
					);
					// Whole seconds are held against a clock of whole seconds.
					const clock = unit === 's' ? 0 : fraction;
					expect(verdict.ok).toBe(Math.abs(away * 1000 - clock) <= seconds * 1000);
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
