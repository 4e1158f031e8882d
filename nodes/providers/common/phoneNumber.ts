import { BadInput } from './badInput';
import { optionalText } from './text';
import { requireVisible } from './visibleText';

/** Spaces of any kind, dashes, dots and parentheses: they group digits and mean nothing else. */
const PUNCTUATION = /[\s\u2010-\u2015\u2212().-]/g;
/** A trunk prefix in parentheses: dialed at home, never after the country code. */
const TRUNK_PREFIX = /\(\s*0+\s*\)/;
/** Digits in parentheses at the end: an extension, or other digits for those before. */
const IN_PARENTHESES_AT_END = /\d[^()]*\([^()]*\d[^()]*\)\D*$/;
/** A new line between digits: two things, of which nobody knows how they belong together. */
const LINE_BREAK = /\S\s*[\n\r\v\f\u2028\u2029]\s*\S/;
/** The country code of a number in E.164. */
const COUNTRY_CODE = /^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
/**
 * Country codes in front of numbers that may begin with 0, and those of no country. After all others a 0 is
 * the trunk prefix, dialed at home alone; short and free numbers that nobody reaches from abroad aside.
 *
 * @see https://github.com/google/libphonenumber (resources/PhoneNumberMetadata.xml)
 */
const MAY_BEGIN_WITH_0 = new Set(
	'39 225 226 227 229 241 242 247 250 267 268 378 379 501 507 676 679 687 800 808 853 870 878 881 882 883 888 974 979 992'.split(
		' ',
	),
);
/** Where all numbers have ten digits after the country code. */
const TEN_DIGITS = /^\+(?:1(?![2-9]\d{9}$)|7(?!\d{10}$))/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** With all that people write between the digits. */
const LONGEST = 100;
const EXPECTED = 'Write it with a plus and the country code, e.g. +919876543210.';

/**
 * A phone number in E.164 form, without the punctuation that people write.
 *
 * @param label how the form calls the field
 * @throws BadInput when it is empty, has letters, or lacks its country code
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export function phoneNumber(value: unknown, label: string): string {
	const written = writtenOf(value, label);
	const refuse = (what: string, advice = EXPECTED) =>
		new BadInput(`${label} ${what}: "${shortened(written)}".`, advice);
	if (written.length > LONGEST) throw refuse('is not a phone number');
	if (TRUNK_PREFIX.test(written)) {
		const meant = written.replace(TRUNK_PREFIX, '').replaceAll(PUNCTUATION, '');
		throw refuse('has a (0) that is not dialed from abroad', write(meant));
	}
	if (LINE_BREAK.test(written)) throw refuse('has a line break within it');
	if (IN_PARENTHESES_AT_END.test(written.replace(/^\D*\d{1,4}\D*/, ''))) {
		throw refuse('has digits in parentheses at its end', 'Leave extensions out.');
	}
	const number = written.replaceAll(PUNCTUATION, '');
	if (!/^\+?\d+$/.test(number)) throw refuse('is not a phone number');
	if (number.startsWith('00')) {
		throw refuse('starts with 00', `Write a plus in place of the 00, e.g. +${number.slice(2)}.`);
	}
	if (!number.startsWith('+')) throw refuse('has no country code');
	const meant = withoutTrunkPrefix(number);
	if (meant !== number) {
		throw refuse('has a 0 after the country code that is not dialed from abroad', write(meant));
	}
	if (!E164.test(number)) {
		throw refuse(
			'is not an international number',
			'Write a plus, a country code that does not begin with 0, and 7 to 15 digits in all, e.g. +919876543210.',
		);
	}
	if (TEN_DIGITS.test(number)) {
		const code = number.slice(0, 2);
		throw refuse(
			`is not a number of ${code}`,
			`After ${code} come ten digits${code === '+1' ? ', of which the first is 2 to 9' : ''}: leave out what is dialed at home alone, and extensions.`,
		);
	}
	return number;
}

/** A text with something in it, or a number; nothing that looks other than it is. */
function writtenOf(value: unknown, label: string): string {
	const written = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
	if (written === undefined || written === null) throw new BadInput(`${label} is empty.`, EXPECTED);
	if (typeof written !== 'string') {
		throw new BadInput(
			`${label} is not a text.`,
			'Use an expression that gives one number as text, e.g. {{ $json.phone }}.',
		);
	}
	requireVisible(written, label);
	if (written.trim() === '') throw new BadInput(`${label} is empty.`, EXPECTED);
	return written;
}

function withoutTrunkPrefix(number: string): string {
	const code = COUNTRY_CODE.exec(number)?.[1] ?? '';
	if (code.startsWith('0') || MAY_BEGIN_WITH_0.has(code)) return number;
	const rest = number.slice(1 + code.length);
	return /^0*$/.test(rest) ? number : `+${code}${rest.replace(/^0+/, '')}`;
}

function write(meant: string): string {
	return E164.test(meant) ? `Write ${meant}.` : EXPECTED;
}

/**
 * A number in the form in which a provider knows it, for numbers that are no international ones there.
 *
 * @param label how the form calls the field
 * @throws BadInput when it is empty, or looks other than it is
 */
export function numberAsWritten(value: unknown, label: string): string {
	const written = optionalText(value);
	if (written === '') {
		throw new BadInput(`${label} is empty.`, 'Write the number as the provider shows it.');
	}
	if (/^[\x20-\x7e]+$/.test(written)) return written;
	throw new BadInput(
		`${label} holds unusual or invisible characters, so it may not be the number that it looks like.`,
		'Type it in by hand instead of pasting it.',
	);
}

function shortened(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
