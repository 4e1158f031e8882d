import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { Page } from '../common/list';
import { textAt } from '../common/reading';

/**
 * Reads a page of any list. The page after it is named by its whole address: its cursor is taken, and the
 * request goes to where all others go.
 *
 * @returns `undefined` for what is no list
 */
export function pageIn(body: unknown): Page | undefined {
	if (!isObject(body) || !Array.isArray(body.results)) return undefined;
	const entries = body.results.filter(isObject) as IDataObject[];
	const cursor = cursorIn(textAt(body as IDataObject, 'next'));
	return { entries, next: cursor === null ? {} : { next: cursor } };
}

function cursorIn(address: string | null): string | null {
	if (address === null || !URL.canParse(address)) return null;
	return new URL(address).searchParams.get('cursor');
}
