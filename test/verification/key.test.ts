import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { keyOf } from '../../nodes/verification/key';

const hmac = (text: string, key?: { encoding: 'base64' | 'hex'; prefix?: string }) =>
	keyOf(text, { algorithm: 'hmac-sha256', key });
const base64 = { encoding: 'base64' } as const;
const hex = { encoding: 'hex' } as const;
const prefixed = { encoding: 'base64', prefix: 'whsec_' } as const;

it('takes a text as it is where the scheme says nothing', () => {
	expect(hmac('a secret ')).toBe('a secret ');
	expect(hmac('00')).toBe('00');
});

it.each([
	['/wD+', base64, [255, 0, 254]],
	['/wA=', base64, [255, 0]],
	['/wA', base64, [255, 0]],
	['/w==', base64, [255]],
	['/w', base64, [255]],
	['ff00', hex, [255, 0]],
	['FF00', hex, [255, 0]],
	['whsec_/wD+', prefixed, [255, 0, 254]],
	['/wD+', prefixed, [255, 0, 254]],
])('reads the key of %j by %j', (text, key, bytes) => {
	expect(hmac(text, key)).toEqual(Buffer.from(bytes));
});

it.each([
	['not base64!', base64],
	['/w=', base64],
	['/w===', base64],
	['=/w=', base64],
	['_w==', base64],
	['/wD+ ', base64],
	['AAAA', base64],
	['', base64],
	[' ', base64],
	['whsec_', prefixed],
	['whsec_ ', prefixed],
	['whsec_AAAA', prefixed],
	['whsec_whsec_/wD+', prefixed],
	['whsec_/wD+', base64],
	['ff0', hex],
	['fg', hex],
	['xff', hex],
	['ff ', hex],
	['0000', hex],
	['', hex],
])('finds no key in %j by %j', (text, key) => expect(hmac(text, key)).toBeUndefined());

describe('a public key', () => {
	const ed25519 = (text: string, encoding: 'base64' | 'hex' = 'base64') =>
		keyOf(text, { algorithm: 'ed25519', key: { encoding } });
	const bytesOf = (key: KeyObject) =>
		Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');
	const newKey = () => bytesOf(generateKeyPairSync('ed25519').publicKey);

	it('is what its 32 bytes say, in either writing', () => {
		const bytes = newKey();
		for (const encoding of ['base64', 'hex'] as const) {
			expect(bytesOf(ed25519(bytes.toString(encoding), encoding) as KeyObject)).toEqual(bytes);
		}
	});

	it('is parsed once, and stays its own among hundreds of others', () => {
		const keys = Array.from({ length: 250 }, newKey);
		for (const bytes of keys) {
			const found = ed25519(bytes.toString('base64')) as KeyObject;
			expect(bytesOf(found)).toEqual(bytes);
			expect(ed25519(bytes.toString('base64'))).toBe(found);
		}
	});

	it('is nothing of another length', () => {
		for (const length of [0, 31, 33, 64]) {
			expect(ed25519(Buffer.alloc(length, 1).toString('base64'))).toBeUndefined();
		}
	});

	it('may be 32 characters where the scheme names no writing', () => {
		const text = 'k'.repeat(32);
		const found = keyOf(text, { algorithm: 'ed25519', key: undefined }) as KeyObject;
		expect(bytesOf(found).toString('latin1')).toBe(text);
		expect(keyOf(`${text}k`, { algorithm: 'ed25519', key: undefined })).toBeUndefined();
	});
});
