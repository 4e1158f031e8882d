import { wholeNumber } from '../../../nodes/providers/common/wholeNumber';

const limits = { from: 5, to: 600 };

test.each([
	[5, 5],
	[600, 600],
	['30', 30],
	[' 30 ', 30],
	['', undefined],
	[' ', undefined],
	[null, undefined],
	[undefined, undefined],
])('%j is %j', (entered, number) => {
	expect(wholeNumber(entered, 'Timeout', limits)).toBe(number);
});

test.each([4, 601, 0, -5, 5.5, NaN, Infinity, 'soon', '5s', true, [30], {}])(
	'%j is refused',
	(entered) => {
		expect(() => wholeNumber(entered, 'Timeout', limits)).toThrow(
			'Timeout is not a whole number from 5 to 600.',
		);
	},
);
