import { yesOrNo } from '../../../nodes/providers/common/yesOrNo';

test.each([
	[true, true],
	['true', true],
	[' TRUE ', true],
	[false, false],
	['False', false],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
])('takes %j as %s', (value, expected) => {
	expect(yesOrNo(value, 'Record')).toBe(expected);
});

test.each([0, 1, 'yes', 'on', {}, [], ['true']])('refuses %j', (value) => {
	expect(() => yesOrNo(value, 'Record')).toThrow('Record is neither true nor false.');
});
