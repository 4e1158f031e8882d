import { cursorPage, type Page } from '../common/list';

/**
 * Reads a page of any list.
 *
 * @see https://github.com/MiraiMinds/docs (v2/overview.mdx, Pagination)
 */
export function pageIn(body: unknown): Page | undefined {
	return cursorPage(body, { entries: 'data', cursor: 'next_cursor' });
}
