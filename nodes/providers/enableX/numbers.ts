import type { INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../common/action';
import { choice } from '../common/choice';
import { numberAsWritten, phoneNumber } from '../common/phoneNumber';

/** How numbers are sent, a choice because EnableX's pages disagree. */
export const numberFormat: INodeProperties = {
	displayName: 'Number Format',
	name: 'numberFormat',
	type: 'options',
	options: [
		{
			name: 'Digits Only',
			value: 'digits',
			description: 'As EnableX’s samples do, e.g. 14155550100',
		},
		{
			name: 'From as Written',
			value: 'fromAsWritten',
			description:
				'From exactly as you write it, for numbers that your project has in a local form, other numbers with a plus. EnableX documents no local form: untested.',
		},
		{
			name: 'With Plus',
			value: 'plus',
			description: 'As EnableX’s glossary asks for, e.g. +14155550100',
		},
	],
	default: 'plus',
	description:
		'How numbers are sent. EnableX’s pages disagree: change this if it does not accept your numbers.',
};

/** The numbers of one request, in the form that was chosen. */
export interface Numbers {
	/**
	 * A number of the project, which the person called is shown.
	 *
	 * @throws BadInput when it cannot be one
	 */
	own(value: unknown, label: string): string;
	/**
	 * A number to call.
	 *
	 * @throws BadInput when it is none
	 */
	other(value: unknown, label: string): string;
}

/** Reads which form was chosen. */
export function numbersOf(read: ReadParameter): Numbers {
	const given = read('additionalFields.numberFormat');
	const format = choice(given, 'Number Format', ['plus', 'digits', 'fromAsWritten']);
	const international = (value: unknown, label: string) => {
		const e164 = phoneNumber(value, label);
		return format === 'digits' ? e164.slice(1) : e164;
	};
	return {
		own: format === 'fromAsWritten' ? numberAsWritten : international,
		other: international,
	};
}
