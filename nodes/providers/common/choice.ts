import { BadInput } from './badInput';

/**
 * What was chosen in a field; its first choice where nothing was.
 *
 * @param label the name of the field in the form
 * @throws BadInput for something that the form does not offer
 */
export function choice<T extends string>(
	value: unknown,
	label: string,
	choices: readonly [T, ...T[]],
): T {
	if (value === undefined || value === '') return choices[0];
	const chosen = choices.find((each) => each === value);
	if (chosen !== undefined) return chosen;
	throw new BadInput(`${label} is not one of the choices.`, 'Choose one.');
}
