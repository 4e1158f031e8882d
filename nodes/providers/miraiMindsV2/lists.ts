import type { IDataObject } from 'n8n-workflow';
import type { ListEntry, ListSearch } from '../common/action';
import { pathWithQuery } from '../common/query';
import { member, textAt } from '../common/reading';
import { filled } from '../common/text';
import { pageIn } from './page';

/** What the fields call the list of agents. */
export const AGENTS = 'miraiMindsV2Agents';
/** An ID as they look. */
export const AN_AGENT = 'agt_01JZQ8F3K7M2N5P9R4T6V8W0XZ';

/** Each entry holds the agent's whole prompt, so pages are small. */
const PAGE_SIZE = '50';

/**
 * The agents of the workspace that can place calls: neither drafts nor archived.
 *
 * @see https://github.com/MiraiMinds/docs (v2/agents.mdx, List agents)
 */
const agents: ListSearch = {
	request: (_, after) => ({
		method: 'GET',
		path: pathWithQuery('/v2/agents', filled({ limit: PAGE_SIZE, cursor: after })),
	}),
	page: (body) => {
		const page = pageIn(body);
		return page && { entries: page.entries.filter(isUsable).flatMap(entryOf), ...page.next };
	},
};

/** The lists behind the fields of the form. */
export const lists = { [AGENTS]: agents };

function isUsable(agent: IDataObject): boolean {
	return member(agent, 'draft') !== true && member(agent, 'archived') !== true;
}

function entryOf(agent: IDataObject): ListEntry[] {
	const value = textAt(agent, 'id');
	return value === null ? [] : [{ name: textAt(agent, 'name') ?? value, value }];
}
