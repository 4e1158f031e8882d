import type { EnvelopeScheme } from '../../nodes/verification/scheme';
import { verify } from '../../nodes/verification/verify';
import { NOW } from './clock';
import { encrypt, send, type Claims } from './send';
import { event, eventMembers, sealing } from './subject';

const CIPHERS = ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'aes128', 'aes192', 'aes256'];
const FORMATS = ['hex', 'base64'] as const;
const CHARSETS = ['utf8', 'utf-8', 'latin1', 'binary', 'ascii'];

describe.each(sealing)('$id', ({ scheme, current }) => {
	const text = event(scheme);
	const open = (
		plaintext: string | Buffer,
		claims: Claims = {},
		receiver: EnvelopeScheme = scheme,
	) => verify(send(scheme, current, plaintext, claims), receiver, [current], NOW);
	const opened = (payload: string | Buffer) => ({
		ok: true,
		verifiedWith: 'current',
		signedAt: null,
		id: null,
		payload: Buffer.from(payload),
	});
	/** The event with some more bytes in a text member. */
	const holding = (...bytes: number[]) => {
		const [start, end] = [`{${eventMembers(scheme)},"x":"`, '"}'];
		return Buffer.concat([Buffer.from(start), Buffer.from(bytes), Buffer.from(end)]);
	};

	const combinations = CIPHERS.flatMap((cipher) =>
		FORMATS.flatMap((format) => CHARSETS.map((charset) => ({ cipher, format, charset }))),
	);
	it.each(combinations)('opens $cipher in $format with $charset', (claims) => {
		expect(open(text, claims)).toEqual(opened(text));
	});

	it.each(scheme.cipherHeaders)('opens what %s alone names', (cipherHeader) => {
		expect(open(text, { cipherHeader })).toEqual(opened(text));
	});

	it.each([
		['the same', 'aes-256-cbc', 'aes-256-cbc'],
		['the same in two letter cases', 'AES-256-CBC', 'Aes-256-cbc'],
	])('opens where all headers name %s', (_name, one, other) => {
		const delivery = send(scheme, current, text);
		const [first, second] = scheme.cipherHeaders;
		const headers = { ...delivery.headers, [first]: [one], [second]: [other] };
		expect(verify({ ...delivery, headers }, scheme, [current], NOW)).toEqual(opened(text));
	});

	it.each([
		['cipher', { cipher: 'AES-256-CBC' }],
		['cipher alias', { cipher: 'AES128' }],
		['charset', { charset: 'UTF-8' }],
	])('takes any letter case of a %s', (_name, claims) => {
		expect(open(text, claims)).toEqual(opened(text));
	});

	it.each([
		['HEX', (ciphertext: Buffer) => ciphertext.toString('hex')],
		['Hex', (ciphertext: Buffer) => ciphertext.toString('hex').toUpperCase()],
		['BASE64', (ciphertext: Buffer) => ciphertext.toString('base64')],
	])('takes a ciphertext written as %s', (format, write) => {
		const delivery = send(scheme, current, text);
		const written = write(encrypt(current.value, Buffer.from(text), 256));
		const headers = { ...delivery.headers, [scheme.formatHeader]: [format] };
		const body = Buffer.from(`\ufeff{ "a": 1, "${scheme.field}" : "${written}", "b": {} }\n`);
		expect(verify({ headers, body }, scheme, [current], NOW)).toEqual(opened(text));
	});

	it.each([
		['64 characters', (text: string) => text.replaceAll(/(.{64})/g, '$1\n')],
		['76 characters, as PHP does', (text: string) => text.replaceAll(/(.{76})/g, '$1\r\n')],
		['nothing, with a line feed at the end', (text: string) => `${text}\n`],
	])('takes base64 that is broken after %s', (_name, write) => {
		const long = `{${eventMembers(scheme)},"note":"${'x'.repeat(300)}"}`;
		const delivery = send(scheme, current, long);
		const written = write(encrypt(current.value, Buffer.from(long), 256).toString('base64'));
		const headers = { ...delivery.headers, [scheme.formatHeader]: ['base64'] };
		const body = Buffer.from(JSON.stringify({ [scheme.field]: written }));
		expect(verify({ headers, body }, scheme, [current], NOW)).toEqual(opened(long));
	});

	it('takes an ID that is a number', () => {
		const written = `{${scheme.eventMembers.map(([name], at) => `"${name}":${at === 0 ? 12345678 : '"v"'}`).join(',')}}`;
		expect(open(written)).toEqual(opened(written));
	});

	it('takes 64 kB of ciphertext, and not a block more', () => {
		const event = (length: number) => `{${eventMembers(scheme)},"x":"${'x'.repeat(length)}"}`;
		const most = event(64 * 1024 - 1 - event(0).length);
		expect(open(most).ok).toBe(true);
		expect(open(`${most} `)).toEqual({ ok: false, reason: 'envelope-malformed' });
	});

	it('takes a body of 256 kB, and not a byte more', () => {
		const { headers, body } = send(scheme, current, text);
		const most = Buffer.concat([body, Buffer.alloc(256 * 1024 - body.length, ' ')]);
		expect(verify({ headers, body: most }, scheme, [current], NOW)).toEqual(opened(text));
		const more = Buffer.concat([most, Buffer.from(' ')]);
		expect(verify({ headers, body: more }, scheme, [current], NOW)).toEqual({
			ok: false,
			reason: 'envelope-malformed',
		});
	});

	it.each([
		['names none', 0x00],
		['names more than a block', 0x11],
		['names all there is', 0xff],
		['names 2 bytes, and one of them is another', 0x02],
		['names 16 bytes, and 8 of them are others', 0x10],
	])('refuses a padding that %s, though an event stands before it', (_name, last) => {
		for (const length of [1, 2, 8, 15, 16]) {
			const start = Buffer.from(text);
			const end = Buffer.concat([Buffer.alloc(length - 1, 0x20), Buffer.from([last])]);
			const blanks = Buffer.alloc(15 - ((start.length + length + 15) % 16), 0x20);
			const plaintext = Buffer.concat([start, blanks, end]);
			// The block that is added to whole blocks is cut off again.
			const ciphertext = encrypt(current.value, plaintext, 256).subarray(0, -16);
			const verdict = open('', { ciphertext });
			expect(verdict).toEqual({ ok: false, reason: 'undecryptable' });
		}
	});

	it.each([
		['Latin-1 letters', 'latin1', holding(0xe9, 0xff, 0x80), 'é\u00ff\u0080'],
		['binary, which is the same', 'binary', holding(0xe9), 'é'],
		['UTF-8 that is called Latin-1', 'latin1', holding(0xc3, 0xa9), 'Ã©'],
		['the last of ASCII', 'ascii', holding(0x7f), '\u007f'],
	])('hands on %s as UTF-8', (_name, charset, plaintext, letters) => {
		const verdict = open(plaintext, { charset });
		expect(verdict).toEqual(opened(`{${eventMembers(scheme)},"x":"${letters}"}`));
	});

	const alternatives = scheme.eventMembers.flatMap((group, index) =>
		group.map((name) => scheme.eventMembers.map((members, i) => (i === index ? name : members[0]))),
	);
	it.each(alternatives)('takes an event with the members %s and %s', (...members) => {
		const written = `{${members.map((name) => `"${name}":"v"`).join(',')}}`;
		expect(open(written)).toEqual(opened(written));
	});

	it('refuses 2,000 wrong secrets, some of which happen to fit the padding', () => {
		const { headers, body } = send(scheme, current, text);
		const wrong = Array.from({ length: 2000 }, (_, i) => ({ label: 'wrong', value: `wrong-${i}` }));
		const verdict = verify({ headers, body }, scheme, wrong, NOW);
		expect(verdict).toEqual({ ok: false, reason: 'undecryptable' });
		expect(verify({ headers, body }, scheme, [...wrong, current], NOW).ok).toBe(true);
	});

	it('is no signature: a captured delivery can be changed by who does not know the secret', () => {
		const changed = Array.from({ length: 64 }, (_, n) => {
			const start = `{${eventMembers(scheme)},"n":${100 + n},"note":"`;
			const note = start.padEnd(start.length + 32 - (start.length % 16), '-');
			const plaintext = Buffer.from(`${note}","status":"no"}`);
			const ciphertext = encrypt(current.value, plaintext, 256);
			// A bit flipped here garbles the note and flips the same bit of the block after it.
			ciphertext[plaintext.indexOf('no"}') - 16] ^= 0x6e ^ 0x67;
			return open('', { ciphertext, charset: 'latin1' });
		});
		const taken = changed.filter(({ ok }) => ok);
		expect(taken.length).toBeGreaterThan(0);
		for (const verdict of taken) {
			expect(JSON.parse(verdict.ok ? verdict.payload.toString() : '')).toHaveProperty(
				'status',
				'go',
			);
		}
	});
});
