import type { IDataObject } from 'n8n-workflow';
import type { ListEntry, ListSearch } from '../common/action';
import { pathWithQuery } from '../common/query';
import { textAt } from '../common/reading';
import { filled } from '../common/text';
import { pageIn } from './page';

/** What the fields call the list of agents. */
export const AGENTS = 'ultravoxAgents';
/** An ID as they look. */
export const AN_AGENT = '3f0c1d7e-0000-4000-8000-000000000001';

const PAGE_SIZE = '50';

/**
 * The agents of the account.
 *
 * @see https://docs.ultravox.ai/api-reference/agents/agents-list
 */
const agents: ListSearch = {
	request: (filter, after) => ({
		method: 'GET',
		path: pathWithQuery('/agents', filled({ pageSize: PAGE_SIZE, search: filter, cursor: after })),
	}),
	page: (body) => {
		const page = pageIn(body);
		return page && { entries: page.entries.flatMap(entryOf), ...page.next };
	},
};

/** The lists behind the fields of the form. */
export const lists = { [AGENTS]: agents };

function entryOf(agent: IDataObject): ListEntry[] {
	const value = textAt(agent, 'agentId');
	return value === null ? [] : [{ name: textAt(agent, 'name') ?? value, value }];
}
