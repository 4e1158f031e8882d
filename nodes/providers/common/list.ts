import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { additionalFields, listFields } from './fields';
import type { Operation, Paging } from './operation';
import { member, textAt, truthAt } from './reading';

/** One page of a list, and what asks for the page after it, if there is one. */
export interface Page {
	entries: IDataObject[];
	next: { next?: string };
}

/**
 * Reads a page of a list that goes on by a cursor, while it says `has_more`.
 *
 * @param names the members that hold the entries and the cursor
 * @returns `undefined` for what is no list
 */
export function cursorPage(
	body: unknown,
	names: { entries: string; cursor: string },
): Page | undefined {
	if (!isObject(body)) return undefined;
	const held = member(body as IDataObject, names.entries);
	if (!Array.isArray(held)) return undefined;
	const entries = held.filter(isObject) as IDataObject[];
	const cursor = textAt(body as IDataObject, names.cursor);
	const goesOn = truthAt(body as IDataObject, 'has_more') === true && cursor !== null;
	return { entries, next: goesOn ? { next: cursor } : {} };
}

/** The entries of a page as calls. */
export function callsOf(page: Page | undefined): ReturnType<Paging['page']> {
	return page && { calls: page.entries, ...page.next };
}

/** The operation that lists calls, with the filters of its form. */
export function listing(
	filters: INodeProperties[],
	paging: Paging,
	receipt: Operation['receipt'],
): Operation {
	return {
		name: 'getMany',
		fields: [...listFields, additionalFields(filters)],
		repeatable: true,
		request: (read) => paging.request(read, 1, undefined),
		paging,
		receipt,
	};
}
