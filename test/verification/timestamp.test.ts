import { checkTimestamp } from '../../nodes/verification/timestamp';

const NOW = 1_764_000_000_999;
const check = (
	value: string,
	toleranceSeconds = 300,
	now = NOW,
	unit: 's' | 'ms' | 's-or-ms' | 'iso8601' = 's',
) => checkTimestamp(value, { header: 'x-time', unit, toleranceSeconds }, now);
const refused = (reason: string) => ({ ok: false, reason, header: 'x-time' });

it.each([
	['the present', '1764000000', 1_764_000_000],
	['the oldest that is allowed', '1763999700', 1_763_999_700],
	['the newest that is allowed', '1764000300', 1_764_000_300],
])('reads %s', (_name, value, seconds) => expect(check(value)).toBe(seconds * 1000));

it.each([
	['1763999699', 'timestamp-too-old'],
	['1764000301', 'timestamp-too-new'],
	['0', 'timestamp-too-old'],
	['9', 'timestamp-too-old'],
	['999999999999999', 'timestamp-too-new'],
	['1000000000000000', 'timestamp-malformed'],
	['00', 'timestamp-malformed'],
	['01764000000', 'timestamp-malformed'],
	['', 'timestamp-malformed'],
])('refuses %p as %s', (value, reason) => expect(check(value)).toEqual(refused(reason)));

it('counts whole seconds of the clock', () => {
	expect(check('100', 10, 110_999)).toBe(100_000);
	expect(check('100', 10, 111_000)).toEqual(refused('timestamp-too-old'));
	expect(check('100', 10, 90_000)).toBe(100_000);
	expect(check('100', 10, 89_999)).toEqual(refused('timestamp-too-new'));
});

it('takes the very second alone where the tolerance is zero', () => {
	expect(check('1764000000', 0)).toBe(1_764_000_000_000);
	expect(check('1763999999', 0)).toEqual(refused('timestamp-too-old'));
	expect(check('1764000001', 0)).toEqual(refused('timestamp-too-new'));
});

it('stays shut where clock or tolerance is not a number, or the tolerance is negative', () => {
	expect(check('1764000000', Number.NaN)).toEqual(refused('timestamp-too-old'));
	expect(check('1764000000', 300, Number.NaN)).toEqual(refused('timestamp-too-old'));
	expect(check('1764000000', -1)).toMatchObject({ ok: false });
});

it.each([
	['1764000000999', 1_764_000_000_999],
	['1763999700999', 1_763_999_700_999],
	['1764000300999', 1_764_000_300_999],
])('reads milliseconds: %s', (value, expected) => {
	expect(check(value, 300, NOW, 'ms')).toBe(expected);
});

it.each([
	['1763999700998', 'timestamp-too-old'],
	['1764000301000', 'timestamp-too-new'],
	['1764000000', 'timestamp-too-old'],
	['01764000000999', 'timestamp-malformed'],
])('refuses %s milliseconds as %s', (value, reason) => {
	expect(check(value, 300, NOW, 'ms')).toEqual(refused(reason));
});

it.each([
	['2025-11-24T16:00:00.999Z', 1_764_000_000_999],
	['2025-11-24T16:00:00Z', 1_764_000_000_000],
	['2025-11-24T16:00:00.999000+00:00', 1_764_000_000_999],
	['2025-11-24T21:30:00.999+05:30', 1_764_000_000_999],
	// Without an offset it is UTC, whatever the zone of this machine.
	['2025-11-24T16:00:00.999', 1_764_000_000_999],
])('reads ISO 8601: %s', (value, expected) => {
	expect(check(value, 300, NOW, 'iso8601')).toBe(expected);
});

it.each([
	['2025-11-24T15:55:00.998Z', 'timestamp-too-old'],
	['2025-11-24T16:05:01.000Z', 'timestamp-too-new'],
	['2025-11-24 16:00:00Z', 'timestamp-malformed'],
	['2025-11-24T25:00:00Z', 'timestamp-malformed'],
	['1764000000', 'timestamp-malformed'],
])('refuses %s as %s', (value, reason) => {
	expect(check(value, 300, NOW, 'iso8601')).toEqual(refused(reason));
});

it.each([
	['1764000000', 1_764_000_000_000],
	['1764000000999', 1_764_000_000_999],
])('tells seconds and milliseconds apart: %s', (value, expected) => {
	expect(check(value, 300, NOW, 's-or-ms')).toBe(expected);
});

it('takes 12 digits and more for milliseconds', () => {
	expect(check('99999999999', 0, 99_999_999_999_000, 's-or-ms')).toBe(99_999_999_999_000);
	expect(check('100000000000', 0, 100_000_000_000, 's-or-ms')).toBe(100_000_000_000);
});
