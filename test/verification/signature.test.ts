import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { parseSignature } from '../../nodes/verification/parsedSignature';
import { singleHeader } from '../../nodes/verification/headers';
import type { SignatureScheme } from '../../nodes/verification/scheme';
import { refuse } from '../../nodes/verification/verdict';
import { verify } from '../../nodes/verification/verify';

const body = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
const key = 'test key';
const macOf = (...parts: Array<string | Buffer>) =>
	createHmac('sha256', key)
		.update(Buffer.concat(parts.map((part) => Buffer.from(part))))
		.digest('hex');

/** A scheme like those of other platforms: version tag, id and time in the signed string. */
const scheme: SignatureScheme = {
	kind: 'signature',
	label: 'of another platform',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-sig', prefix: 'v0:', encoding: 'hex' },
	signed: [
		{ literal: 'v0\u00b7' },
		{ header: 'x-id' },
		{ literal: '\n' },
		{ body: true },
		{ header: 'x-time' },
	],
	timestamp: { header: 'x-time', unit: 's', toleranceSeconds: 60 },
	id: { header: 'x-id' },
};
const secrets = [{ label: 'only', value: key }];

it('proves a delivery by a scheme that nothing was written for', () => {
	const mac = macOf('v0\u00b7', 'id-1', '\n', body, '7').toUpperCase();
	const headers = { 'x-sig': [`v0:${mac}`], 'x-id': ['id-1'], 'x-time': ['7'] };
	expect(verify({ headers, body }, scheme, secrets, 7000)).toEqual({
		ok: true,
		verifiedWith: 'only',
		signedAt: 7000,
		id: 'id-1',
		payload: body,
	});
	const other = { ...headers, 'x-id': ['id-2'] };
	expect(verify({ headers: other, body }, scheme, secrets, 7000)).toEqual({
		ok: false,
		reason: 'signature-mismatch',
		header: 'x-sig',
	});
});

it('signs literals as UTF-8, headers as the bytes that Node read as Latin-1', () => {
	const open: SignatureScheme = { ...scheme, id: undefined };
	const mac = macOf('v0\u00b7', Buffer.from([0xe9]), '\n', body, '7');
	const headers = { 'x-sig': [`v0:${mac}`], 'x-id': ['\u00e9'], 'x-time': ['7'] };
	expect(verify({ headers, body }, open, secrets, 7000).ok).toBe(true);
});

it('signs headers as the bytes that Node read as Latin-1 with a key pair too', () => {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const pair: SignatureScheme = {
		...scheme,
		algorithm: 'ed25519',
		signature: { header: 'x-sig', encoding: 'base64' },
		key: { encoding: 'base64' },
		id: undefined,
		timestamp: undefined,
		signed: [{ header: 'x-id' }, { body: true }],
	};
	const { x } = publicKey.export({ format: 'jwk' });
	const value = Buffer.from(String(x), 'base64url').toString('base64');
	const message = Buffer.concat([Buffer.from([0xe9]), body]);
	const signature = sign(null, message, privateKey).toString('base64');
	const headers = { 'x-sig': [signature], 'x-id': ['\u00e9'] };
	expect(verify({ headers, body }, pair, [{ label: 'only', value }], 0).ok).toBe(true);
});

it.each([
	['missing', undefined, 'header-missing'],
	['there twice', ['a', 'a'], 'header-repeated'],
])('refuses a signed header that is %s', (_name, values, reason) => {
	const open: SignatureScheme = { ...scheme, id: undefined };
	const headers = { 'x-sig': [`v0:${'0'.repeat(64)}`], 'x-id': values, 'x-time': ['7'] };
	expect(verify({ headers, body }, open, secrets, 7000)).toMatchObject({ reason, header: 'x-id' });
});

it('says what the headers claim', () => {
	const headers = {
		'x-sig': [`v0:${'0a'.repeat(32)}`],
		'x-time': ['7'],
		'x-id': ['id-1'],
		'x-key': ['k'],
	};
	const parsed = {
		signatures: [Buffer.alloc(32, 0x0a)],
		signedAt: 7000,
		id: 'id-1',
		keyId: undefined,
		signed: ['v0\u00c2\u00b7id-1\n', undefined, '7'],
	};
	expect(parseSignature(headers, scheme, 7000)).toEqual(parsed);
	const keyed: SignatureScheme = { ...scheme, timestamp: undefined, keyId: { header: 'x-key' } };
	expect(parseSignature(headers, keyed, 7000)).toEqual({ ...parsed, signedAt: null, keyId: 'k' });
});

it('checks signature, timestamp, id and key id in this order', () => {
	const keyed: SignatureScheme = { ...scheme, keyId: { header: 'x-key' } };
	const refusalOf = (headers: Record<string, string[]>) => parseSignature(headers, keyed, 7000);
	const missing = (header: string) => ({ ok: false, reason: 'header-missing', header });
	const signature = [`v0:${'0'.repeat(64)}`];
	expect(refusalOf({})).toEqual(missing('x-sig'));
	expect(refusalOf({ 'x-sig': signature })).toEqual(missing('x-time'));
	expect(refusalOf({ 'x-sig': signature, 'x-time': ['7'] })).toEqual(missing('x-id'));
	expect(refusalOf({ 'x-sig': signature, 'x-time': ['7'], 'x-id': ['i'] })).toEqual(
		missing('x-key'),
	);
});

it.each([
	['x-id', 'id-malformed'],
	['x-key', 'key-id-malformed'],
])('takes %s of 1 to 256 visible characters', (header, reason) => {
	const keyed: SignatureScheme = { ...scheme, keyId: { header: 'x-key' } };
	const parse = (value: string) =>
		parseSignature(
			{
				'x-sig': [`v0:${'0'.repeat(64)}`],
				'x-time': ['7'],
				'x-id': ['i'],
				'x-key': ['k'],
				[header]: [value],
			},
			keyed,
			7000,
		);
	for (const value of ['a', '!', '~', 'a'.repeat(256)]) {
		expect(parse(value)).not.toHaveProperty('ok');
	}
	for (const value of ['a'.repeat(257), 'a b', ' a', 'a ', 'a\u007f', '\u00e9', 'a\n', '\ta']) {
		expect(parse(value)).toEqual({ ok: false, reason, header });
	}
});

it('puts literals side by side with headers, and signs nothing where there is nothing', () => {
	const signedOf = (signed: SignatureScheme['signed']) => {
		const plain = { ...scheme, signed, timestamp: undefined, id: undefined };
		const headers = { 'x-sig': [`v0:${'0'.repeat(64)}`], 'x-id': ['i'] };
		const parsed = parseSignature(headers, plain, 0);
		return 'ok' in parsed ? parsed : parsed.signed;
	};
	const id = { header: 'x-id' };
	expect(signedOf([{ body: true }])).toEqual([undefined]);
	expect(signedOf([{ literal: '' }, { body: true }, { literal: '' }])).toEqual([undefined]);
	expect(signedOf([{ literal: 'a' }, id, { body: true }])).toEqual(['ai', undefined]);
	expect(signedOf([{ body: true }, id, { literal: 'b' }])).toEqual([undefined, 'ib']);
	expect(signedOf([id, { body: true }, id, { body: true }])).toEqual([
		'i',
		undefined,
		'i',
		undefined,
	]);
	expect(signedOf([{ literal: 'a\n~ \u0000\u007f\u00e9' }, { body: true }])).toEqual([
		'a\n~ \u0000\u007f\u00c3\u00a9',
		undefined,
	]);
});

describe('a secret that spells no key', () => {
	const decoded: SignatureScheme = {
		...scheme,
		key: { encoding: 'base64', prefix: 'whsec_' },
		id: undefined,
		timestamp: undefined,
		signed: [{ body: true }],
	};
	const bytes = Buffer.from('the key of this test');
	const mac = createHmac('sha256', bytes).update(body).digest('hex');
	const delivery = { headers: { 'x-sig': [`v0:${mac}`] }, body };
	const check = (...values: string[]) =>
		verify(
			delivery,
			decoded,
			values.map((value) => ({ label: value, value })),
			0,
		);

	it('is our fault, unless another one fits', () => {
		expect(check('not base64!')).toEqual({ ok: false, reason: 'secret-malformed' });
		expect(check('not base64!', 'AAAB')).toEqual({ ok: false, reason: 'secret-malformed' });
		expect(check('AAAB')).toMatchObject({ reason: 'signature-mismatch' });
		expect(check('not base64!', bytes.toString('base64')).ok).toBe(true);
	});

	it.each([
		['with its prefix', `whsec_${bytes.toString('base64')}`],
		['without it', bytes.toString('base64')],
		['without its padding', bytes.toString('base64').replace(/=+$/, '')],
	])('is not one %s', (_name, value) => expect(check(value).ok).toBe(true));

	it('is one that is nothing but the prefix', () => {
		expect(check('whsec_')).toEqual({ ok: false, reason: 'secret-malformed' });
	});
});

it.each([
	['missing', undefined, 'header-missing'],
	['without a value', [], 'header-missing'],
	['empty', [''], 'header-missing'],
	['repeated', ['a', 'a'], 'header-repeated'],
	['repeated and empty', ['', ''], 'header-repeated'],
])('singleHeader refuses one that is %s', (_name, values, reason) => {
	expect(singleHeader({ 'x-a': values }, 'x-a')).toEqual({ ok: false, reason, header: 'x-a' });
});

it('singleHeader hands on a value as it is', () => {
	expect(singleHeader({ 'x-a': [' \u00e9 '] }, 'x-a')).toBe(' \u00e9 ');
});

it('refuse has no header where none is at fault', () => {
	expect(refuse('secret-missing')).toStrictEqual({ ok: false, reason: 'secret-missing' });
	expect(refuse('header-missing', 'x-a')).toStrictEqual({
		ok: false,
		reason: 'header-missing',
		header: 'x-a',
	});
});
