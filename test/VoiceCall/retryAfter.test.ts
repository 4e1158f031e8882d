import { readRetryAfter } from '../../nodes/VoiceCall/transport/retryAfter';

const NOW = Date.parse('2026-03-01T10:00:00Z');

test.each([
	['0', 0],
	['7', 7000],
	[' 60 ', 60_000],
	[['3', '9'], 3000],
	['Sun, 01 Mar 2026 10:00:30 GMT', 30_000],
	['Sun, 01 Mar 2026 09:00:00 GMT', 0],
	['', undefined],
	['-1', undefined],
	['1.5', undefined],
	['soon', undefined],
	['2026', 2_026_000],
	[undefined, undefined],
	[7, undefined],
])('readRetryAfter %j', (value, expected) => {
	expect(readRetryAfter(value, NOW)).toBe(expected);
});
