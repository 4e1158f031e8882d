import { BadInput } from './badInput';

/**
 * A field for a whole number; an expression may give it as text.
 *
 * @param label how the form calls the field
 * @returns `undefined` when nothing was entered
 * @throws BadInput for anything else, and outside of the limits
 */
export function wholeNumber(
	value: unknown,
	label: string,
	{ from, to }: { from: number; to: number },
): number | undefined {
	const text = typeof value === 'string' ? value.trim() : value;
	if (text === undefined || text === null || text === '') return undefined;
	const number = typeof text === 'string' || typeof text === 'number' ? Number(text) : NaN;
	if (Number.isInteger(number) && number >= from && number <= to) return number;
	throw new BadInput(
		`${label} is not a whole number from ${from} to ${to}.`,
		`Enter one, e.g. ${from}.`,
	);
}
