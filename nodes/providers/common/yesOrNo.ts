import { BadInput } from './badInput';

/**
 * A field that is either on or off; an expression may give it as text, e.g. `{{ $json.record }}`.
 *
 * @param label how the form calls the field
 * @returns `undefined` when nothing was entered
 * @throws BadInput for anything else
 */
export function yesOrNo(value: unknown, label: string): boolean | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (word === true || word === 'true') return true;
	if (word === false || word === 'false') return false;
	throw new BadInput(`${label} is neither true nor false.`, 'Give true or false.');
}
