import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { BadInput } from './badInput';
import { jsonObject, nonEmpty } from './jsonObject';
import type { CallRequest, ReadParameter } from './request';

/** How the form calls the field. */
export const CUSTOM_FIELDS = 'Custom Fields (JSON)';

/** Names by which some servers reach what no request should reach. */
const PROTOTYPES = new Set(['__proto__', 'constructor', 'prototype']);

/** The members that a person adds to a request, where there are any. */
export function customFieldsIn(read: ReadParameter): Pick<CallRequest, 'additions'> {
	const additions = nonEmpty(jsonObject(read('additionalFields.customFields'), CUSTOM_FIELDS));
	return additions === undefined ? {} : { additions };
}

/**
 * An object with what a person adds to it. Members are added at any depth, and none of them changes what is
 * there: whoever saw a number in the form, and approved it, is sure that it is the one that is called.
 *
 * @param known what the fields of the form say
 * @param label how the form calls the field with the additions
 * @param reserved further members that cannot be added, by their paths with dots between the names
 * @throws BadInput for additions that say again, or differently, what is known
 */
export function withAdditions(
	known: IDataObject,
	additions: IDataObject,
	label: string,
	reserved: readonly string[] = [],
): IDataObject {
	const taken = [...leavesOf(known), ...reserved.map((path) => path.split('.'))].map(folded);
	for (const path of leavesOf(additions)) {
		const name = path.join('.').slice(0, 60);
		if (path.some((each) => PROTOTYPES.has(each))) {
			throw new BadInput(`${label} holds ${name}, which is not the name of a field.`, 'Remove it.');
		}
		const written = folded(path);
		if (!taken.some((each) => overlap(each, written))) continue;
		throw new BadInput(
			`${label} holds ${name}, which is not added there.`,
			'Remove it there: it would change what the node and its other fields say. If there is a field for it, use that.',
		);
	}
	return merged(known, additions);
}

/** The paths to all that is not an object, and to objects without members. */
function leavesOf(object: IDataObject): string[][] {
	return Object.entries(object).flatMap(([name, value]) => {
		// Some servers read dots and brackets in a name as steps into an object.
		const steps = name.split(/[.[\]]+/).filter((step) => step !== '');
		if (!isObject(value)) return [steps];
		return leavesOf(value as IDataObject).map((path) => [...steps, ...path]);
	});
}

/** In any letter case, with words joined as anybody writes them. */
function folded(path: readonly string[]): string[] {
	return path.map((name) => name.toLowerCase().replaceAll(/[_\s-]/g, ''));
}

/** Whether two paths lead to the same, or one into the other. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
	const length = Math.min(one.length, other.length);
	return one.slice(0, length).every((name, at) => name === other[at]);
}

function merged(known: IDataObject, additions: IDataObject): IDataObject {
	const members = Object.entries(additions).map(([name, added]) => {
		const held = Object.hasOwn(known, name) ? known[name] : undefined;
		const value =
			isObject(held) && isObject(added) ? merged(held as IDataObject, added as IDataObject) : added;
		return [name, value];
	});
	return { ...known, ...(Object.fromEntries(members) as IDataObject) };
}
