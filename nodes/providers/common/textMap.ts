import type { IDataObject } from 'n8n-workflow';
import { BadInput } from './badInput';
import { exactJson } from './exactJson';
import { jsonObject } from './jsonObject';

/**
 * A JSON field for providers that take texts alone as values.
 *
 * @param label how the form calls the field
 * @returns the object; `undefined` when nothing was entered, or an empty one
 * @throws BadInput when it is not a JSON object, or holds anything but texts
 */
export function textMap(value: unknown, label: string): IDataObject | undefined {
	const entered = jsonObject(value, label) ?? {};
	const names = Object.keys(entered);
	const other = names.find((name) => !exactJson(entered[name]).startsWith('"'));
	if (other !== undefined) {
		throw new BadInput(
			`${label} has a value that is not text: "${other.slice(0, 40)}".`,
			'The provider takes only text. Write the value in quotes, e.g. {"size": "3"}.',
		);
	}
	return names.length === 0 ? undefined : entered;
}
