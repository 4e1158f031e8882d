import fc from 'fast-check';
import { numberAsWritten, phoneNumber } from '../../../nodes/providers/common/phoneNumber';

describe('phoneNumber', () => {
	test.each([
		['+919876543210', '+919876543210'],
		[' +91 98765-43210\n', '+919876543210'],
		['+1 (415) 555.0100', '+14155550100'],
		['+91\u00a098765\u201143210', '+919876543210'],
		['+39 06 6982 1234', '+390669821234'],
		['+49 30 1234567-0', '+493012345670'],
		['+225 07 07 07 07 07', '+2250707070707'],
	])('takes %j as %s', (written, expected) => {
		expect(phoneNumber(written, 'To')).toBe(expected);
	});

	test.each([
		['', /^To is empty\.$/],
		['   ', /is empty/],
		[undefined, /is empty/],
		[null, /is empty/],
		['---', /is not a phone number/],
		['+', /is not a phone number/],
		['++919876543210', /is not a phone number/],
		['91+9876543210', /is not a phone number/],
		['tel:+919876543210', /is not a phone number/],
		['+91987654321x', /is not a phone number/],
		['+९१९८७६५४३२१०', /is not a phone number/],
		['\u202a+919876543210\u202c', /invisible characters/],
		['+91987654\u202e3210', /invisible characters/],
		['+91\u200b9876543210', /invisible characters/],
		['+44 (0)20 7946 0958', /\(0\) that is not dialed/],
		['+49 30 1234567/68', /is not a phone number/],
		['+49/30/1234567', /is not a phone number/],
		['+1 415 555 0123 ext. 5', /is not a phone number/],
		['+14155550123, +14155550124', /is not a phone number/],
		['+44 (020) 7946 0958', /has a 0 after the country code/],
		['+91 098765 43210', /has a 0 after the country code/],
		['+49 0301234567', /has a 0 after the country code/],
		['+880 01712-345678', /has a 0 after the country code/],
		['\uff0b919876543210', /is not a phone number/],
		['+1-415-555-0123;ext=5', /is not a phone number/],
		['+1 415 555 0123 #5', /is not a phone number/],
		['+14155550123 +14155550124', /is not a phone number/],
		['00919876543210', /starts with 00/],
		['09876543210', /has no country code/],
		[919876543210, /has no country code/],
		['+0919876543210', /is not an international number/],
		['+123456', /is not an international number/],
		['+1234567890123456', /is not an international number/],
	])('refuses %j', (written, expected) => {
		expect(() => phoneNumber(written, 'To')).toThrow(expected);
	});

	test('shows how a number with a (0) is to be written', () => {
		const advice = (text: string) => {
			try {
				return phoneNumber(text, 'To');
			} catch (error) {
				return (error as { advice: string }).advice;
			}
		};
		expect(advice('+44 (0)20 7946 0958')).toBe('Write +442079460958.');
		expect(advice('+44(0) 20 7946 0958')).toBe('Write +442079460958.');
		expect(advice('+44 (020) 7946 0958')).toBe('Write +442079460958.');
		expect(advice('+91 09876543210')).toBe('Write +919876543210.');
	});

	test('keeps the message short, whatever was entered', () => {
		expect(() => phoneNumber('x'.repeat(5000), 'To')).toThrow(/^To is not.{1,80}$/);
	});

	test('gives E.164 or throws, for any text; and E.164 stays what it is', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				let number: string;
				try {
					number = phoneNumber(text, 'To');
				} catch {
					return;
				}
				expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
				expect(phoneNumber(number, 'To')).toBe(number);
			}),
		);
		fc.assert(
			// A 0 after the country code is a trunk prefix in many countries: these are looked at above.
			fc.property(fc.stringMatching(/^\+[1-9][1-9]{3}\d{3,11}$/), (number) => {
				expect(phoneNumber(number.split('').join(' '), 'To')).toBe(number);
			}),
		);
	});
});

describe('numberAsWritten', () => {
	test.each([
		[' 08045678900 ', '08045678900'],
		['(080) 4567-8900', '(080) 4567-8900'],
		[1, '1'],
	])('takes %j as %s', (written, expected) => {
		expect(numberAsWritten(written, 'From')).toBe(expected);
	});

	test.each([
		['', /^From is empty\.$/],
		['  ', /is empty/],
		[null, /is empty/],
		[{}, /is empty/],
		['080\u202e45678900', /invisible characters/],
		['080\n45678900', /invisible characters/],
	])('refuses %j', (written, words) => {
		expect(() => numberAsWritten(written, 'From')).toThrow(words);
	});
});
