import { checkTimestamp } from '../../nodes/verification/timestamp';

const NOW = 1_764_000_000_999;
const check = (value: string, tolerance = 300, now = NOW) =>
	checkTimestamp(value, 'x-time', tolerance, now);
const refused = (reason: string) => ({ ok: false, reason, header: 'x-time' });

it.each([
	['the present', '1764000000', 1_764_000_000],
	['the oldest that is allowed', '1763999700', 1_763_999_700],
	['the newest that is allowed', '1764000300', 1_764_000_300],
])('reads %s', (_name, value, seconds) => expect(check(value)).toBe(seconds));

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
	expect(check('100', 10, 110_999)).toBe(100);
	expect(check('100', 10, 111_000)).toEqual(refused('timestamp-too-old'));
	expect(check('100', 10, 90_000)).toBe(100);
	expect(check('100', 10, 89_999)).toEqual(refused('timestamp-too-new'));
});

it('takes the very second alone where the tolerance is zero', () => {
	expect(check('1764000000', 0)).toBe(1_764_000_000);
	expect(check('1763999999', 0)).toEqual(refused('timestamp-too-old'));
	expect(check('1764000001', 0)).toEqual(refused('timestamp-too-new'));
});

it('stays shut where clock or tolerance is not a number, or the tolerance is negative', () => {
	expect(check('1764000000', Number.NaN)).toEqual(refused('timestamp-too-old'));
	expect(check('1764000000', 300, Number.NaN)).toEqual(refused('timestamp-too-old'));
	expect(check('1764000000', -1)).toMatchObject({ ok: false });
});
