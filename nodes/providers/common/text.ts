import { BadInput } from './badInput';

/** A text field without the blanks around it; a number counts as text. Empty when nothing was entered. */
export function optionalText(value: unknown): string {
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return typeof value === 'string' ? value.trim() : '';
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
