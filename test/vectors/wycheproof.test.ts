import type { Algorithm, SignatureScheme } from '../../nodes/verification/scheme';
import { SIGNATURE_BYTES } from '../../nodes/verification/algorithm';
import { verify } from '../../nodes/verification/verify';
import ed25519 from './wycheproof/ed25519.json';
import hmacSha1 from './wycheproof/hmac-sha1.json';
import hmacSha256 from './wycheproof/hmac-sha256.json';
import hmacSha512 from './wycheproof/hmac-sha512.json';

/** Wycheproof's vectors, signatures that wrong verifications take among them. */
const files: Array<[Algorithm, typeof ed25519]> = [
	['ed25519', ed25519],
	['hmac-sha1', hmacSha1],
	['hmac-sha256', hmacSha256],
	['hmac-sha512', hmacSha512],
];

describe.each(files)('%s', (algorithm, { source, vectors }) => {
	const schemeOf = (encoding: 'hex' | 'base64'): SignatureScheme => ({
		kind: 'signature',
		label: algorithm,
		algorithm,
		key: { encoding },
		signature: { header: 'x-mac', encoding },
		signed: [{ body: true }],
	});

	/** Each vector, and whether it has to be taken: of HMACs only whole ones, also where a part is right. */
	const cases = vectors.map(({ isValid, signature, ...vector }) => ({
		...vector,
		signature,
		taken: isValid && signature.length === 2 * SIGNATURE_BYTES[algorithm],
	}));

	it(`has vectors of both kinds (${source})`, () => {
		expect(cases.filter(({ taken }) => taken).length).toBeGreaterThan(30);
		expect(cases.filter(({ taken }) => !taken).length).toBeGreaterThan(50);
	});

	describe.each(['hex', 'base64'] as const)('written in %s', (encoding) => {
		const written = (hex: string) => Buffer.from(hex, 'hex').toString(encoding);

		it.each(cases)('$id ($flags): $taken', ({ key, message, signature, taken }) => {
			const delivery = {
				headers: { 'x-mac': [written(signature)] },
				body: Buffer.from(message, 'hex'),
			};
			const secrets = [{ label: 'vector', value: written(key) }];
			expect(verify(delivery, schemeOf(encoding), secrets, 0).ok).toBe(taken);
		});
	});
});
