import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { member, textAt } from '../common/reading';

/**
 * One page of a list that goes on by a cursor: `{<name>, has_more, next_cursor}`.
 *
 * @param name the member that holds the entries
 * @returns the entries and what asks for the page after it; `undefined` for what is no list
 * @see https://elevenlabs.io/docs/api-reference/conversations/list
 */
export function pageIn(
	body: unknown,
	name: string,
): { items: IDataObject[]; next?: string } | undefined {
	if (!isObject(body)) return undefined;
	const list = member(body as IDataObject, name);
	if (!Array.isArray(list)) return undefined;
	const items = list.filter(isObject) as IDataObject[];
	const next = textAt(body as IDataObject, 'next_cursor');
	const isLast = member(body as IDataObject, 'has_more') !== true || next === null;
	return { items, ...(isLast ? {} : { next }) };
}
