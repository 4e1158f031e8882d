import { readRetryAfter } from '../../nodes/transport/retryAfter';

const NOW = Date.parse('2026-03-01T10:00:00Z');

test.each([
	['7', 7000],
	[' 60 ', 60_000],
	[['3', '9'], 3000],
	['2026', 2_026_000],
	['Sun, 01 Mar 2026 10:00:30 GMT', 30_000],
	['Sunday, 01-Mar-26 10:00:30 GMT', 30_000],
	['Sun Mar  1 10:00:30 2026', 30_000],
	['2026-03-01T10:00:30Z', 30_000],
	['2026-03-01T11:00:30+01:00', 30_000],
])('%j is a wait of %i milliseconds', (value, expected) => {
	expect(readRetryAfter(value, NOW)).toBe(expected);
});

test.each([
	// At once and in the past: that would be one request after the other.
	['0'],
	['00'],
	['Sun, 01 Mar 2026 10:00:00 GMT'],
	['Sun, 01 Mar 2026 09:00:00 GMT'],
	['2001-05-01T00:00:00Z'],
	['-1'],
	['- 5'],
	['+5'],
	// What JavaScript takes for a date, or a number, and HTTP does not.
	['retry 5'],
	['retry after 2030'],
	['5 seconds'],
	['May 5'],
	['1.5'],
	['1e3'],
	['0x10'],
	['soon'],
	['Sun'],
	['Sun, 99 Mar 2026 10:00:30 GMT'],
	// More than a clock holds.
	['9'.repeat(17)],
	['9'.repeat(400)],
	['Infinity'],
	['NaN'],
	[''],
	[[]],
	[undefined],
	[null],
	[7],
])('%j is none', (value) => {
	expect(readRetryAfter(value, NOW)).toBeUndefined();
});
