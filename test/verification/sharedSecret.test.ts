import { verifySharedSecret } from '../../nodes/verification/sharedSecret';
import type { SharedSecretScheme } from '../../nodes/verification/scheme';

const scheme: SharedSecretScheme = {
	kind: 'shared-secret',
	label: 'a secret in a header',
	secret: { header: 'x-secret', prefix: 'Bearer ' },
};
const body = Buffer.from('{}');
const check = (shown: string, ...values: string[]) =>
	verifySharedSecret(
		{ headers: { 'x-secret': [shown] }, body },
		scheme,
		values.map((value, at) => ({ label: `secret ${at}`, value })),
	);
const accepted = (verifiedWith: string) => ({
	ok: true,
	verifiedWith,
	signedAt: null,
	id: null,
	payload: body,
});
const refused = (reason: string) => ({ ok: false, reason, header: 'x-secret' });

it('names the first secret that is shown', () => {
	expect(check('Bearer abc', 'abc')).toEqual(accepted('secret 0'));
	expect(check('Bearer abc', 'x', 'abc')).toEqual(accepted('secret 1'));
	expect(check('Bearer abc', 'abc', 'abc')).toEqual(accepted('secret 0'));
});

it('reads what is shown as the UTF-8 bytes of what was entered', () => {
	const onTheWire = Buffer.from('schl\u00fcssel').toString('latin1');
	expect(check(`Bearer ${onTheWire}`, 'schl\u00fcssel')).toEqual(accepted('secret 0'));
	expect(check('Bearer schl\u00fcssel', 'schl\u00fcssel')).toEqual(refused('secret-mismatch'));
});

it.each([
	['another secret', 'Bearer abd'],
	['a part of it', 'Bearer ab'],
	['more than it', 'Bearer abcd'],
	['another prefix', 'Basic abc'],
	['another letter case', 'Bearer ABC'],
])('refuses %s', (_name, shown) => expect(check(shown, 'abc')).toEqual(refused('secret-mismatch')));

it('takes 4,096 characters and not one more', () => {
	const longest = 'a'.repeat(4096);
	expect(check(`Bearer ${longest}`, longest)).toEqual(accepted('secret 0'));
	expect(check(`Bearer ${longest}a`, `${longest}a`)).toEqual(refused('secret-mismatch'));
});

it('is our fault where there is no secret, or a blank one', () => {
	expect(check('Bearer abc')).toEqual({ ok: false, reason: 'secret-missing' });
	expect(check('Bearer abc', '', ' ')).toEqual({ ok: false, reason: 'secret-missing' });
	expect(check('Bearer abc', ' ', 'abc')).toEqual(accepted('secret 1'));
});

it('needs the header, once', () => {
	const of = (values: string[] | undefined) =>
		verifySharedSecret({ headers: { 'x-secret': values }, body }, scheme, [
			{ label: 'only', value: 'abc' },
		]);
	expect(of(undefined)).toEqual(refused('header-missing'));
	expect(of(['Bearer abc', 'Bearer abc'])).toEqual(refused('header-repeated'));
});
