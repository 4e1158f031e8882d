import { callId } from '../../../nodes/providers/common/callId';
import { enteredNumber } from '../../../nodes/providers/common/enteredNumber';
import { jsonObject } from '../../../nodes/providers/common/jsonObject';
import { optionalText, requiredText } from '../../../nodes/providers/common/text';

describe('a call ID', () => {
	test.each([
		['call_1', 'call_1'],
		[' call_1 ', 'call_1'],
		[12345678, '12345678'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[9007199254740993n, '9007199254740993'],
		['9007199254740993', '9007199254740993'],
		['1524831183200260097', '1524831183200260097'],
	])('%p is %p', (entered, id) => expect(callId(entered)).toBe(id));

	test.each([
		// Another call than it seems: the digits are lost before they get here.
		[9007199254740992],
		[Number('9007199254740993')],
		[Number('1524831183200260097')],
		[-(2 ** 53)],
		[1e21],
		[Number.MAX_VALUE],
	])('%p would name another call', (entered) => {
		expect(() => callId(entered)).toThrow(
			/^An expression gives the number -?\d+, which is too long/,
		);
	});

	test.each([
		[1.5],
		[0.1],
		[NaN],
		[Infinity],
		[0],
		[-1],
		['0'],
		['null'],
		['undefined'],
		['NaN'],
		['None'],
		['[object Object]'],
		['true'],
		['.'],
		['..'],
		['\ud800'],
	])('%p is none', (entered) => {
		expect(() => callId(entered)).toThrow('Call ID is not an ID that a provider gives.');
	});

	test.each([[''], [' '], [null], [undefined], [true], [{}], [['call_1']]])(
		'%p is empty',
		(entered) => expect(() => callId(entered)).toThrow('Call ID is empty.'),
	);
});

test('no other text is made of a number that lost its digits', () => {
	const number = Number('981820079255243537');
	expect(() => optionalText(number)).toThrow(/too long to be exact/);
	expect(() => requiredText(number, 'Agent', 'Choose one.')).toThrow(/too long to be exact/);
	expect(optionalText(1.5)).toBe('1.5');
});

describe('JSON', () => {
	test('text stays exact, an expression that lost digits is refused', () => {
		expect(jsonObject('{"id": 981820079255243537, "far": 1e300}', 'Payload')).toBeDefined();
		expect(
			jsonObject({ id: 7, price: 1.5, list: [{ id: -3 }], none: null }, 'Payload'),
		).toBeDefined();
		for (const lost of [
			{ id: Number('981820079255243537') },
			{ deep: { list: [1, { id: 2 ** 53 }] } },
		]) {
			expect(() => jsonObject(lost, 'Payload')).toThrow(
				/^Payload holds the number \d+, which is too/,
			);
		}
	});
});

describe('a number', () => {
	test.each([
		[12, 12],
		['12', 12],
		[' 1.5 ', 1.5],
		[0, 0],
		['', undefined],
		['  ', undefined],
		[null, undefined],
		[undefined, undefined],
	])('%p is %p', (entered, number) => expect(enteredNumber(entered, 'Timeout')).toBe(number));

	test.each([['many'], [-1], ['-1'], ['0x1f'], [NaN], [Infinity], ['1e999'], [true], [[5]], [{}]])(
		'%p is refused',
		(entered) =>
			expect(() => enteredNumber(entered, 'Timeout')).toThrow('Timeout is not a number.'),
	);
});
