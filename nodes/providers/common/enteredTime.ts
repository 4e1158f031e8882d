import { BadInput } from './badInput';
import { timeAt } from './reading';
import { optionalText } from './text';

/**
 * A date field in milliseconds since 1970; `undefined` when nothing was entered.
 *
 * @param label how the form calls the field
 * @throws BadInput for what is not a date
 */
export function enteredTime(value: unknown, label: string): number | undefined {
	const text = optionalText(value);
	if (text === '') return undefined;
	const time = timeAt({ text }, 'text');
	if (time !== null) return Date.parse(time);
	throw new BadInput(`${label} is not a date.`, 'Write it like 2026-09-01T10:00:00Z.');
}
