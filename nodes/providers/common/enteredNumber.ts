import { BadInput } from './badInput';
import { numberIn } from './reading';

/**
 * A field for a number that is not below 0; an expression may give it as text.
 *
 * @param label how the form calls the field
 * @returns `undefined` when nothing was entered
 * @throws BadInput for anything else
 */
export function enteredNumber(value: unknown, label: string): number | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string' && value.trim() === '') return undefined;
	const number = numberIn(value);
	if (number !== null && number >= 0) return number;
	throw new BadInput(`${label} is not a number.`, 'Write a number that is not below 0.');
}
