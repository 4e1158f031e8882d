import { providerOf } from '../../nodes/providers';
import type { Secret } from '../../nodes/verification/scheme';
import { evpBytesToKey } from '../../nodes/verification/evpBytesToKey';
import { verify } from '../../nodes/verification/verify';
import sealed from '../vectors/sealed.json';
import signed from '../vectors/signed.json';

const settings = { timestampTolerance: 300, acceptPlaintext: false, read: () => undefined };
/** The time of the timestamp in signed.json. */
const NOW = 1_705_315_800_000;

describe('deliveries that the programs in the samples signed', () => {
	describe.each(signed.vectors)('$provider: $body', ({ provider, key, body, headers }) => {
		const scheme = providerOf(provider).trigger.scheme(settings);
		const delivery = {
			headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, [text]])),
			body: Buffer.from(body),
		};
		const secret: Secret = { label: 'sample', value: key, keyId: headers['x-public-key'] };

		it('are genuine', () => {
			const verdict = verify(delivery, scheme, [secret], NOW);
			expect(verdict).toMatchObject({ ok: true, verifiedWith: 'sample', payload: delivery.body });
		});

		it('are not when re-serialized or signed with a part of the key', () => {
			const mismatch = { ok: false, reason: 'signature-mismatch' };
			const again = Buffer.from(JSON.stringify(JSON.parse(body.replace('\ufeff', '')), null, 2));
			const changed = { ...delivery, body: Buffer.concat([again, Buffer.from(' ')]) };
			expect(verify(changed, scheme, [secret], NOW)).toMatchObject(mismatch);
			const part = { ...secret, value: key.replace(/^[a-zA-Z]+_/, '') };
			expect(verify(delivery, scheme, [part], NOW)).toMatchObject(mismatch);
		});
	});
});

describe('envelopes that createCipher and openssl sealed', () => {
	const scheme = providerOf('enableX').trigger.scheme(settings);

	describe.each(sealed.vectors)('$cipher, $password, $plaintext', (vector) => {
		const { cipher, password, derived, plaintext } = vector;
		const secrets: Secret[] = [{ label: 'sample', value: password }];
		const verdictOn = (format: 'hex' | 'base64') =>
			verify(
				{
					headers: { 'x-algoritm': [cipher], 'x-format': [format], 'x-encoding': ['utf8'] },
					body: Buffer.from(JSON.stringify({ encrypted_data: vector[format] })),
				},
				scheme,
				secrets,
				NOW,
			);

		it('open to their plaintext, in either format', () => {
			const opened = {
				ok: true,
				verifiedWith: 'sample',
				signedAt: null,
				id: null,
				payload: Buffer.from(plaintext),
			};
			expect(verdictOn('hex')).toEqual(opened);
			expect(verdictOn('base64')).toEqual(opened);
		});

		it('have the key and IV that openssl prints', () => {
			const { key, iv } = evpBytesToKey(password, derived.key.length / 2, derived.iv.length / 2);
			expect({ key: key.toString('hex'), iv: iv.toString('hex') }).toEqual(derived);
		});
	});
});
