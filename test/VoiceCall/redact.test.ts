import { redactor } from '../../nodes/VoiceCall/transport/redact';

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
