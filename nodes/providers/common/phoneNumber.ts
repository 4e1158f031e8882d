import { BadInput } from './badInput';
import { optionalText } from './text';

/** Spaces of any kind, dashes, dots and parentheses: they group digits and mean nothing else. */
const PUNCTUATION = /[\s\u2010-\u2015\u2212().-]/g;
/** Characters that nobody sees; some turn round what stands on the screen. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
/** A trunk prefix in parentheses: dialed at home, never after the country code. */
const TRUNK_PREFIX = /\(\s*0+\s*\)/;
/**
 * Country codes in front of numbers that never begin with 0: a 0 there is the trunk prefix, dialed at home
 * alone. Others keep it, e.g. Italy's, or are not known well enough to be judged.
 *
 * @see https://www.itu.int/oth/T0202.aspx?parent=T0202
 */
const NEVER_BEFORE_0 =
	/^\+(?:20|27|3[123]|40|4[13469]|6[0-4]|66|8[1246]|9[0124]|234|254|353|358|880|966|97[12])(0+)/;
const E164 = /^\+[1-9]\d{6,14}$/;
const EXPECTED = 'Write it with a plus and the country code, e.g. +919876543210.';

/**
 * A phone number in E.164 form, without the punctuation that people write.
 *
 * @param label how the form calls the field
 * @throws BadInput when it is empty, has letters, or lacks its country code
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export function phoneNumber(value: unknown, label: string): string {
	const written = typeof value === 'number' ? String(value) : value;
	if (typeof written !== 'string' || written.trim() === '') {
		throw new BadInput(`${label} is empty.`, EXPECTED);
	}
	if (INVISIBLE.test(written)) {
		throw new BadInput(
			`${label} holds invisible characters, so it may not be the number that it looks like.`,
			'Type it anew, without copying it.',
		);
	}
	if (TRUNK_PREFIX.test(written)) {
		const meant = written.replace(TRUNK_PREFIX, '').replaceAll(PUNCTUATION, '');
		throw new BadInput(
			`${label} has a (0) that is not dialed from abroad: "${shortened(written)}".`,
			E164.test(meant) ? `Write ${meant}.` : EXPECTED,
		);
	}
	const number = written.replaceAll(PUNCTUATION, '');
	const trunk = NEVER_BEFORE_0.exec(number);
	if (trunk !== null) {
		const code = trunk[0].slice(0, -trunk[1].length);
		const meant = code + number.slice(trunk[0].length);
		throw new BadInput(
			`${label} has a 0 after the country code that is not dialed from abroad: "${shortened(written)}".`,
			E164.test(meant) ? `Write ${meant}.` : EXPECTED,
		);
	}
	if (E164.test(number)) return number;
	if (!/^\+?\d+$/.test(number)) {
		throw new BadInput(`${label} is not a phone number: "${shortened(written)}".`, EXPECTED);
	}
	if (number.startsWith('00')) {
		throw new BadInput(
			`${label} starts with 00: "${shortened(written)}".`,
			`Write a plus in place of the 00, e.g. +${number.slice(2)}.`,
		);
	}
	if (!number.startsWith('+')) {
		throw new BadInput(`${label} has no country code: "${shortened(written)}".`, EXPECTED);
	}
	throw new BadInput(
		`${label} is not an international number: "${shortened(written)}".`,
		'Write a plus, a country code that does not begin with 0, and 7 to 15 digits in all, e.g. +919876543210.',
	);
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
	if (INVISIBLE.test(written) || /\p{Cc}/u.test(written)) {
		throw new BadInput(
			`${label} holds invisible characters, so it may not be the number that it looks like.`,
			'Type it anew, without copying it.',
		);
	}
	return written;
}

function shortened(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
