import type { IExecuteFunctions } from 'n8n-workflow';
import type { ReadParameter } from '../providers/common/action';
import { BadInput } from '../providers/common/badInput';
import { yesOrNo } from '../providers/common/yesOrNo';
import { isObject } from '../verification/json';

/**
 * Reads the parameters of one item: of a resource locator its value, the empty text where nothing was
 * entered.
 */
export function parameterReader(context: IExecuteFunctions, itemIndex: number): ReadParameter {
	return (name) => {
		const held: unknown = context.getNodeParameter(name, itemIndex, '') ?? '';
		return isObject(held) && held.__rl === true ? (held.value ?? '') : held;
	};
}

/**
 * How many entries a list is to have at most; `undefined` for all.
 *
 * @throws BadInput for a limit that is no whole number from 1 on
 */
export function limitOf(context: IExecuteFunctions, itemIndex: number): number | undefined {
	const all: unknown = context.getNodeParameter('returnAll', itemIndex, false);
	if (yesOrNo(all, 'Return All') === true) return undefined;
	const limit = Number(context.getNodeParameter('limit', itemIndex, 50));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw new BadInput('Limit is not a whole number.', 'Give a number from 1 on.');
}

/** The name of the field that a file is put into; `data` where nothing was entered. */
export function outputFieldOf(context: IExecuteFunctions, itemIndex: number): string {
	const name: unknown = context.getNodeParameter('binaryPropertyName', itemIndex, 'data');
	return typeof name === 'string' && name.trim() !== '' ? name.trim() : 'data';
}
