import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { member, textAt } from '../common/reading';

/** One page of a list, and what asks for the page after it, if there is one. */
interface Page {
	entries: IDataObject[];
	next: { next?: string };
}

/**
 * Reads a page of any list.
 *
 * @returns `undefined` for what is no list
 * @see https://github.com/MiraiMinds/docs (v2/overview.mdx, Pagination)
 */
export function pageIn(body: unknown): Page | undefined {
	if (!isObject(body) || !Array.isArray(body.data)) return undefined;
	const entries = body.data.filter(isObject) as IDataObject[];
	const cursor = textAt(body as IDataObject, 'next_cursor');
	const goesOn = member(body as IDataObject, 'has_more') === true && cursor !== null;
	return { entries, next: goesOn ? { next: cursor } : {} };
}
