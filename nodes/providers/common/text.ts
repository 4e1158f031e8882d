import { BadInput } from './badInput';

/**
 * A text field without the blanks around it; a number counts as text. Empty when nothing was entered.
 *
 * @throws BadInput for an integer that JavaScript could not hold: as text it would be another one
 */
export function optionalText(value: unknown): string {
	if (typeof value === 'number') return exactText(value);
	if (typeof value === 'bigint') return String(value);
	return typeof value === 'string' ? value.trim() : '';
}

function exactText(value: number): string {
	if (!Number.isInteger(value) || Number.isSafeInteger(value)) return String(value);
	throw new BadInput(
		`An expression gives the number ${BigInt(value)}, which is too long to be exact.`,
		'Have it as text from where it comes from, e.g. in quotes in the JSON: of a number, JavaScript holds 15 digits.',
	);
}

/**
 * A text field that has to be filled.
 *
 * @param label how the form calls the field
 * @throws BadInput when it is empty
 */
export function requiredText(value: unknown, label: string, advice: string): string {
	const text = optionalText(value);
	if (text === '') throw new BadInput(`${label} is empty.`, advice);
	return text;
}

/** Only what was entered: an object without its empty texts and undefined members. */
export function filled<T extends Record<string, unknown>>(fields: T): Partial<T> {
	const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
	return Object.fromEntries(entries) as Partial<T>;
}
