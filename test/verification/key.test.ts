import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { keyOf } from '../../nodes/verification/key';

type Spelling = { encoding: 'base64' | 'hex'; prefix?: string };

const secretOf = (value: string) => ({ label: 'current', value });
const hmac = (text: string, key?: Spelling) =>
	keyOf(secretOf(text), { algorithm: 'hmac-sha256', key })?.export();
const base64 = { encoding: 'base64' } as const;
const hex = { encoding: 'hex' } as const;
const prefixed = { encoding: 'base64', prefix: 'whsec_' } as const;

it('takes a text as it is where the scheme says nothing', () => {
	expect(hmac('a secret ')).toEqual(Buffer.from('a secret '));
	expect(hmac('00')).toEqual(Buffer.from('00'));
	expect(hmac('पासवर्ड')).toEqual(Buffer.from('पासवर्ड', 'utf8'));
});

it.each(['', ' ', '\n', '\u200b', '\u2800'.repeat(8)])('finds no key in the blank %j', (text) => {
	expect(hmac(text)).toBeUndefined();
	expect(keyOf(secretOf(text.repeat(32).slice(0, 32)), { algorithm: 'ed25519' })).toBeUndefined();
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

describe('the key of a secret that is kept', () => {
	const algorithm = 'hmac-sha256';

	it('is made once', () => {
		for (const key of [undefined, prefixed]) {
			const secret = secretOf('whsec_/wD+');
			const first = keyOf(secret, { algorithm, key });
			expect(first).toBeDefined();
			expect(keyOf(secret, { algorithm, key: key && { ...key } })).toBe(first);
		}
	});

	it('is another for each way of spelling it', () => {
		const secret = secretOf('abcd');
		const prefix = 'ab';
		const spellings: [Spelling | undefined, Buffer][] = [
			[undefined, Buffer.from('abcd')],
			[hex, Buffer.from([0xab, 0xcd])],
			[base64, Buffer.from('abcd', 'base64')],
			[{ ...hex, prefix }, Buffer.from([0xcd])],
			[hex, Buffer.from([0xab, 0xcd])],
		];
		for (const [key, bytes] of spellings) {
			expect(keyOf(secret, { algorithm, key })?.export()).toEqual(bytes);
		}
	});

	it('is another for each secret, whatever their labels', () => {
		const [one, other] = [secretOf('one'), secretOf('other')];
		expect(keyOf(one, { algorithm, key: undefined })?.export()).toEqual(Buffer.from('one'));
		expect(keyOf(other, { algorithm, key: undefined })?.export()).toEqual(Buffer.from('other'));
	});

	it('is a public key where the scheme is Ed25519, whatever was made of it before', () => {
		const { publicKey } = generateKeyPairSync('ed25519');
		const secret = secretOf(
			Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64'),
		);
		expect(keyOf(secret, { algorithm, key: base64 })?.type).toBe('secret');
		expect(keyOf(secret, { algorithm: 'ed25519', key: base64 })?.type).toBe('public');
		expect(keyOf(secret, { algorithm, key: base64 })?.type).toBe('secret');
	});
});

describe('a public key', () => {
	const ed25519 = (text: string, encoding: 'base64' | 'hex' = 'base64') =>
		keyOf(secretOf(text), { algorithm: 'ed25519', key: { encoding } });
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
		const asItIs = { algorithm: 'ed25519', key: undefined } as const;
		const found = keyOf(secretOf(text), asItIs) as KeyObject;
		expect(bytesOf(found).toString('latin1')).toBe(text);
		expect(keyOf(secretOf(`${text}k`), asItIs)).toBeUndefined();
	});
});
