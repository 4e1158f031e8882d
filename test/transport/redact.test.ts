import { redactor } from '../../nodes/transport/redact';

const secret = 'made/up ' + 'value"1';

test.each([
	['as it is', `before ${secret} after`],
	['in a URL', `before ${encodeURIComponent(secret)} after`],
	['in JSON', `before ${JSON.stringify(secret).slice(1, -1)} after`],
])('cuts a secret out, written %s', (_, text) => {
	expect(redactor([secret])(text)).toBe('before [redacted] after');
});

test.each([
	['decoded', 'before made/up/x after', 'made%2Fup%2Fx'],
	['with lower-case percent signs', 'before made%2fup%20x after', 'made/up x'],
	['in base64', `before ${Buffer.from(secret).toString('base64')} after`, secret],
	['in hexadecimal', `before ${Buffer.from(secret).toString('hex')} after`, secret],
])('cuts a secret out, written %s', (_, text, hidden) => {
	expect(redactor([hidden])(text)).toMatch(/^before \[redacted\]=* after$/);
});

test('looks into all that was parsed, so JSON escapes hide nothing', () => {
	const escaped = JSON.parse(
		'{"a\\/made\\u002fup":["https:\\/\\/x\\u002fmade\\/up?a\\u003d1",{"n":1}]}',
	);
	expect(redactor(['made/up?a=1', 'a/made/up'])(escaped)).toEqual({
		'[redacted]': ['https://x/[redacted]', { n: 1 }],
	});
});

test('cuts out every one, the longest first', () => {
	const redact = redactor(['token-12', 'https://example.com/token-12']);
	expect(redact('https://example.com/token-12 token-12')).toBe('[redacted] [redacted]');
});

test('leaves short texts alone, and text without secrets', () => {
	expect(redactor(['v1', ''])('/v1/hooks')).toBe('/v1/hooks');
	expect(redactor([])('x')).toBe('x');
});

describe('finds a secret, written', () => {
	const hidden = 'k3y/With+"odd" & <chars>=\u00e9\u{1f511}';
	const redact = redactor([hidden]);
	const each = (write: (character: string) => string) => Array.from(hidden, write).join('');
	const hex = (character: string) =>
		[...Buffer.from(character)].map((byte) => byte.toString(16).padStart(2, '0'));
	const percent = each((character) =>
		hex(character)
			.map((byte) => `%${byte}`)
			.join(''),
	);
	const html = (text: string) =>
		text
			.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;');

	test.each([
		['in upper case', hidden.toUpperCase()],
		['in lower case', hidden.toLowerCase()],
		['with all of it percent-encoded', percent],
		['percent-encoded in upper case', percent.toUpperCase()],
		['percent-encoded twice', percent.replaceAll('%', '%25')],
		['percent-encoded three times', percent.replaceAll('%', '%2525')],
		['percent-encoded in part', encodeURI(hidden)],
		['percent-encoded in any letter case', encodeURIComponent(hidden).replace('%2F', '%2f')],
		['as a form', new URLSearchParams({ a: hidden }).toString().slice(2)],
		['in HTML', html(hidden)],
		['in HTML twice', html(html(hidden))],
		['in HTML by decimal numbers', each((character) => `&#${character.codePointAt(0)};`)],
		[
			'in HTML by hexadecimal numbers',
			each((character) => `&#x00${character.codePointAt(0)?.toString(16)};`),
		],
		['in HTML, the slash by name', html(hidden).replace('/', '&sol;')],
		['in JSON', JSON.stringify(hidden).slice(1, -1)],
		['in JSON within JSON', JSON.stringify(JSON.stringify(hidden)).slice(3, -3)],
		[
			'in ASCII JSON',
			each((character) =>
				character
					.split('')
					.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
					.join(''),
			),
		],
		['in JSON with escaped slashes', hidden.replaceAll('/', '\\/').replaceAll('"', '\\"')],
		[
			'quoted for mails',
			each((character) =>
				hex(character)
					.map((byte) => `=${byte.toUpperCase()}`)
					.join(''),
			),
		],
		['in hexadecimal', Buffer.from(hidden).toString('hex').toUpperCase()],
	])('%s', (_, written) => {
		expect(redact(`before ${written} after`)).toBe('before [redacted] after');
	});

	test.each(['base64', 'base64url'] as const)('in %s, whatever stands around it', (alphabet) => {
		for (const before of ['', 'u', 'us', 'user', 'user:', 'user: ']) {
			for (const after of ['', ':', ': and more']) {
				const encoded = Buffer.from(`${before}${hidden}${after}`).toString(alphabet);
				const shown = redact(`Basic ${encoded}`);
				expect(shown).toMatch(/^Basic .{0,12}\[redacted\].{0,16}$/);
				expect(redact(encodeURIComponent(encoded))).toContain('[redacted]');
			}
		}
	});
});

test.each([
	['as JavaScript’s old escape writes it', (point: string) => `%u${point.padStart(4, '0')}`],
	['in braces', (point: string) => `\\u{${point}}`],
	['in braces with zeros', (point: string) => `\\u{00${point}}`],
])('escaped %s', (_, escaped) => {
	const written = Array.from('made/up secret', (each) => escaped(each.charCodeAt(0).toString(16)));
	expect(redactor(['made/up secret'])(`it was ${written.join('')}.`)).toBe('it was [redacted].');
});
