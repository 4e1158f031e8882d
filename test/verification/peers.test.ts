import { isBlank } from '../../nodes/verification/blank';
import { createHmac } from 'node:crypto';
import { verify as octokit } from '@octokit/webhooks-methods';
import fc from 'fast-check';
import type { SignatureScheme } from '../../nodes/verification/scheme';
import { verify } from '../../nodes/verification/verify';

/** GitHub's scheme, which is the one that @octokit/webhooks-methods knows. */
const scheme: SignatureScheme = {
	kind: 'signature',
	label: 'github',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-hub-signature-256', prefix: 'sha256=', encoding: 'lower-hex' },
	signed: [{ body: true }],
};

function ours(value: string, body: string | Buffer, signature: string, receiver = scheme): boolean {
	const delivery = { headers: { 'x-hub-signature-256': [signature] }, body: Buffer.from(body) };
	return verify(delivery, receiver, [{ label: 'github', value }], 0).ok;
}

function sign(secret: string, body: string | Buffer, hash = 'sha256'): string {
	return `${hash}=${createHmac(hash, secret).update(body).digest('hex')}`;
}

const text = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 200 })
	.filter((value) => !isBlank(value));

/** Right signatures, and what becomes of them on a bad day. */
const bend: fc.Arbitrary<(right: string) => string> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant((right: string) => right) },
	fc.nat({ max: 70 }).map((length) => (right: string) => right.slice(0, length + 1)),
	fc.tuple(fc.nat({ max: 70 }), fc.string({ minLength: 1, maxLength: 1, unit: 'binary' })).map(
		([at, character]) =>
			(right: string) =>
				right.slice(0, at) + character + right.slice(at + 1),
	),
	fc.string({ minLength: 1 }).map((tail) => (right: string) => right + tail),
	fc.string({ minLength: 1 }).map((head) => (right: string) => head + right),
	fc.constant((right: string) => right.slice('sha256='.length)),
	fc.stringMatching(/^sha256=[0-9a-f]{64}$/).map((other) => () => other),
);

describe('agrees', () => {
	it('with @octokit/webhooks-methods on 3,000 signatures, right and bent', async () => {
		const verdicts = { true: 0, false: 0 };
		await fc.assert(
			fc.asyncProperty(text, text, bend, async (secret, body, change) => {
				const signature = change(sign(secret, body));
				fc.pre(signature !== '');
				const theirs = await octokit(secret, body, signature);
				expect(ours(secret, body, signature)).toBe(theirs);
				verdicts[`${theirs}`] += 1;
			}),
			{ numRuns: 3000 },
		);
		expect(verdicts.true).toBeGreaterThan(300);
		expect(verdicts.false).toBeGreaterThan(300);
	});

	it('with a fresh createHmac on 5,000 bodies of any bytes, with two secrets', () => {
		const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
		fc.assert(
			fc.property(text, text, bytes, bend, (secret, other, body, change) => {
				const signature = change(sign(secret, body));
				for (const key of [secret, other]) {
					expect(ours(key, body, signature)).toBe(sign(key, body) === signature);
				}
			}),
			{ numRuns: 2500 },
		);
	});
});

describe('differs on purpose from @octokit/webhooks-methods', () => {
	const [secret, body] = ['test secret', '{"action":"opened"}'];

	it('stricter: SHA-1 is no signature', async () => {
		const signature = sign(secret, body, 'sha1');
		expect(await octokit(secret, body, signature)).toBe(true);
		expect(ours(secret, body, signature)).toBe(false);
	});

	it('wider: an empty body can be signed', async () => {
		const signature = sign(secret, '');
		await expect(octokit(secret, '', signature)).rejects.toThrow('required');
		expect(ours(secret, '', signature)).toBe(true);
	});

	it('wider: a body need not be text', async () => {
		const bytes = Buffer.from([0xff, 0x00, 0xfe]);
		const signature = sign(secret, bytes);
		expect(await octokit(secret, bytes.toString('utf8'), signature)).toBe(false);
		expect(ours(secret, bytes, signature)).toBe(true);
	});

	it('wider: where a scheme says so, digits may be in upper case', async () => {
		const signature = `sha256=${sign(secret, body).slice('sha256='.length).toUpperCase()}`;
		const lenient: SignatureScheme = {
			...scheme,
			signature: { ...scheme.signature, encoding: 'hex' },
		};
		expect(await octokit(secret, body, signature)).toBe(false);
		expect(ours(secret, body, signature)).toBe(false);
		expect(ours(secret, body, signature, lenient)).toBe(true);
	});

	it('calmer: an empty secret or signature is a refusal, where they throw', async () => {
		await expect(octokit('', body, sign('', body))).rejects.toThrow('required');
		await expect(octokit(secret, body, '')).rejects.toThrow('required');
		expect(ours('', body, sign('', body))).toBe(false);
		expect(ours(secret, body, '')).toBe(false);
	});
});
