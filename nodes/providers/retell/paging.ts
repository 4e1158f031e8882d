import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { member, textAt } from '../common/reading';

/**
 * One page of a list, as Retell writes all of them: `{items, has_more, pagination_key}`.
 *
 * @returns the entries and what asks for the page after it; `undefined` for what is no list
 * @see https://docs.retellai.com/api-references/list-calls
 */
export function pageIn(body: unknown): { items: IDataObject[]; next?: string } | undefined {
	if (!isObject(body) || !Array.isArray(body.items)) return undefined;
	const items = body.items.filter(isObject) as IDataObject[];
	const next = textAt(body as IDataObject, 'pagination_key');
	const isLast = member(body as IDataObject, 'has_more') !== true || next === null;
	return { items, ...(isLast ? {} : { next }) };
}
