import { cursorPage, type Page } from '../common/list';

/**
 * One page of a list that goes on by a cursor: `{<name>, has_more, next_cursor}`.
 *
 * @param name the member that holds the entries
 * @see https://elevenlabs.io/docs/api-reference/conversations/list
 */
export function pageIn(body: unknown, name: string): Page | undefined {
	return cursorPage(body, { entries: name, cursor: 'next_cursor' });
}
