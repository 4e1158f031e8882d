import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { BadInput } from './badInput';
import { parseExactJson } from './exactJson';

/**
 * A JSON field: text that is JSON, or an object that an expression gave.
 *
 * @param label how the form calls the field
 * @returns the object; `undefined` when nothing was entered
 * @throws BadInput when it is not a JSON object
 */
export function jsonObject(value: unknown, label: string): IDataObject | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') return withExactNumbers(objectOf(value, label), label);
	if (value.trim() === '') return undefined;
	return objectOf(parsed(value, label), label);
}

/** Refuses integers that an expression lost digits of; text is read exactly. */
function withExactNumbers(object: IDataObject, label: string): IDataObject {
	const number = inexactIn(object);
	if (number === undefined) return object;
	throw new BadInput(
		`${label} holds the number ${BigInt(number)}, which is too long to be exact.`,
		'Write it in the field itself, or have it as text from where it comes from: of a number, JavaScript holds 15 digits.',
	);
}

function inexactIn(value: unknown): number | undefined {
	if (typeof value === 'number') {
		return Number.isInteger(value) && !Number.isSafeInteger(value) ? value : undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	for (const each of Object.values(value)) {
		const found = inexactIn(each);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The object, if there is anything in it. */
export function nonEmpty(object: IDataObject | undefined): IDataObject | undefined {
	return object === undefined || Object.keys(object).length === 0 ? undefined : object;
}

function objectOf(value: unknown, label: string): IDataObject {
	if (isObject(value)) return value as IDataObject;
	throw new BadInput(
		`${label} is JSON, but not an object.`,
		'Write an object, e.g. {"company": "Example"}.',
	);
}

function parsed(text: string, label: string): unknown {
	let problem: string;
	try {
		return parseExactJson(text);
	} catch (error) {
		problem = error instanceof Error ? error.message : 'unreadable';
	}
	throw new BadInput(`${label} is not JSON.`, `Correct it, or use an expression: ${problem}.`);
}
