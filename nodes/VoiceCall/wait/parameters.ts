import type { IExecuteFunctions } from 'n8n-workflow';
import { BadInput } from '../../providers/common/badInput';
import { numberIn } from '../../providers/common/reading';
import { RESULT_FIELDS } from './item';

/** The operation's value in the form. */
export const CREATE_AND_WAIT = 'createAndWait';
/** An hour. */
export const DEFAULT_MINUTES = 60;
/** Thirty days. */
export const MOST_MINUTES = 43_200;
export const DEFAULT_INPUT_FIELD = 'input';

/**
 * How many minutes the result may take.
 *
 * @throws BadInput for what is not a number above 0
 */
export function minutesOf(context: IExecuteFunctions, itemIndex: number): number {
	const entered: unknown = context.getNodeParameter('waitMinutes', itemIndex, DEFAULT_MINUTES);
	const minutes = numberIn(entered) ?? 0;
	if (minutes > 0 && minutes <= MOST_MINUTES) return minutes;
	throw new BadInput(
		`Limit Wait Time is not a number of minutes from 1 to ${MOST_MINUTES}.`,
		`Enter one, e.g. ${DEFAULT_MINUTES}.`,
	);
}

/**
 * The field of the output that the fields of the input go into.
 *
 * @throws BadInput for the name of a field that the output has anyway
 */
export function inputFieldOf(context: IExecuteFunctions, itemIndex: number): string {
	const entered: unknown = context.getNodeParameter('inputField', itemIndex, DEFAULT_INPUT_FIELD);
	const name = typeof entered === 'string' ? entered.trim() : '';
	if (name === '') return DEFAULT_INPUT_FIELD;
	if (!RESULT_FIELDS.has(name)) return name;
	throw new BadInput(
		`Put Input in Field says ${name}, which the result has itself.`,
		`Choose another name, e.g. ${DEFAULT_INPUT_FIELD}.`,
	);
}
