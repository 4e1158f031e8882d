import { cursorPage, type Page } from '../common/list';

/**
 * One page of a list, as Retell writes all of them: `{items, has_more, pagination_key}`.
 *
 * @see https://docs.retellai.com/api-references/list-calls
 */
export function pageIn(body: unknown): Page | undefined {
	return cursorPage(body, { entries: 'items', cursor: 'pagination_key' });
}
