import { createHmac } from 'node:crypto';
import { checkHmacHeaders, signatureOf } from '../../nodes/verification/hmac';
import { singleHeader } from '../../nodes/verification/headers';
import type { HmacScheme, SignedPart } from '../../nodes/verification/scheme';
import { refuse } from '../../nodes/verification/verdict';
import { verify } from '../../nodes/verification/verify';

const body = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
const key = 'test key';
const macOf = (...parts: Array<string | Buffer>) =>
	createHmac('sha256', key)
		.update(Buffer.concat(parts.map((part) => Buffer.from(part))))
		.digest('hex');

/** A scheme like those of other platforms: version tag, id and time in the signed string. */
const scheme: HmacScheme = {
	kind: 'hmac',
	label: 'of another platform',
	hash: 'sha256',
	signature: { header: 'x-sig', prefix: 'v0:', anyLetterCase: true },
	signed: [
		{ literal: 'v0\u00b7' },
		{ header: 'x-id' },
		{ literal: '\n' },
		{ body: true },
		{ header: 'x-time' },
	],
	timestamp: { header: 'x-time', toleranceSeconds: 60 },
};

it('signs literals as UTF-8, headers as the bytes that Node read as Latin-1, bodies as they are', () => {
	const headers = { 'x-id': ['\u00e9', 'second'], 'x-time': ['7'] };
	expect(signatureOf({ headers, body }, scheme.signed, 'sha256', key).toString('hex')).toBe(
		macOf('v0\u00b7', Buffer.from([0xe9]), '\n', body, '7'),
	);
});

it('signs a header that is not there as nothing', () => {
	const signed: SignedPart[] = [{ header: 'x-id' }, { header: 'x-none' }];
	for (const headers of [{}, { 'x-id': [], 'x-none': undefined }]) {
		expect(signatureOf({ headers, body }, signed, 'sha256', key).toString('hex')).toBe(macOf(''));
	}
});

it('proves a delivery by a scheme that nothing was written for', () => {
	const mac = macOf('v0\u00b7', 'id-1', '\n', body, '7').toUpperCase();
	const headers = { 'x-sig': [`v0:${mac}`], 'x-id': ['id-1'], 'x-time': ['7'] };
	const secrets = [{ label: 'only', value: key }];
	expect(verify({ headers, body }, scheme, secrets, 7000)).toEqual({
		ok: true,
		verifiedWith: 'only',
		signedAt: 7,
		payload: body,
	});
	const other = { ...headers, 'x-id': ['id-2'] };
	expect(verify({ headers: other, body }, scheme, secrets, 7000)).toEqual({
		ok: false,
		reason: 'signature-mismatch',
		header: 'x-sig',
	});
});

it('says what the headers claim', () => {
	const headers = { 'x-sig': [`v0:${'0a'.repeat(32)}`], 'x-time': ['7'], 'x-key': ['k'] };
	const claim = { signature: Buffer.alloc(32, 0x0a), signedAt: 7, keyId: undefined };
	expect(checkHmacHeaders(headers, scheme, 7000)).toEqual(claim);
	const keyed: HmacScheme = { ...scheme, timestamp: undefined, keyId: { header: 'x-key' } };
	expect(checkHmacHeaders(headers, keyed, 7000)).toEqual({ ...claim, signedAt: null, keyId: 'k' });
});

it('checks signature, timestamp and key id in this order', () => {
	const keyed: HmacScheme = { ...scheme, keyId: { header: 'x-key' } };
	const refusalOf = (headers: Record<string, string[]>) => checkHmacHeaders(headers, keyed, 7000);
	const missing = (header: string) => ({ ok: false, reason: 'header-missing', header });
	const signature = [`v0:${'0'.repeat(64)}`];
	expect(refusalOf({})).toEqual(missing('x-sig'));
	expect(refusalOf({ 'x-sig': signature })).toEqual(missing('x-time'));
	expect(refusalOf({ 'x-sig': signature, 'x-time': ['7'] })).toEqual(missing('x-key'));
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
