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
		['(+44) 20 7946 0958', '+442079460958'],
		['+55 (11) 91234-5678', '+5511912345678'],
		['+44 (20) 7946-0958', '+442079460958'],
		['+7 (495) 123-45-67', '+74951234567'],
		['+378 0549 882914', '+3780549882914'],
		['+852 2345 6789', '+85223456789'],
	])('takes %j as %s', (written, expected) => {
		expect(phoneNumber(written, 'To')).toBe(expected);
	});

	test.each([
		['', /^To is empty\.$/],
		['   ', /is empty/],
		[undefined, /is empty/],
		[null, /is empty/],
		[{}, /is not a text/],
		[['+919876543210'], /is not a text/],
		[true, /is not a text/],
		[9007199254740993n, /has no country code/],
		[9.1987654321e21, /is not a phone number/],
		[-919876543210, /has no country code/],
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
		...[
			'\u00ad',
			'\u034f',
			'\u061c',
			'\u200f',
			'\u2066',
			'\u2800',
			'\u3164',
			'\ufe0f',
			'\ufeff',
			'\u{e0031}',
		].map((character): [string, RegExp] => [`+91987654${character}3210`, /invisible characters/]),
		['+91987654\u00003210', /is not a phone number/],
		['+٩١٩٨٧٦٥٤٣٢١٠', /is not a phone number/],
		['+９１９８７６５４３２１０', /is not a phone number/],
		['sip:+919876543210@example.com', /is not a phone number/],
		['+919876543210,5', /is not a phone number/],
		['+919876543210p5', /is not a phone number/],
		['+91 98765 43210\n5', /line break/],
		['+91 98765\u2028 43210', /line break/],
		['+44 20 7946 0958 (12)', /parentheses at its end/],
		['+44 20 7946 (0958)', /parentheses at its end/],
		['+1 415 555 0123 (5)', /parentheses at its end/],
		['+36 (06) 1 234 5678', /has a 0 after the country code/],
		['+36 06 1 234 5678', /has a 0 after the country code/],
		['+351 0 21 123 4567', /has a 0 after the country code/],
		['+998 (0 90) 123 45 67', /has a 0 after the country code/],
		['+7 8 (495) 123-45-67', /is not a number of \+7/],
		['+7 495 123 45 67 8', /is not a number of \+7/],
		['+1 1 415 555 0123', /is not a number of \+1/],
		['+1 415 555 0123 5', /is not a number of \+1/],
		['+1 555 0123', /is not a number of \+1/],
		['+1 115 555 0123', /is not a number of \+1/],
		['+1 (0415) 555 0123', /has a 0 after the country code/],
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
			// A 0 after the country code is a trunk prefix in most countries, and +1 and +7 have numbers of one
			// length: these are looked at above.
			fc.property(fc.stringMatching(/^\+[2-68-9][1-9]{3}\d{3,11}$/), (number) => {
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
		['080\u3164', /invisible characters/],
		['\uff10\uff18\uff10', /invisible characters/],
	])('refuses %j', (written, words) => {
		expect(() => numberAsWritten(written, 'From')).toThrow(words);
	});
});
