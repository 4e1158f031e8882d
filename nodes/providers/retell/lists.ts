import type { IDataObject } from 'n8n-workflow';
import type { ListEntry, ListSearch } from '../common/action';
import { pathWithQuery } from '../common/query';
import { textAt } from '../common/reading';
import { filled } from '../common/text';
import { pageIn } from './paging';

/** Entries on one page. */
const PAGE_SIZE = '100';

function pageOf(
	body: unknown,
	entryOf: (entry: IDataObject) => ListEntry[],
): ReturnType<ListSearch['page']> {
	const page = pageIn(body);
	return page && { entries: page.entries.flatMap(entryOf), ...page.next };
}

const query = (after: string | undefined) => filled({ limit: PAGE_SIZE, pagination_key: after });

/**
 * The agents of the workspace that speak; Retell looks for names and IDs itself.
 *
 * @see https://docs.retellai.com/api-references/list-agents
 */
const agents: ListSearch = {
	request: (filter, after) => ({
		method: 'POST',
		path: pathWithQuery('/v2/list-agents', query(after)),
		body: {
			filter_criteria: {
				channel: { type: 'string', op: 'eq', value: 'voice' },
				...filled({ query: filter }),
			},
		},
	}),
	page: (body) =>
		pageOf(body, (entry) => {
			const value = textAt(entry, 'agent_id');
			return value === null ? [] : [{ name: textAt(entry, 'agent_name') ?? value, value }];
		}),
};

/**
 * The phone numbers of the workspace.
 *
 * @see https://docs.retellai.com/api-references/list-phone-numbers
 */
const phoneNumbers: ListSearch = {
	request: (_, after) => ({
		method: 'GET',
		path: pathWithQuery('/v2/list-phone-numbers', query(after)),
	}),
	page: (body) =>
		pageOf(body, (entry) => {
			const value = textAt(entry, 'phone_number');
			if (value === null) return [];
			const nickname = textAt(entry, 'nickname');
			return [{ name: nickname === null ? value : `${nickname} · ${value}`, value }];
		}),
};

/** The lists behind the fields of the form. */
export const lists = { retellAgents: agents, retellPhoneNumbers: phoneNumbers };
