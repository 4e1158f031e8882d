import type { Advice } from './advice';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u;
const IN_QUOTES = /^(?:".*"|'.*'|`.*`|\u201c.*\u201d|\u2018.*\u2019)$/;

/** A credential's field as entered; what is not text counts as empty. */
export function enteredText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/**
 * What is wrong with a pasted secret that nobody meant to be so.
 *
 * @param name how the form calls it, e.g. `signing secret`
 * @returns what is wrong and what to do; never the value
 */
export function textProblem(name: string, value: string): Advice | undefined {
	if (/[\r\n]/.test(value)) {
		return {
			message: `The ${name} holds a line break.`,
			advice: 'Paste it again, without the line break.',
		};
	}
	if (value !== value.trim()) {
		return {
			message: `The ${name} starts or ends with a space.`,
			advice: 'Paste it again, without spaces around it.',
		};
	}
	if (INVISIBLE.test(value)) {
		return {
			message: `The ${name} holds invisible characters.`,
			advice: 'Paste it again, or type it.',
		};
	}
	if (IN_QUOTES.test(value)) {
		return {
			message: `The ${name} is in quotes.`,
			advice: 'Paste it again, without the quotes around it.',
		};
	}
	return undefined;
}
