import { redactor } from '../../nodes/VoiceCall/transport/redact';

const secret = 'made/up ' + 'value"1';

test.each([
	['as it is', `before ${secret} after`],
	['in a URL', `before ${encodeURIComponent(secret)} after`],
	['in JSON', `before ${JSON.stringify(secret).slice(1, -1)} after`],
])('cuts a secret out, written %s', (_, text) => {
	expect(redactor([secret])(text)).toBe('before [redacted] after');
});

test('cuts out every one, the longest first', () => {
	const redact = redactor(['token-12', 'https://example.com/token-12']);
	expect(redact('https://example.com/token-12 token-12')).toBe('[redacted] [redacted]');
});

test('leaves short texts alone, and text without secrets', () => {
	expect(redactor(['v1', ''])('/v1/hooks')).toBe('/v1/hooks');
	expect(redactor([])('x')).toBe('x');
});
