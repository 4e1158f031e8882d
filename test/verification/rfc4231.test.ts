import type { SignatureScheme, Secret } from '../../nodes/verification/scheme';
import { verify } from '../../nodes/verification/verify';
import { source, vectors } from '../vectors/rfc4231.json';

const scheme: SignatureScheme = {
	kind: 'signature',
	label: 'bare',
	algorithm: 'hmac-sha256',
	key: { encoding: 'hex' },
	signature: { header: 'x-mac', encoding: 'lower-hex' },
	signed: [{ body: true }],
};

/** Keys are bytes in these vectors. */
function secret(key: string): Secret {
	return { label: 'vector', value: key };
}

const verdictOn = (key: string, data: string, mac: string) =>
	verify({ headers: { 'x-mac': [mac] }, body: Buffer.from(data, 'hex') }, scheme, [secret(key)], 0);

const whole = vectors.filter(({ mac }) => mac.length === 64);
const truncated = vectors.filter(({ mac }) => mac.length < 64);

describe(source[0], () => {
	it.each(whole)('takes $name', ({ key, data, mac }) => {
		expect(verdictOn(key, data, mac)).toMatchObject({ ok: true, verifiedWith: 'vector' });
	});

	it.each(whole)('refuses the neighbors of $name', ({ key, data, mac }) => {
		const mismatch = { ok: false, reason: 'signature-mismatch', header: 'x-mac' };
		expect(verdictOn(key, `${data}00`, mac)).toEqual(mismatch);
		expect(verdictOn(key, data.slice(0, -2), mac)).toEqual(mismatch);
		expect(verdictOn(`${key}01`, data, mac)).toEqual(mismatch);
		const last = mac.endsWith('0') ? '1' : '0';
		expect(verdictOn(key, data, mac.slice(0, -1) + last)).toEqual(mismatch);
	});

	it.each(truncated)('refuses $name', ({ key, data, mac }) => {
		const malformed = { ok: false, reason: 'signature-malformed', header: 'x-mac' };
		expect(verdictOn(key, data, mac)).toEqual(malformed);
	});
});
