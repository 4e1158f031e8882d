import { fixedScheme, problemOfScheme } from '../../nodes/verification/fixedScheme';
import type { SignatureScheme } from '../../nodes/verification/scheme';
import { providers } from '../../nodes/providers';

const make = (signed: SignatureScheme['signed'] = [{ body: true }]): SignatureScheme => ({
	kind: 'signature',
	label: 'hmac-sha256',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-signature', encoding: 'hex' },
	signed,
});

/** A scheme that counts how often somebody looks at what it signs. */
function watched() {
	let looks = 0;
	const scheme = make();
	const { signed } = scheme;
	Object.defineProperty(scheme, 'signed', {
		enumerable: true,
		get() {
			looks += 1;
			return signed;
		},
	});
	return { scheme, looks: () => looks };
}

test('is looked at once, however often it is asked about', () => {
	const { scheme, looks } = watched();
	fixedScheme(scheme);
	const before = looks();
	expect(before).toBeGreaterThan(0);
	for (let request = 0; request < 3; request += 1) expect(problemOfScheme(scheme)).toBeUndefined();
	expect(looks()).toBe(before);
});

test('one that is made for each request is looked at each time', () => {
	const { scheme, looks } = watched();
	problemOfScheme(scheme);
	const once = looks();
	problemOfScheme(scheme);
	expect(looks()).toBe(2 * once);
});

test('cannot be changed after it was found sound', () => {
	const scheme = fixedScheme(make());
	expect(() => Object.assign(scheme, { signed: [] })).toThrow(TypeError);
	expect(() => Object.assign(scheme.signature, { header: '' })).toThrow(TypeError);
	expect(() => (scheme.signed as unknown[]).pop()).toThrow(TypeError);
	expect(() => Object.assign(scheme.signed[0], { body: false })).toThrow(TypeError);
});

test('that proves less than it seems to is refused each time', () => {
	const scheme = fixedScheme(make([{ literal: 'fixed' }]));
	for (let request = 0; request < 2; request += 1) {
		expect(problemOfScheme(scheme)).toBe(
			'The body is not signed: nothing would prove what was sent.',
		);
	}
});

const settings = { timestampTolerance: 300, acceptPlaintext: false, read: () => undefined };

/** Providers whose form has nothing that could change the scheme. */
const unchanging = providers.filter(
	({ trigger: { fields = [], options, defaultTolerance } }) =>
		fields.length === 0 && options.length === 0 && defaultTolerance === undefined,
);

test.each(unchanging)('$name gives the same frozen scheme for every request', ({ trigger }) => {
	const scheme = trigger.scheme(settings);
	expect(trigger.scheme({ ...settings, timestampTolerance: 1 })).toBe(scheme);
	expect(Object.isFrozen(scheme)).toBe(true);
});
