import { checkHeaders, verify } from '../../nodes/verification/verify';
import { NOW } from './clock';
import { send } from './send';
import { event, genuine, sealing } from './subject';

describe.each(sealing)('$id without encryption', (subject) => {
	const { scheme, current, stranger } = subject;
	const text = event(scheme);
	const taken = {
		ok: true,
		verifiedWith: 'none',
		signedAt: null,
		id: null,
		payload: Buffer.from(text),
	};
	const headers = { 'content-type': ['application/json'] };
	const lenient = { ...scheme, acceptPlaintext: true };
	const plain = (body: string, receiver = lenient) =>
		verify({ headers, body: Buffer.from(body) }, receiver, [current], NOW);

	it('takes an event where the settings allow it, and says that nothing proves it', () => {
		expect(plain(text)).toEqual(taken);
		expect(checkHeaders(headers, lenient, NOW)).toBeUndefined();
		expect(verify({ headers, body: Buffer.from(text) }, lenient, [], NOW).ok).toBe(true);
	});

	it('refuses an event where the settings do not', () => {
		const reason = 'plaintext-not-allowed';
		expect(plain(text, scheme)).toEqual({ ok: false, reason, header: scheme.cipherHeaders[0] });
	});

	it.each(['', '{}', '[]', 'null', `[${text}]`, `{"__proto__":${text}}`, 'a=b', `${text}}`])(
		'refuses what is no event: %s',
		(body) => expect(plain(body)).toEqual({ ok: false, reason: 'not-an-event' }),
	);

	it('still opens envelopes, and refuses those that do not open', () => {
		const opened = verify(genuine(subject), lenient, [current], NOW);
		expect(opened).toEqual({ ...taken, verifiedWith: 'current' });
		const forged = send(scheme, stranger, text);
		const verdict = verify(forged, lenient, [current], NOW);
		expect(verdict).toEqual({ ok: false, reason: 'undecryptable' });
	});

	it('refuses an event beside a cipher header', () => {
		const named = {
			...genuine(subject),
			body: Buffer.from(text),
		};
		const verdict = verify(named, lenient, [current], NOW);
		expect(verdict).toEqual({ ok: false, reason: 'envelope-malformed' });
	});
});
