import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { Page } from '../common/list';
import { numberAt, objectAt } from '../common/reading';

/**
 * Reads a page of a list whose pages have numbers.
 *
 * @returns `undefined` for what is no list
 * @see https://developers.telnyx.com/api-reference/call-control-applications/list-call-control-applications
 */
export function pageIn(body: unknown): Page | undefined {
	if (!isObject(body) || !Array.isArray(body.data)) return undefined;
	const meta = objectAt(body as IDataObject, 'meta');
	const number = numberAt(meta, 'page_number') ?? 1;
	const goesOn = number < (numberAt(meta, 'total_pages') ?? 1);
	return {
		entries: body.data.filter(isObject) as IDataObject[],
		next: goesOn ? { next: String(number + 1) } : {},
	};
}
