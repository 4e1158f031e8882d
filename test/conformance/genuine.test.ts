import { checkHeaders, verify } from '../../nodes/verification/verify';
import { NOW, NOW_SECONDS } from './clock';
import { DELIVERY_ID, send, signature, type Sent } from './send';
import { event, eventMembers, genuine, subjects, type Subject } from './subject';
import { bareBodies, writings } from './writings';

const accepted = ({ scheme }: Subject, payload: Buffer, verifiedWith = 'current') => ({
	ok: true,
	verifiedWith,
	signedAt: scheme.kind === 'signature' && scheme.timestamp ? NOW_SECONDS * 1000 : null,
	id: scheme.kind === 'signature' && scheme.id ? DELIVERY_ID : null,
	payload,
});

describe.each(subjects)('$id', (subject) => {
	const { scheme, current, previous, stranger } = subject;

	// What is encrypted has a limit of its own, far above what events have.
	const isSmall = ({ name }: { name: string }) =>
		scheme.kind !== 'envelope' || !name.startsWith('of 1 MB');
	it.each(writings.filter(isSmall))('takes an event $name', ({ write }) => {
		const body = Buffer.from(write(eventMembers(scheme)));
		const delivery = send(scheme, current, body);
		expect(checkHeaders(delivery.headers, scheme, NOW)).toBeUndefined();
		const verdict = verify(delivery, scheme, [current], NOW);
		// Compared as bytes, so that a failure does not print a megabyte.
		expect(verdict.ok && verdict.payload.equals(body)).toBe(true);
		expect({ ...verdict, payload: null }).toEqual({ ...accepted(subject, body), payload: null });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	if (scheme.kind !== 'envelope') {
		it.each(bareBodies)('takes a body $name, if it is signed', ({ write }) => {
			const body = Buffer.from(write(eventMembers(scheme)));
			const verdict = verify(send(scheme, current, body), scheme, [current], NOW);
			expect(verdict).toEqual(accepted(subject, body));
		});
	}

	if (scheme.kind === 'signature' && scheme.signature.encoding === 'hex') {
		it.each([
			['upper', (digest: string) => digest.toUpperCase()],
			['mixed', (digest: string) => digest.slice(0, 20) + digest.slice(20).toUpperCase()],
		])('takes hexadecimal digits in %s case', (_name, write) => {
			const { prefix = '' } = scheme.signature;
			const { body } = genuine(subject);
			const digest = signature(scheme, current, body, { keyId: current.keyId }).slice(
				prefix.length,
			);
			const delivery = send(scheme, current, body, { signature: prefix + write(digest) });
			expect(write(digest)).not.toBe(digest);
			expect(verify(delivery, scheme, [current], NOW)).toEqual(accepted(subject, body));
		});
	}

	const keyed = scheme.kind === 'signature' && scheme.keyId !== undefined;
	it.each([
		['the current secret', current, [current], 'current'],
		['the current of two secrets', current, [current, previous], 'current'],
		['the previous of two secrets', previous, [current, previous], 'previous'],
		['the previous secret, listed first', previous, [previous, current], 'previous'],
		['the last of many secrets', previous, [...Array(50).fill(stranger), previous], 'previous'],
		['a secret that is there twice', current, [current, { ...current, label: 'b' }], 'current'],
		['a secret beside an empty one', previous, [{ ...current, value: '' }, previous], 'previous'],
		[
			'the second secret of one key id',
			current,
			[{ ...stranger, keyId: current.keyId }, current],
			'current',
		],
	])('takes what %s signed', (_name, signer, secrets, label) => {
		const delivery = send(scheme, signer, event(scheme));
		const verdict = verify(delivery, scheme, secrets, NOW);
		expect(verdict).toEqual(accepted(subject, Buffer.from(event(scheme)), label));
	});

	// Where a secret spells a key, not any text is one.
	if (scheme.kind === 'envelope' || (scheme.kind === 'signature' && !scheme.key)) {
		it.each([
			['one character', 'x'],
			['64 characters', 'x'.repeat(64)],
			['65 characters', 'x'.repeat(65)],
			['10,000 characters', 'x'.repeat(10_000)],
			['Hindi', '\u0930\u0939\u0938\u094d\u092f'],
			['an emoji', '\u{1f511}'],
			['a lone surrogate', 'a\ud800'],
			['blanks inside', 'test signing key'],
			['a NUL inside', 'test\0key'],
			['a prefix such as sk_', ['sk', 'test', 'key'].join('_')],
		])('takes what a secret of %s signed', (_name, value) => {
			const secret = { ...current, value };
			const delivery = send(scheme, secret, event(scheme));
			expect(verify(delivery, scheme, [secret], NOW)).toMatchObject({ ok: true });
		});
	}

	it('does not mind other headers, doubled or strange', () => {
		const others = {
			'content-type': ['text/plain', 'application/json'],
			'x-private-key': [['sk', 'stray'].join('_')],
			'x-other': ['a', 'b', '\u00ff'],
		};
		const { headers, body } = genuine(subject);
		const delivery: Sent = { headers: { ...others, ...headers }, body };
		const verdict = verify(delivery, scheme, [current], NOW);
		expect(verdict).toEqual(accepted(subject, Buffer.from(event(scheme))));
		expect(JSON.stringify(verdict)).not.toContain('stray');
	});

	it('names the same secret whichever way the others are ordered', () => {
		const delivery = send(scheme, previous, event(scheme));
		const labels = [
			[current, previous, stranger],
			[stranger, current, previous],
			[previous, stranger, current],
		].map((secrets) => verify(delivery, scheme, secrets, NOW));
		expect(new Set(labels.map((verdict) => verdict.ok && verdict.verifiedWith))).toEqual(
			new Set(['previous']),
		);
	});

	if (keyed) {
		it.each(['pk', 'P-1', '!~', 'x'.repeat(256)])('takes the key id %s', (keyId) => {
			const secret = { ...current, keyId };
			const verdict = verify(genuine({ ...subject, current: secret }), scheme, [secret], NOW);
			expect(verdict.ok).toBe(true);
		});
	}
});

describe.each(
	subjects.filter(({ scheme }) => scheme.kind === 'signature' && scheme.signature.list),
)('$id, as a list', (subject) => {
	const { scheme, current, previous, stranger } = subject;
	if (scheme.kind !== 'signature') throw new Error('not signed');
	const { list = ',', prefix = '' } = scheme.signature;
	const body = Buffer.from(event(scheme));
	const by = (secret: typeof current) => signature(scheme, secret, body, { keyId: current.keyId });
	const takes = (pieces: string[], secrets = [current, previous]) =>
		verify(send(scheme, current, body, { signature: pieces.join(list) }), scheme, secrets, NOW);

	it('takes one right signature among wrong ones, wherever it stands', () => {
		for (const pieces of [
			[by(current), by(stranger)],
			[by(stranger), by(current)],
			[by(stranger), by(current), by(stranger)],
		]) {
			expect(takes(pieces)).toEqual(accepted(subject, body));
		}
	});

	it('takes the signature of either secret of a rotation', () => {
		expect(takes([by(current), by(previous)], [previous])).toMatchObject({ ok: true });
		expect(takes([by(current), by(previous)], [current])).toMatchObject({ ok: true });
	});

	it('passes over pieces of another kind, where its own have a prefix', () => {
		if (prefix === '') return expect(takes([by(current), 'v9=x']).ok).toBe(false);
		expect(takes(['v9=x', by(current), 'x'])).toEqual(accepted(subject, body));
	});
});
